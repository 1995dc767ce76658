//! `cargo xtask test`: every check, in the order in which they fail fastest.

use std::fs;
use std::path::PathBuf;

use crate::browser::{Browser, Engine};
use crate::budget;
use crate::dist;
use crate::failure::Failure;
use crate::nginx;
use crate::shell::{self, Steps, cargo};
use crate::tools::{self, Toolbox, WASM_TARGET};

/// Runs all checks; the first that fails ends the run.
pub fn everything() -> Result<(), Failure> {
    let mut browsers = Vec::new();
    let mut steps = Steps::new(8);
    steps.step("set-up", || {
        Toolbox::set_up()?;
        nginx::install_where_simple();
        browsers = Browser::all()?;
        Ok(())
    })?;
    steps.step("format", || {
        shell::run(cargo().args(["fmt", "--all", "--check"]))
    })?;
    steps.step("lints, native", || {
        // The app itself exists only for the browser.
        let native = ["--workspace", "--exclude", "michishirube", "--all-targets"];
        shell::run(cargo().arg("clippy").args(native).args([
            "--all-features",
            "--locked",
            "--",
            "-D",
            "warnings",
        ]))
    })?;
    steps.step("lints, wasm32", || {
        let app = ["-p", "michishirube", "--target", WASM_TARGET];
        shell::run(
            cargo()
                .arg("clippy")
                .args(app)
                .args(["--locked", "--", "-D", "warnings"]),
        )
    })?;
    steps.step("native tests", || {
        // The app's own are those of its charts, which are laid out without a browser.
        let native = ["--workspace", "--all-features", "--locked", "--quiet"];
        shell::run(cargo().arg("test").args(native))
    })?;
    steps.step("release build", dist::dist)?;
    steps.step("size budgets", budget::check)?;
    steps.step("browser tests", || {
        browsers
            .iter()
            .try_for_each(|browser| test_in(browser, None))
    })?;
    steps.finish();
    Ok(())
}

/// Runs the browser tests on the release build in `dist/`: all, those of a file, or those of a name; in
/// every engine there is, or in this one.
pub fn end_to_end(name: Option<&str>, engine: Option<Engine>) -> Result<(), Failure> {
    budget::require_dist()?;
    nginx::install_where_simple();
    let browsers = match engine {
        Some(engine) => vec![Browser::of(engine)?],
        None => Browser::all()?,
    };
    browsers
        .iter()
        .try_for_each(|browser| test_in(browser, name))
}

/// Runs browser tests in one engine.
fn test_in(browser: &Browser, name: Option<&str>) -> Result<(), Failure> {
    println!("\nin {}", browser.engine.name());
    let mut node = tools::node(&tools::npm_packages()?);
    // Two pages at a time are what two cores bear. Beside the tests the run says what was left out.
    node.args(["--test", "--test-concurrency=2"]);
    for reporter in ["spec", "./tests/e2e/left-out.mjs"] {
        node.arg(format!("--test-reporter={reporter}"))
            .arg("--test-reporter-destination=stdout");
    }
    let files = test_files()?;
    let named: Vec<_> = files
        .iter()
        .filter(|file| name.is_some_and(|name| file.to_string_lossy().contains(name)))
        .collect();
    match name {
        Some(_) if !named.is_empty() => node.args(named),
        Some(name) => node.arg(format!("--test-name-pattern={name}")).args(&files),
        None => node.args(&files),
    };
    shell::run(browser.tell(&mut node))
}

/// Takes pictures of the release build; the words are those of tests/e2e/shots.mjs.
pub fn shots(words: &[&str]) -> Result<(), Failure> {
    budget::require_dist()?;
    shell::run(node_with_browser()?.arg("tests/e2e/shots.mjs").args(words))
}

/// `node` with the packages and Chromium in its environment, as the scripts in tests/ expect it.
pub fn node_with_browser() -> Result<std::process::Command, Failure> {
    let mut node = tools::node(&tools::npm_packages()?);
    Browser::of(Engine::Chromium)?.tell(&mut node);
    Ok(node)
}

/// The files of browser tests, in order of name.
fn test_files() -> Result<Vec<PathBuf>, Failure> {
    let folder = shell::root().join("tests/e2e");
    let entries = fs::read_dir(&folder).map_err(Failure::file(&folder))?;
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry.map_err(Failure::file(&folder))?;
        if entry.file_name().to_string_lossy().ends_with(".test.mjs") {
            files.push(PathBuf::from("tests/e2e").join(entry.file_name()));
        }
    }
    files.sort();
    Ok(files)
}
