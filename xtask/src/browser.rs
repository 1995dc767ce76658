//! Finds a Chromium for the browser tests, or installs one where that is simple.

use std::path::PathBuf;

use crate::debian;
use crate::failure::Failure;
use crate::shell;

const ON_PATH: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
];

/// Where the installers of macOS and Windows put it.
const ELSEWHERE: [&str; 5] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const DEBIAN_PACKAGES: [&str; 2] = ["chromium", "fonts-noto-cjk"];

/// The browser named by the variable CHROMIUM, else one on this machine, else one from Debian.
pub fn find_or_install() -> Result<PathBuf, Failure> {
    if let Some(named) = std::env::var_os("CHROMIUM").filter(|value| !value.is_empty()) {
        let named = PathBuf::from(named);
        return if named.is_file() {
            Ok(named)
        } else {
            Err(Failure::Missing {
                what: format!("CHROMIUM names {}, which is no file", named.display()),
                remedy: "Give the path of a Chromium or Chrome program".to_owned(),
            })
        };
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    if debian::may_install() {
        println!("set-up: installing Chromium and Japanese fonts from Debian (a minute or two)");
        debian::install(&DEBIAN_PACKAGES)?;
    }
    find().ok_or_else(|| Failure::Missing {
        what: "the browser tests need Chromium or Chrome".to_owned(),
        remedy: if debian::has_apt() {
            format!(
                "Install it with: sudo apt-get install {}",
                DEBIAN_PACKAGES.join(" ")
            )
        } else {
            "Install one, or give the path of one in the variable CHROMIUM".to_owned()
        },
    })
}

fn find() -> Option<PathBuf> {
    let elsewhere = || {
        ELSEWHERE
            .iter()
            .map(PathBuf::from)
            .find(|path| path.is_file())
    };
    shell::find(&ON_PATH).or_else(elsewhere)
}
