//! Reads, checks and embeds the dataset: a mistake in `public/data` fails the build and says where.

use michishirube_core::{
    embed,
    read::{self, Files},
};
use std::{env, error::Error, fs, path::Path, process::ExitCode};

const FOLDER: &str = "public/data";

fn main() -> Result<ExitCode, Box<dyn Error>> {
    // Cargo's own output is read by Cargo, not by people.
    #![allow(clippy::print_stdout)]
    println!("cargo::rerun-if-changed={FOLDER}");
    let mut files = Files::new();
    for entry in fs::read_dir(FOLDER)? {
        let path = entry?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str()) {
            files.insert(name.to_owned(), fs::read_to_string(&path)?);
        }
    }
    match read::edition(&files) {
        Ok(edition) => {
            let out = env::var("OUT_DIR")?;
            // A file each: a screen embeds the words it shows, and only those.
            let prose = &edition.prose;
            for (name, bytes) in [
                ("dataset", embed::encode(&edition.dataset)?),
                ("english", embed::encode(&edition.english)?),
                ("review", embed::encode(&prose.review)?),
                ("budget", embed::encode(&prose.budget)?),
                ("policy", embed::encode(&prose.policy)?),
                ("vision", embed::encode(&prose.vision)?),
                ("changes", embed::encode(&edition.changes)?),
                ("geography", embed::encode(&edition.geography)?),
            ] {
                fs::write(Path::new(&out).join(format!("{name}.postcard")), bytes)?;
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={FOLDER}/{problem}");
            }
            Ok(ExitCode::FAILURE)
        }
    }
}
