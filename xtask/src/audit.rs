//! `cargo xtask audit`: the rules of deny.toml, by cargo-deny.

use std::process::Stdio;

use crate::failure::Failure;
use crate::shell::{self, command};
use crate::tools;

/// Checks licences, bans and sources, and advisories where their database can be had.
pub fn audit() -> Result<(), Failure> {
    let cargo_deny = tools::cargo_deny()?;
    let check = |what: &[&str]| {
        shell::run(
            command(&cargo_deny)
                .args(["--all-features", "check"])
                .args(what),
        )
    };
    println!("\n==> licences, bans, sources");
    check(&["licenses", "bans", "sources"])?;

    println!("\n==> advisories");
    let mut fetch = command(&cargo_deny);
    fetch.args(["fetch", "db"]).stderr(Stdio::null());
    if shell::run(&mut fetch).is_err() {
        println!("The advisory database cannot be reached from here: advisories were NOT checked.");
        return Ok(());
    }
    check(&["advisories"])
}
