//! The release build, and the end of every Trunk build.
//!
//! Trunk compiles the app and copies the data into a staging folder; `finish` shrinks the
//! WebAssembly, has xtask/npm/bundle.mjs bundle and link the rest, prerender.mjs put ホーム into the
//! page, offline.mjs list all for the service worker and compress.mjs prepare what a host sends, and
//! only then does Trunk move the folder to its place.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::shell;
use crate::tools::{self, Profile, Toolbox};

/// Set by `serve` for the hook, which then says where the page is.
pub const ADDRESS: &str = "MICHISHIRUBE_ADDRESS";

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
    let parts = take_apart(&staging, &profile)?;
    if profile == "release" {
        println!(
            "shrinking {} WebAssembly files (half a minute)",
            parts.len()
        );
        shell::run(
            tools::node(&node_modules)
                .arg("xtask/npm/shrink.mjs")
                .args(&parts),
        )?;
        shell::run(
            tools::node(&node_modules)
                .arg("xtask/npm/licences.mjs")
                .arg(tools::WASM_TARGET)
                .arg(staging.join("licences.txt")),
        )?;
    }
    let address = std::env::var(ADDRESS).ok();
    let hosted = profile == "release" && address.is_none();
    // A browser must not keep a build that is served for development.
    let used = if hosted { "hosted" } else { "served" };
    let script = |name: &str| {
        let mut node = tools::node(&node_modules);
        node.arg(Path::new("xtask/npm").join(name));
        node
    };
    shell::run(
        script("bundle.mjs")
            .arg(shell::root())
            .arg(&staging)
            .args([&profile, used]),
    )?;
    if profile == "release" {
        shell::run(script("prerender.mjs").arg(&staging))?;
    }
    // Of the files as they are served, so nothing may change them after this.
    shell::run(
        script("offline.mjs")
            .arg(shell::root())
            .arg(&staging)
            .arg(used),
    )?;
    if hosted {
        shell::run(script("compress.mjs").arg(&staging))?;
    }
    if let Some(address) = address {
        println!("\n    みちしるべ is at {address}   (Ctrl+C stops it)\n");
    }
    Ok(())
}

/// Takes the compiled WebAssembly apart at the `#[wasm_split]` functions, into the file that is
/// loaded first and one for each screen, and writes the glue of the first anew: Trunk's is that of
/// the whole. Gives the files.
fn take_apart(staging: &Path, profile: &str) -> Result<Vec<PathBuf>, Failure> {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| shell::root().join("target"), PathBuf::from);
    let whole = target
        .join(tools::WASM_TARGET)
        .join(profile)
        .join("michishirube.wasm");
    let folder = staging.join("split");
    // The programs are on the PATH that Trunk was started with.
    shell::run(
        shell::command("wasm-split-cli")
            .arg(&whole)
            .arg(&folder)
            .args(["--out-name", "michishirube"]),
    )?;
    let main = folder.join("michishirube.wasm");
    shell::run(
        shell::command("wasm-bindgen")
            .arg(&main)
            .arg("--out-dir")
            .arg(&folder)
            .args(["--out-name", "michishirube", "--target", "web"])
            .args(["--keep-lld-exports", "--no-typescript"]),
    )?;
    fs::remove_file(&main).map_err(Failure::file(&main))?;
    let mut parts = Vec::new();
    for entry in fs::read_dir(&folder).map_err(Failure::file(&folder))? {
        let path = entry.map_err(Failure::file(&folder))?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "wasm")
        {
            parts.push(path);
        }
    }
    parts.sort();
    Ok(parts)
}

fn from_trunk(variable: &str) -> Result<String, Failure> {
    std::env::var(variable).map_err(|_| Failure::Missing {
        what: format!("{variable} is not set"),
        remedy: "Trunk sets it and calls this command: use cargo xtask dist or serve".to_owned(),
    })
}
