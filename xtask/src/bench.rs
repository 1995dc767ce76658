//! `cargo xtask bench`: what the release build weighs, how long it takes and what it keeps in memory.

use std::fs;
use std::path::PathBuf;

use crate::budget::{Part, Sizes};
use crate::check;
use crate::failure::Failure;
use crate::shell::{self, cargo};
use crate::tools;

/// How the arithmetic is built: what it is called, the folder below `target/`, and cargo's arguments.
type Build = (&'static str, &'static str, &'static [&'static str]);

/// As the app is shipped, and as it would be if bytes were no matter.
const BUILDS: [Build; 2] = [
    ("as shipped", "bench", &[]),
    (
        "with opt-level 3",
        "bench-fast",
        &["--config", "profile.release.opt-level=3"],
    ),
];

/// Prints the sizes, the times, what memory is left after many edits, and how the screens start on a slow device.
pub fn bench() -> Result<(), Failure> {
    let sizes = Sizes::measure()?;
    println!("Sizes in bytes (brotli at quality 11)\n");
    println!(
        "{}",
        sizes.table(&[
            Part::FirstScreen,
            Part::App,
            Part::Screens,
            Part::Beginnings,
            Part::Charts,
            Part::Offline,
            Part::OnRequest
        ])
    );
    println!("\nTimes on the main thread in milliseconds\n");
    shell::run(check::node_with_browser()?.arg("tests/bench/times.mjs"))?;
    println!("\nRecomputing everything in milliseconds, in a page of its own\n");
    evaluate()?;
    println!("\nMemory after edits in 試算, the garbage collected\n");
    shell::run(check::node_with_browser()?.arg("tests/bench/memory.mjs"))?;
    println!(
        "\nWhat keeps a slow device from answering while it starts, in milliseconds (some five minutes)\n"
    );
    shell::run(check::node_with_browser()?.arg("tests/bench/tasks.mjs"))?;
    println!("\nLighthouse, mobile on slow 4G, in milliseconds (some five minutes)\n");
    shell::run(check::node_with_browser()?.arg("tests/bench/lighthouse.mjs"))
}

/// Builds the arithmetic as WebAssembly of its own (tests/bench/src), and times it.
fn evaluate() -> Result<(), Failure> {
    let node_modules = tools::npm_packages()?;
    let mut built = Vec::new();
    for (name, folder, arguments) in BUILDS {
        let wasm = build(folder, arguments)?;
        shell::run(
            tools::node(&node_modules)
                .arg("xtask/npm/shrink.mjs")
                .arg(&wasm),
        )?;
        built.push(format!("{name}={}", wasm.display()));
    }
    println!();
    shell::run(
        check::node_with_browser()?
            .arg("tests/bench/evaluate.mjs")
            .args(built),
    )
}

/// Gives a copy of what cargo has built: shrinking must not touch what cargo takes for its own.
fn build(folder: &str, arguments: &[&str]) -> Result<PathBuf, Failure> {
    let target = shell::root().join("target").join(folder);
    shell::run(
        cargo()
            .args(["build", "--quiet", "--package", "michishirube-bench"])
            .args(["--release", "--locked", "--target", tools::WASM_TARGET])
            .arg("--target-dir")
            .arg(&target)
            .args(arguments)
            // Without the relocations of .cargo/config.toml: nothing takes this one apart.
            .env("CARGO_ENCODED_RUSTFLAGS", ""),
    )?;
    let release = target.join(tools::WASM_TARGET).join("release");
    let built = release.join("michishirube_bench.wasm");
    let to = target.join("michishirube_bench.wasm");
    fs::copy(&built, &to).map_err(Failure::file(&built))?;
    Ok(to)
}
