//! `cargo xtask bench`: what the release build weighs and how long it takes.

use crate::budget::{Part, Sizes};
use crate::check;
use crate::failure::Failure;
use crate::shell;

/// Prints the sizes, then the times.
pub fn bench() -> Result<(), Failure> {
    let sizes = Sizes::measure()?;
    println!("Sizes in bytes (brotli at quality 11)\n");
    println!(
        "{}",
        sizes.table(&[
            Part::FirstScreen,
            Part::App,
            Part::Screens,
            Part::Charts,
            Part::Offline,
            Part::OnRequest
        ])
    );
    println!("\nTimes on the main thread in milliseconds\n");
    shell::run(check::node_with_browser()?.arg("tests/bench/times.mjs"))
}
