//! The project's own commands. `cargo xtask` without arguments lists them.

#![allow(
    clippy::print_stdout,
    reason = "a command-line tool speaks on standard output"
)]

mod audit;
mod bench;
mod browser;
mod budget;
mod check;
mod debian;
mod dist;
mod failure;
mod fuzz;
mod nginx;
mod serve;
mod shell;
mod tools;

use std::process::ExitCode;

use browser::Engine;
use failure::Failure;

const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--port N] [--release]   build, serve on this machine, and build again when a file changes
  test                           every check: format, lints, tests, release build, sizes, browser tests
  test --e2e [name]              only the browser tests (of that name), on the release build in dist/
                                 --engine=chromium, firefox or webkit: only in this engine
  dist                           the release build in dist/, for any static host and any path
  bench                          sizes and times of the release build
  shots <folder> [...]           pictures of the release build (see tests/e2e/shots.mjs)
  fuzz [seconds]                 what strangers may hand in, tried with bytes that look for mistakes
  audit                          licences, sources and advisories of the dependencies

  finish                         the end of a Trunk build; Trunk calls it (see Trunk.toml)

The first command installs the pinned tools into a cache of this user, outside the project.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<(), Failure> {
    match words {
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        ["serve", options @ ..] => serve::serve(&serve::Options::parse(options)?),
        ["test"] => check::everything(),
        ["test", "--e2e", options @ ..] if options.len() <= 2 => {
            let (engines, names): (Vec<&str>, Vec<&str>) =
                options.iter().partition(|word| word.starts_with(ENGINE));
            let engine = match engines.as_slice() {
                [] => None,
                [word] => Some(Engine::named(&word[ENGINE.len()..]).ok_or_else(|| usage(words))?),
                _ => return Err(usage(words)),
            };
            match names.as_slice() {
                [] => check::end_to_end(None, engine),
                [name] => check::end_to_end(Some(name), engine),
                _ => Err(usage(words)),
            }
        }
        ["dist"] => dist::dist(),
        ["finish"] => dist::finish(),
        ["bench"] => bench::bench(),
        ["shots", options @ ..] if !options.is_empty() => check::shots(options),
        ["fuzz", options @ ..] if fuzz::seconds(options).is_some() => {
            fuzz::fuzz(fuzz::seconds(options).unwrap_or_default())
        }
        ["audit"] => audit::audit(),
        _ => Err(usage(words)),
    }
}

const ENGINE: &str = "--engine=";

fn usage(words: &[&str]) -> Failure {
    Failure::Usage {
        given: words.join(" "),
        help: HELP,
    }
}
