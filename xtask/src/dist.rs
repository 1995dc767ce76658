//! The release build, and the end of every Trunk build.
//!
//! Trunk compiles the app and copies the data into a staging folder; `finish` shrinks the
//! WebAssembly, has xtask/npm/bundle.mjs bundle and link the rest, and only then does Trunk move
//! the folder to its place.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::failure::Failure;
use crate::shell;
use crate::tools::{self, Profile, Toolbox};

/// Set by `serve` for the hook, which then says where the page is.
pub const ADDRESS: &str = "MICHISHIRUBE_ADDRESS";

/// What rustc's WebAssembly may use; wasm-opt refuses what is not named.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Where the release build goes.
pub fn folder() -> PathBuf {
    shell::root().join("dist")
}

/// Builds the app for a static host into `dist/`.
pub fn dist() -> Result<(), Failure> {
    let tools = Toolbox::set_up()?;
    println!("building the app for release (a minute or two the first time)");
    shell::run(&mut tools.trunk("build", Profile::Release)?)?;
    println!("dist/ is ready: upload its contents to any static host, under any path");
    Ok(())
}

/// Finishes what Trunk has built in its staging folder. Trunk calls this (see Trunk.toml).
pub fn finish() -> Result<(), Failure> {
    let staging = PathBuf::from(from_trunk("TRUNK_STAGING_DIR")?);
    let profile = from_trunk("TRUNK_PROFILE")?;
    let node_modules = tools::npm_packages()?;
    if profile == "release" {
        shrink(&staging.join("michishirube_bg.wasm"), &node_modules)?;
        shell::run(
            tools::node(&node_modules)
                .arg("xtask/npm/licences.mjs")
                .arg(tools::WASM_TARGET)
                .arg(staging.join("licences.txt")),
        )?;
    }
    shell::run(
        tools::node(&node_modules)
            .arg("xtask/npm/bundle.mjs")
            .arg(shell::root())
            .arg(&staging)
            .arg(&profile),
    )?;
    if let Ok(address) = std::env::var(ADDRESS) {
        println!("\n    みちしるべ is at {address}   (Ctrl+C stops it)\n");
    }
    Ok(())
}

fn from_trunk(variable: &str) -> Result<String, Failure> {
    std::env::var(variable).map_err(|_| Failure::Missing {
        what: format!("{variable} is not set"),
        remedy: "Trunk sets it and calls this command: use cargo xtask dist or serve".to_owned(),
    })
}

/// Runs the wasm-opt of the pinned npm package over the file, in place.
///
/// Trunk is told not to run one: it would take whatever is on PATH, and some are too old for
/// what rustc writes.
fn shrink(wasm: &Path, node_modules: &Path) -> Result<(), Failure> {
    let size = || {
        fs::metadata(wasm)
            .map(|file| file.len())
            .map_err(Failure::file(wasm))
    };
    let (start, before) = (Instant::now(), size()?);
    println!("wasm-opt -Oz over {before} bytes (some seconds)");
    shell::run(
        tools::node(node_modules)
            .arg(node_modules.join("binaryen/bin/wasm-opt"))
            .arg(wasm)
            .arg("-o")
            .arg(wasm)
            .arg("-Oz")
            .args(WASM_FEATURES),
    )?;
    let (after, seconds) = (size()?, start.elapsed().as_secs_f64());
    println!("wasm-opt: {before} → {after} bytes in {seconds:.1} s");
    Ok(())
}
