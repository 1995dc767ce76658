//! What is tried with any bytes: every reader of what strangers may hand in.
//!
//! A body must come to an end without a panic, and what it could read must survive being written and
//! read again. `cargo xtask fuzz` runs these with cargo-fuzz; `core/tests/fuzz_corpus.rs` includes this
//! file and replays `corpus/` natively, so both run the same code.

#[allow(dead_code, reason = "not everything is used here")]
#[path = "../../core/tests/shared/mod.rs"]
mod shared;

use michishirube_core::{
    facets::FacetIndex,
    fiscal_year::Era,
    infrastructure::{geojson, table, works::Works},
    input,
    opinion::{Sheets, file as opinion},
    scenario::{Record, Scenario, ScenarioId, ScenarioRecord, Value},
    share::{changes::changes, file, link},
    view::View,
};
use shared::{dataset, prose};
use std::sync::OnceLock;

/// A body with the name of its target and of its folder of examples.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const TARGETS: [Target; 6] = [
    ("share_link", share_link),
    ("record", record),
    ("view_query", view_query),
    ("opinions", opinions),
    ("works", works),
    ("number", number),
];

/// A shared scenario: the bytes as the text of a fragment, and as what stands behind its checksum.
pub fn share_link(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let behind = format!("{}{text}", link::PREFIX);
    for fragment in [text.as_ref(), &behind, &link::seal(bytes)] {
        let Ok(shared) = link::decode(fragment, dataset()) else {
            continue;
        };
        let scenario = shared.scenario;
        let _ = changes(&scenario, dataset(), Era::Wareki);
        let _ = scenario.settings().words(Era::Seireki);
        // A text may be longer here than there, since what cannot be read became a sign of its own.
        let Ok(again) = link::encode(&scenario, dataset()) else {
            continue;
        };
        let again = link::decode(&again, dataset()).map(|shared| shared.scenario);
        assert_eq!(again.as_ref().map(whole), Ok(whole(&scenario)));
    }
}

/// The record of scenarios, as a browser keeps it and as a file holds it.
pub fn record(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Err(error) = file::read(&text, dataset()) {
        assert!(!error.message().is_empty());
    }
    let Ok(record) = serde_json::from_str::<Record>(&text) else {
        return;
    };
    let scenarios = record.into_scenarios(dataset());
    let again = file::write(&scenarios, None, dataset(), 0);
    let again: Result<Record, _> = serde_json::from_str(&again);
    assert_eq!(
        again.ok().map(|record| record.into_scenarios(dataset())),
        Some(scenarios)
    );
}

/// The query of a link.
pub fn view_query(bytes: &[u8]) {
    static FACETS: OnceLock<FacetIndex> = OnceLock::new();
    let facets = FACETS.get_or_init(|| FacetIndex::new(dataset()));
    let text = String::from_utf8_lossy(bytes);
    let (view, _) = View::parse(&text, dataset(), facets);
    let query = view.to_query(dataset(), facets);
    let (again, ignored) = View::parse(query.trim_start_matches('?'), dataset(), facets);
    assert_eq!((again, ignored), (view, Vec::new()), "{query}");
}

/// 意見シート as CSV.
pub fn opinions(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let measures = prose().vision.measures(dataset());
    let (entries, problems) = opinion::read("test.csv", &text, &measures);
    for problem in problems {
        assert!(!problem.to_string().is_empty());
    }
    let mut sheets = Sheets::default();
    sheets.merge("test.csv", entries);
    let written = opinion::write(&sheets, &measures);
    let (_, problems) = opinion::read("test.csv", &written, &measures);
    assert_eq!(problems, [], "{written}");
}

/// Works of infrastructure as CSV and as GeoJSON.
pub fn works(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let towns = &dataset().municipalities;
    for import in [table::read(&text, towns), geojson::read(&text, towns)] {
        for problem in &import.problems {
            assert!(!problem.to_string().is_empty());
        }
        let mut works = Works::default();
        works.take(import.works);
        let all: Vec<_> = works.entries().iter().map(|entry| &entry.work).collect();
        let (csv, json) = (table::write(&works, towns), geojson::write(&works, towns));
        for again in [table::read(&csv, towns), geojson::read(&json, towns)] {
            assert_eq!(again.works.iter().collect::<Vec<_>>(), all);
        }
    }
}

/// A number or a year as people type it; the first byte chooses the unit.
pub fn number(bytes: &[u8]) {
    const UNITS: [&str; 8] = ["人", "千人", "万人", "%", "件", "百万円", "人泊", ""];
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let unit = UNITS[usize::from(*first) % UNITS.len()];
    let text = String::from_utf8_lossy(rest);
    match input::number(&text, unit) {
        Ok(figure) => {
            let printed = Value::Figure(figure).text(unit, Era::Wareki);
            let again = input::number(&printed, unit);
            let digits = |figure: &_| format!("{figure}");
            assert_eq!(again.as_ref().map(digits), Ok(digits(&figure)), "{printed}");
        }
        Err(error) => assert!(!error.message().is_empty()),
    }
    if let Ok(year) = input::fiscal_year(&text) {
        for era in [Era::Wareki, Era::Seireki] {
            assert_eq!(input::fiscal_year(&year.name(era)), Ok(year));
        }
    }
}

/// All that is in a scenario, to the printed digit.
fn whole(scenario: &Scenario) -> String {
    let record = ScenarioRecord::new(ScenarioId::FIRST, scenario, dataset());
    format!("{record:?}")
}
