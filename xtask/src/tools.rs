//! Sets up what the commands need: the wasm target, the pinned tools, the npm packages.
//!
//! Everything goes into a cache of the user's, named by version, so that a second start and another
//! clone find it done. A file lock keeps two commands from installing at once; what marks a thing
//! as done is written last, so that an interrupted set-up is done again.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::shell::{self, cargo, command};

/// The build target of the app.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
const WASM_SPLIT: &str = "0.2.4";
const CARGO_DENY: &str = "0.20.2";
const CARGO_FUZZ: &str = "0.13.2";
const OLDEST_NODE: u32 = 20;

/// A Rust program that is built from its crate.
struct Tool {
    krate: &'static str,
    program: &'static str,
    version: String,
    features: &'static [&'static str],
    minutes: u32,
}

/// What the building commands use, ready: the folders of wasm-bindgen, trunk and wasm-split-cli.
pub struct Toolbox(Vec<PathBuf>);

impl Toolbox {
    /// Sets up all that `serve` and `dist` need; quick when it is there already.
    pub fn set_up() -> Result<Self, Failure> {
        npm_packages()?;
        crates()?;
        wasm_target()?;
        let lock = read_project_file("Cargo.lock")?;
        let wasm_bindgen = locked_version(&lock, "wasm-bindgen").ok_or_else(|| {
            Failure::Unexpected("Cargo.lock names no version of wasm-bindgen".to_owned())
        })?;
        Ok(Self(vec![
            Tool {
                krate: "wasm-bindgen-cli",
                program: "wasm-bindgen",
                version: wasm_bindgen,
                features: &[],
                minutes: 2,
            }
            .install()?,
            Tool {
                krate: "trunk",
                program: "trunk",
                version: TRUNK.to_owned(),
                features: &["--no-default-features", "--features", "rustls"],
                minutes: 5,
            }
            .install()?,
            Tool {
                krate: "wasm_split_cli_support",
                program: "wasm-split-cli",
                version: WASM_SPLIT.to_owned(),
                features: &["--features", "build-binary"],
                minutes: 2,
            }
            .install()?,
        ]))
    }

    /// `trunk` with the pinned tools first on its PATH, kept from reaching for the network.
    pub fn trunk(&self, verb: &str, profile: Profile) -> Result<Command, Failure> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = self.0.iter().cloned();
        let path = std::env::join_paths(folders.chain(std::env::split_paths(&path)))
            .map_err(|error| Failure::Unexpected(format!("PATH: {error}")))?;
        // The program itself is looked up on the PATH given here.
        let mut trunk = command("trunk");
        trunk
            .env("PATH", path)
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            // A compile error is told by rustc; where Trunk was then helps nobody.
            .env("RUST_BACKTRACE", "0")
            .args([verb, "--offline"]);
        if std::env::var_os("NO_COLOR").is_some() {
            // Trunk takes only "true" where the convention is any value.
            trunk.env("NO_COLOR", "true");
        }
        if profile == Profile::Release {
            trunk.arg("--release");
            if let Some(flag) = anonymous_crates() {
                trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flag);
            }
        }
        Ok(trunk)
    }
}

/// How the app is built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build.
    #[default]
    Debug,
    /// Small and quick to run.
    Release,
}

/// The compiler flag that keeps the builder's home folder out of the messages in the WebAssembly.
/// Cargo adds it to the flags in .cargo/config.toml.
fn anonymous_crates() -> Option<String> {
    let home = variable("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(Path::new(&variable("HOME")?).join(".cargo")))?;
    let crates = home.join("registry").join("src");
    // Cargo takes flags apart at spaces.
    let crates = crates.to_str().filter(|path| !path.contains(' '))?;
    Some(format!("--remap-path-prefix={crates}=crates"))
}

/// `cargo-deny`, which only `audit` needs.
pub fn cargo_deny() -> Result<PathBuf, Failure> {
    let folder = Tool {
        krate: "cargo-deny",
        program: "cargo-deny",
        version: CARGO_DENY.to_owned(),
        features: &[],
        minutes: 3,
    }
    .install()?;
    Ok(folder.join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX)))
}

/// `cargo-fuzz`, which only `fuzz` needs.
pub fn cargo_fuzz() -> Result<PathBuf, Failure> {
    let folder = Tool {
        krate: "cargo-fuzz",
        program: "cargo-fuzz",
        version: CARGO_FUZZ.to_owned(),
        features: &[],
        minutes: 2,
    }
    .install()?;
    Ok(folder.join(format!("cargo-fuzz{}", std::env::consts::EXE_SUFFIX)))
}

/// `node` with the folder of the npm packages in its environment, as our scripts expect it.
pub fn node(node_modules: &Path) -> Command {
    let mut node = command("node");
    node.env("MICHISHIRUBE_NODE_MODULES", node_modules);
    node
}

/// The npm packages of xtask/npm/package-lock.json, installed in the cache.
pub fn npm_packages() -> Result<PathBuf, Failure> {
    let node = node_version()?;
    let manifest = read_project_file("xtask/npm/package.json")?;
    let lock = read_project_file("xtask/npm/package-lock.json")?;
    let key = fingerprint(&[&manifest, &lock]);
    let folder = cache()?
        .join("npm")
        .join(format!("{key:016x}-node{}", node));
    let modules = folder.join("node_modules");
    let stamp = folder.join("complete");
    if stamp.is_file() {
        return Ok(modules);
    }

    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    let _guard = lock_file(&folder.join("lock"))?;
    if stamp.is_file() {
        return Ok(modules);
    }
    println!(
        "set-up: installing the npm packages of the build and the tests (about half a minute)"
    );
    for (name, text) in [("package.json", &manifest), ("package-lock.json", &lock)] {
        let path = folder.join(name);
        fs::write(&path, text).map_err(Failure::file(&path))?;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    shell::run(command(npm).current_dir(&folder).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))?;
    fs::write(&stamp, "").map_err(Failure::file(&stamp))?;
    Ok(modules)
}

impl Tool {
    /// The folder that holds the program, which is built first if it must be.
    fn install(&self) -> Result<PathBuf, Failure> {
        let tools = cache()?.join("tools");
        let home = tools.join(format!("{}-{}", self.krate, self.version));
        let folder = home.join("bin");
        let program = folder.join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        // cargo writes this list after it has moved the program into place.
        let stamp = home.join(".crates2.json");
        let ready = || program.is_file() && stamp.is_file();
        if ready() {
            return Ok(folder);
        }
        if let Some(folder) = self.on_path() {
            return Ok(folder);
        }

        fs::create_dir_all(&tools).map_err(Failure::file(&tools))?;
        let _guard = lock_file(&tools.join("lock"))?;
        if ready() {
            return Ok(folder);
        }
        println!(
            "set-up: building {} {} with cargo install, once (about {} minutes on two cores)",
            self.krate, self.version, self.minutes
        );
        let build = tools.join("build");
        let arguments = [
            "install",
            self.krate,
            "--version",
            &self.version,
            "--locked",
        ];
        shell::run(
            cargo()
                // Away from the project's own cargo configuration.
                .current_dir(&tools)
                .args(arguments)
                .args(self.features)
                .arg("--root")
                .arg(&home)
                .env_remove("RUSTFLAGS")
                .env_remove("CARGO_ENCODED_RUSTFLAGS")
                .env_remove("CARGO_BUILD_TARGET")
                .env("CARGO_TARGET_DIR", &build)
                // Tools that wait for cargo need no optimizing; building them quickly matters more.
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
        )?;
        // More than a gigabyte that nothing needs again.
        fs::remove_dir_all(&build).map_err(Failure::file(&build))?;
        Ok(folder)
    }

    /// The folder of the same version on PATH, for those who have it already.
    fn on_path(&self) -> Option<PathBuf> {
        let program = shell::find(&[self.program])?;
        let printed = Command::new(&program).arg("--version").output().ok()?;
        let printed = String::from_utf8(printed.stdout).ok()?;
        let same = printed.split_whitespace().nth(1) == Some(self.version.as_str());
        same.then(|| program.parent().map(Path::to_path_buf))?
    }
}

/// Downloads the crates of Cargo.lock: Trunk, kept from the network, keeps cargo from it too.
fn crates() -> Result<(), Failure> {
    shell::run(cargo().args(["fetch", "--quiet"])).map_err(|failure| Failure::Missing {
        what: format!("the crates of Cargo.lock could not be downloaded ({failure})"),
        remedy: "The first build needs the network; later ones do not".to_owned(),
    })
}

/// Adds the wasm target to the toolchain. rustup does so by itself from rust-toolchain.toml.
fn wasm_target() -> Result<(), Failure> {
    let sysroot = shell::read(command("rustc").args(["--print", "sysroot"]))?;
    let target = Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET);
    if target.is_dir() {
        return Ok(());
    }
    println!("set-up: adding the Rust target {WASM_TARGET}");
    shell::run(command("rustup").args(["target", "add", WASM_TARGET])).map_err(|failure| {
        Failure::Missing {
            what: format!("the Rust standard library for {WASM_TARGET} is missing ({failure})"),
            remedy: format!("Install it, with rustup: rustup target add {WASM_TARGET}"),
        }
    })
}

/// The major version of Node.js, which must be recent enough.
fn node_version() -> Result<u32, Failure> {
    let missing = |what: String| Failure::Missing {
        what,
        remedy: format!(
            "Install Node.js {OLDEST_NODE} or newer with npm (it bundles the scripts and runs the browser tests)"
        ),
    };
    let output = command("node")
        .arg("--version")
        .output()
        .map_err(|_| missing("Node.js is not on PATH".to_owned()))?;
    let printed = String::from_utf8_lossy(&output.stdout);
    match major_version(&printed) {
        Some(major) if major >= OLDEST_NODE => Ok(major),
        Some(_) => Err(missing(format!("Node.js {} is too old", printed.trim()))),
        None => Err(missing("`node --version` prints no version".to_owned())),
    }
}

/// The folder of everything that is installed or built once for this user.
pub fn cache() -> Result<PathBuf, Failure> {
    let folder = if let Some(folder) = variable("XDG_CACHE_HOME") {
        PathBuf::from(folder)
    } else if cfg!(windows) {
        PathBuf::from(variable("LOCALAPPDATA").ok_or_else(|| no_home("LOCALAPPDATA"))?)
    } else {
        let home = PathBuf::from(variable("HOME").ok_or_else(|| no_home("HOME"))?);
        home.join(if cfg!(target_os = "macos") {
            "Library/Caches"
        } else {
            ".cache"
        })
    };
    Ok(folder.join("michishirube"))
}

fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

fn no_home(variable: &str) -> Failure {
    Failure::Missing {
        what: format!("the environment variable {variable} is not set"),
        remedy: "Set it, or set XDG_CACHE_HOME to a folder for the tools".to_owned(),
    }
}

/// Waits for the lock at `path` and holds it until the file is dropped.
fn lock_file(path: &Path) -> Result<File, Failure> {
    let file = File::create(path).map_err(Failure::file(path))?;
    if file.try_lock().is_err() {
        println!("set-up: waiting for another cargo xtask to finish its set-up");
        file.lock().map_err(Failure::file(path))?;
    }
    Ok(file)
}

fn read_project_file(name: &str) -> Result<String, Failure> {
    let path = shell::root().join(name);
    fs::read_to_string(&path).map_err(Failure::file(&path))
}

/// The version that a Cargo.lock gives for a package.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

/// The major version in what `node --version` prints.
fn major_version(printed: &str) -> Option<u32> {
    printed
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// A short name for these texts (64-bit FNV-1a): the same on every machine and in every version.
fn fingerprint(texts: &[&str]) -> u64 {
    texts
        .iter()
        .flat_map(|text| text.bytes().chain([0]))
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.9.9\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.126\"\nsource = \"x\"\n";

    #[test]
    fn a_version_is_read_from_the_package_of_exactly_that_name() {
        assert_eq!(
            locked_version(LOCK, "wasm-bindgen").as_deref(),
            Some("0.2.126")
        );
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }

    #[test]
    fn the_project_locks_a_wasm_bindgen() {
        let lock = include_str!("../../Cargo.lock");
        assert!(locked_version(lock, "wasm-bindgen").is_some());
    }

    #[test]
    fn the_npm_lock_names_no_host_and_pins_exact_versions() {
        let lock = include_str!("../npm/package-lock.json");
        assert!(!lock.contains("\"resolved\""));
        let manifest = include_str!("../npm/package.json");
        let (_, dependencies) = manifest.split_once("\"dependencies\"").unwrap_or_default();
        assert!(!dependencies.contains(['^', '~', '*']) && !dependencies.is_empty());
    }

    #[test]
    fn the_major_version_of_node_is_the_first_number() {
        assert_eq!(major_version("v20.20.2\n"), Some(20));
        assert_eq!(major_version("20.20.2"), None);
    }

    #[test]
    fn a_fingerprint_tells_where_one_text_ends() {
        assert_ne!(fingerprint(&["ab", "c"]), fingerprint(&["a", "bc"]));
        assert_eq!(fingerprint(&[]), 0xcbf2_9ce4_8422_2325);
    }
}
