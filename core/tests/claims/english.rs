//! The English names laid over the committed data: all of them, and nothing else.

use crate::shared::{dataset, edition};
use michishirube_core::{
    dataset::Dataset,
    embed,
    english::{EnglishNames, Named},
    language::{Language, lang_of, speak},
    model::{Municipality, RowId},
    search::SearchIndex,
};
use serde_json::Value;
use std::{collections::BTreeMap, sync::OnceLock};
use unicode_normalization::UnicodeNormalization;

fn english() -> &'static Dataset {
    static ENGLISH: OnceLock<Dataset> = OnceLock::new();
    ENGLISH.get_or_init(|| dataset().clone().in_english(&edition().english))
}

fn names(dataset: &Dataset, kind: Named) -> Vec<&str> {
    fn of<T>(records: &[T], name: impl Fn(&T) -> &String) -> Vec<&str> {
        records.iter().map(|record| name(record).as_str()).collect()
    }
    match kind {
        Named::Document => of(&dataset.documents, |document| &document.title),
        Named::Area => of(&dataset.areas, |area| &area.name),
        Named::AreaInShort => of(&dataset.areas, |area| &area.short_name),
        Named::Subprefecture => of(&dataset.subprefectures, |place| &place.name),
        Named::Seat => of(&dataset.subprefectures, |place| &place.seat.name),
        Named::Municipality => of(&dataset.municipalities, |town| &town.place.name),
        Named::Category => of(&dataset.categories, |category| &category.name),
        Named::Sdg => of(&dataset.sdg_names, |name| name),
        Named::Project => of(&dataset.projects, |project| &project.name),
        Named::Program => dataset.programs.names.iter().collect(),
        Named::Indicator => dataset.indicators.names.iter().collect(),
        Named::Unit => dataset.indicators.units.iter().collect(),
    }
}

#[test]
fn everything_has_the_english_name_of_its_own_line() {
    let file = include_str!("../../../public/data/english.csv");
    // Cells with commas stand in quotes; the name is the only one.
    let lines: BTreeMap<(&str, &str), String> = file
        .lines()
        .skip(1)
        .map(|line| {
            let mut cells = line.splitn(3, ',');
            let (kind, id) = (cells.next().unwrap(), cells.next().unwrap());
            let (name, _note) = cells.next().unwrap().rsplit_once(',').unwrap();
            ((kind, id), name.trim_matches('"').to_owned())
        })
        .collect();
    let words = [
        "document",
        "area",
        "area-short",
        "subprefecture",
        "seat",
        "municipality",
        "category",
        "sdg",
        "project",
        "program",
        "indicator",
        "unit",
    ];
    speak(Language::English);
    let mut seen = BTreeMap::new();
    for (word, kind) in words.into_iter().zip(Named::ALL) {
        let (ids, names) = (kind.ids(dataset()), names(english(), kind));
        assert_eq!(ids.len(), names.len());
        for (id, name) in ids.into_iter().zip(names) {
            assert_eq!(lines[&(word, id.as_str())], name, "{word} {id}");
            assert_eq!(lang_of(name), None, "{name}");
            seen.insert((word, id), name);
        }
    }
    assert_eq!(seen.len(), lines.len());
    for (word, count) in [
        ("document", 5),
        ("area", 6),
        ("subprefecture", 14),
        ("municipality", 20),
        ("sdg", 17),
        ("project", 32),
        ("program", 43),
        ("indicator", 12),
        ("unit", 10),
    ] {
        let found = seen.keys().filter(|(kind, _)| *kind == word).count();
        assert_eq!(found, count, "{word}");
    }
    // No two programmes, projects or indicators that are told apart by their names become one.
    for kind in [Named::Program, Named::Project, Named::Indicator] {
        let mut names = names(english(), kind);
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{kind:?}");
    }
}

/// The dataset without what English replaces.
fn without_names(dataset: &Dataset) -> Value {
    let mut whole = serde_json::to_value(dataset).unwrap();
    let mut drop = |table: &str, keys: &[&str]| {
        for record in whole[table].as_array_mut().unwrap() {
            for key in keys {
                let removed = match key.split_once('/') {
                    Some((inner, key)) => record[inner].as_object_mut().unwrap().remove(key),
                    None => record.as_object_mut().unwrap().remove(*key),
                };
                assert!(removed.is_some(), "{table} {key}");
            }
        }
    };
    drop("documents", &["title"]);
    drop("areas", &["name", "short_name"]);
    drop("subprefectures", &["name", "seat/name"]);
    drop("municipalities", &["place/name"]);
    drop("categories", &["name"]);
    drop("projects", &["name"]);
    drop("listings", &["name_as_printed"]);
    for (table, key) in [
        ("programs", "names"),
        ("indicators", "names"),
        ("indicators", "units"),
    ] {
        assert!(whole[table].as_object_mut().unwrap().remove(key).is_some());
    }
    assert!(whole.as_object_mut().unwrap().remove("sdg_names").is_some());
    whole
}

#[test]
fn no_figure_id_or_source_changes() {
    let (before, after) = (without_names(dataset()), without_names(english()));
    assert_eq!(before, after);
    for id in dataset().indicator_ids() {
        assert_eq!(dataset().series(id), english().series(id));
        assert_eq!(
            dataset().indicator_source(id),
            english().indicator_source(id)
        );
    }
    // Quoted as printed, in either language.
    let printed = "日本遺産「炭鉄港」を活かした交流人口拡大プロジェクト";
    let first = &english().projects[0].appearances[0];
    assert_eq!(first.name_as_printed.as_deref(), Some(printed));
    let relisted: Vec<_> = english()
        .listings
        .iter()
        .filter_map(|listing| listing.name_as_printed.as_deref())
        .collect();
    assert_eq!(
        relisted,
        [
            "Rate of new high school graduates employed by companies in the subprefecture (listed again)",
            "Relocation consultations (listed again)",
        ]
    );
    assert!(
        english()
            .listings
            .iter()
            .all(|listing| listing.relisted == listing.name_as_printed.is_some())
    );
}

#[test]
fn the_names_survive_the_embedded_form_and_are_all_it_holds() {
    let names = &edition().english;
    let bytes = embed::encode(names).unwrap();
    assert_eq!(embed::decode::<EnglishNames>(&bytes).as_ref(), Ok(names));
    let letters: usize = Named::ALL
        .into_iter()
        .flat_map(|kind| self::names(english(), kind))
        .map(|name| name.len() + 1)
        .sum();
    assert!(bytes.len() <= letters + 3, "{} {letters}", bytes.len());
}

#[test]
fn a_programme_is_found_by_its_name_in_either_language() {
    let nfkc = |text: &str| text.nfkc().collect::<String>().to_lowercase();
    let printed = SearchIndex::new(dataset(), &nfkc);
    let both = SearchIndex::new(english(), &nfkc).and(&printed);
    for id in dataset().program_ids() {
        for name in [dataset().program_name(id), english().program_name(id)] {
            assert!(both.find(name, &nfkc).contains(id.row()), "{name}");
        }
        // As it is typed on a keyboard.
        let typed = english().program_name(id).to_uppercase().replace('’', "'");
        assert!(both.find(&typed, &nfkc).contains(id.row()), "{typed}");
    }
    let slugs = |query: &str| -> Vec<&str> {
        let found = both.find(query, &nfkc);
        found
            .ones()
            .map(|row| dataset().programs.slugs.get(row))
            .collect()
    };
    assert_eq!(slugs("herring"), ["shiribeshi-herring"]);
    assert_eq!(slugs("ニシン"), ["shiribeshi-herring"]);
    // Words of both at once; places and categories in either.
    assert_eq!(slugs("herring 後志"), ["shiribeshi-herring"]);
    assert_eq!(slugs("ororon 留萌"), ["ororon-line-tourism"]);
    assert_eq!(slugs("zero carbon"), ["agriculture-best-performance"]);
    assert_eq!(both.find("", &nfkc).count_ones(..), 43);
    // In Japanese the English names are not there.
    assert_eq!(printed.find("herring", &nfkc).count_ones(..), 0);
}

#[test]
fn a_municipality_answers_to_its_name_in_both_languages() {
    for towns in [&dataset().municipalities, &english().municipalities] {
        let find = |name: &str| {
            let found = towns.iter().filter(|town| town.is_called(name));
            found.map(|town| town.slug.as_str()).collect::<Vec<_>>()
        };
        for name in [
            "倶知安町",
            "Kutchan Town",
            "kutchan town",
            "Kutchan",
            "kutchan",
        ] {
            assert_eq!(find(name), ["kutchan"], "{name}");
        }
        for name in ["倶知安", "Town", " Town", "", "Kutchan-cho", "札幌市"] {
            assert!(find(name).is_empty(), "{name}");
        }
        let in_files = towns.iter().map(Municipality::name_in_files);
        assert!(
            in_files.eq(dataset()
                .municipalities
                .iter()
                .map(|town| town.place.name.as_str()))
        );
        for (town, other) in dataset()
            .municipalities
            .iter()
            .zip(&english().municipalities)
        {
            assert_eq!(find(&town.place.name), [town.slug.as_str()]);
            assert_eq!(find(&other.place.name), [town.slug.as_str()]);
        }
    }
}
