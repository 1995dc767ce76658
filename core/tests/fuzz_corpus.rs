//! The examples of `fuzz/corpus`: what fuzzing began with and what it found, run as it runs them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a surprise should stop the test, there and then"
)]

#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::{collections::BTreeSet, fs, path::Path};

fn corpus() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus")
}

#[test]
fn no_example_breaks_what_it_is_given_to() {
    for (name, body) in targets::TARGETS {
        let folder = fs::read_dir(corpus().join(name)).unwrap();
        let files: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
        assert!(!files.is_empty(), "{name} has no examples");
        for file in files {
            let bytes = fs::read(&file).unwrap();
            // Seen only when the body panics: which example it was.
            println!("{name}: {}", file.display());
            body(&bytes);
        }
    }
}

#[test]
fn every_target_can_be_fuzzed_and_has_examples() {
    let names: BTreeSet<_> = targets::TARGETS.map(|(name, _)| name.to_owned()).into();
    let manifest = fs::read_to_string(corpus().join("../Cargo.toml")).unwrap();
    let bins = manifest.lines().filter_map(|line| {
        let name = line.strip_prefix("name = \"")?.strip_suffix('"')?;
        (name != "michishirube-fuzz").then(|| name.to_owned())
    });
    assert_eq!(bins.collect::<BTreeSet<_>>(), names);
    let folders = fs::read_dir(corpus()).unwrap();
    let folders = folders.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(folders.collect::<BTreeSet<_>>(), names);
}
