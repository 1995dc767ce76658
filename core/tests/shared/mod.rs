//! The committed data, read once for all tests of a program.

use michishirube_core::{
    dataset::{Dataset, Prose},
    fiscal_year::FiscalYear,
    read::{self, Edition},
};
use std::{fs, path::Path, sync::OnceLock};

/// Everything in `public/data`.
pub fn edition() -> &'static Edition {
    static EDITION: OnceLock<Edition> = OnceLock::new();
    EDITION.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/data");
        let files = fs::read_dir(folder)
            .unwrap()
            .map(|entry| {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                (name, fs::read_to_string(path).unwrap())
            })
            .collect();
        read::edition(&files).unwrap()
    })
}

/// The facts.
pub fn dataset() -> &'static Dataset {
    &edition().dataset
}

/// The documents' words.
pub fn prose() -> &'static Prose {
    &edition().prose
}

/// A fiscal year by its western number.
pub fn year(western: u16) -> FiscalYear {
    FiscalYear::try_from(western).unwrap()
}
