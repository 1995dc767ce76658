//! The English names: one for everything that has a name, so that nothing new goes without.

use super::Files;
use crate::{
    csv::Table,
    dataset::Dataset,
    english::{EnglishNames, Named},
    problem::{Kind, Problems},
};
use std::collections::BTreeMap;

const FILE: &str = "english.csv";

/// What stands in the column `kind`, in the order of [`Named::ALL`].
const KINDS: [(&str, Named); Named::ALL.len()] = [
    ("document", Named::Document),
    ("area", Named::Area),
    ("area-short", Named::AreaInShort),
    ("subprefecture", Named::Subprefecture),
    ("seat", Named::Seat),
    ("municipality", Named::Municipality),
    ("category", Named::Category),
    ("sdg", Named::Sdg),
    ("project", Named::Project),
    ("program", Named::Program),
    ("indicator", Named::Indicator),
    ("unit", Named::Unit),
];

/// The file that has the ids of a kind.
const fn file(kind: Named) -> &'static str {
    match kind {
        Named::Document => "documents.csv",
        Named::Area | Named::AreaInShort => "areas.csv",
        Named::Subprefecture | Named::Seat => "subprefectures.csv",
        Named::Municipality => "municipalities.csv",
        Named::Category => "categories.csv",
        Named::Sdg => "sdgs.csv",
        Named::Project => "projects.csv",
        Named::Program => "programs.csv",
        Named::Indicator | Named::Unit => "indicators.csv",
    }
}

/// Reads the names, and checks that nothing is named twice, not at all, or without being there.
pub(super) fn english(files: &Files, dataset: &Dataset, problems: &Problems) -> EnglishNames {
    let Some(text) = files.get(FILE) else {
        problems.of_file(FILE, Kind::MissingFile);
        return EnglishNames::default();
    };
    let table = Table::read(FILE, text, problems);
    if !table.has_columns(&["kind", "id", "name", "note"], problems) {
        return EnglishNames::default();
    }
    let ids = Named::ALL.map(|kind| (kind, kind.ids(dataset)));
    let places = || {
        let ids = ids.iter();
        ids.flat_map(|(kind, ids)| ids.iter().map(|id| (*kind, id.as_str())))
    };
    let mut names: BTreeMap<(Named, &str), Option<&str>> =
        places().map(|place| (place, None)).collect();
    for row in table.rows(problems) {
        let kind = row.one_of("kind", &KINDS);
        let (id, name) = (row.required("id"), row.required("name"));
        let _ = row.one_of("note", &[("official", ()), ("editorial", ())]);
        if name.contains(['\n', '\r']) {
            let said = "改行は使えません。1行で書いてください。";
            row.problem("name", Kind::Said(said.to_owned()));
        }
        let Some(kind) = kind.filter(|_| !id.is_empty()) else {
            continue;
        };
        match names.get_mut(&(kind, id)) {
            Some(given @ None) => *given = Some(name),
            Some(Some(_)) => row.problem("id", Kind::Duplicate(id.to_owned())),
            None => {
                let (id, file) = (id.to_owned(), file(kind));
                row.problem("id", Kind::Unknown { id, file });
            }
        }
    }
    for ((kind, id), name) in &names {
        if name.is_none() {
            let word = KINDS[*kind as usize].0;
            let said = format!(
                "「{id}」（{word}）の英語の名前がありません。「{word},{id},英語の名前,editorial」の行を加えてください。"
            );
            problems.of_file(FILE, Kind::Said(said));
        }
    }
    places().filter_map(|place| names[&place]).collect()
}
