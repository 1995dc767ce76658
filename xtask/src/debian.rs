//! Installs packages where that is simple: on Debian, as root.

use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::shell::{self, command};

/// Whether the machine has Debian's installer.
pub fn has_apt() -> bool {
    shell::find(&["apt-get"]).is_some()
}

/// Whether this user may install packages without asking for a password.
pub fn may_install() -> bool {
    let user = shell::find(&["id"])
        .map(|id| shell::read(command(id).arg("-u")))
        .and_then(Result::ok);
    has_apt()
        && Path::new("/etc/debian_version").is_file()
        && user.is_some_and(|user| user.trim() == "0")
}

/// Installs these packages, without what they recommend.
pub fn install(packages: &[&str]) -> Result<(), Failure> {
    shell::run(apt_get().args(["update", "-qq"]))?;
    shell::run(
        apt_get()
            .args(["install", "-y", "-qq", "--no-install-recommends"])
            .args(packages),
    )
}

fn apt_get() -> Command {
    let mut apt = command("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive")
        // What is installed for the tests is started by them, not by the system.
        .env("RUNLEVEL", "1");
    apt
}
