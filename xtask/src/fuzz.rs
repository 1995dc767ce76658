//! `cargo xtask fuzz`: every target of `fuzz/`, each for a time, from its committed examples.

use std::fs;

use crate::failure::Failure;
use crate::shell::{self, Steps, command};
use crate::tools;

/// How long each target is tried when nobody says.
const SECONDS: u32 = 60;
/// Longer than any link is, and long enough for a small file.
const MAX_LENGTH: u32 = 4096;

/// Reads the words after `fuzz`: for how many seconds each target is tried.
pub fn seconds(words: &[&str]) -> Option<u32> {
    match words {
        [] => Some(SECONDS),
        [seconds] => seconds.parse().ok().filter(|seconds| *seconds > 0),
        _ => None,
    }
}

/// Tries every target for so many seconds. What breaks one is kept in `fuzz/artifacts`.
pub fn fuzz(seconds: u32) -> Result<(), Failure> {
    let cargo_fuzz = tools::cargo_fuzz()?;
    let targets = targets()?;
    let mut steps = Steps::new(targets.len() + 1);
    let cargo_fuzz = |verb: &str| {
        let mut fuzz = command(&cargo_fuzz);
        // What the compiler marks for the fuzzer is asked for by flags that stable Rust keeps back. No
        // sanitizer: there is no unsafe code to look into, and the standard library would be built anew.
        fuzz.env("RUSTC_BOOTSTRAP", "1")
            .args(["fuzz", verb, "--sanitizer", "none"]);
        fuzz
    };
    steps.step("build", || shell::run(&mut cargo_fuzz("build")))?;
    for target in &targets {
        // What is found goes to the first folder, outside what is committed.
        let found = format!("fuzz/target/corpus/{target}");
        let folder = shell::root().join(&found);
        fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
        let examples = format!("fuzz/corpus/{target}");
        steps.step(target, || {
            shell::run(cargo_fuzz("run").args([target, &found, &examples]).args([
                "--".to_owned(),
                format!("-max_total_time={seconds}"),
                format!("-max_len={MAX_LENGTH}"),
                "-print_final_stats=1".to_owned(),
            ]))
        })?;
    }
    steps.finish();
    Ok(())
}

/// The targets, by their folders of examples.
fn targets() -> Result<Vec<String>, Failure> {
    let folder = shell::root().join("fuzz/corpus");
    let mut targets = Vec::new();
    for entry in fs::read_dir(&folder).map_err(Failure::file(&folder))? {
        let entry = entry.map_err(Failure::file(&folder))?;
        targets.push(entry.file_name().to_string_lossy().into_owned());
    }
    targets.sort();
    Ok(targets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_a_minute_or_what_is_said() {
        assert_eq!(seconds(&[]), Some(60));
        assert_eq!(seconds(&["5"]), Some(5));
        assert_eq!(seconds(&["0"]), None);
        assert_eq!(seconds(&["a while"]), None);
        assert_eq!(seconds(&["5", "6"]), None);
    }

    #[test]
    fn there_are_targets() {
        assert!(targets().is_ok_and(|targets| targets.contains(&"share_link".to_owned())));
    }
}
