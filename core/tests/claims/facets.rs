//! Faceted choice against its definition, spelled out programme by programme.

use crate::shared::dataset;
use fixedbitset::FixedBitSet;
use michishirube_core::{
    facets::{Facet, FacetIndex, Selection},
    model::{Label, Origin, ProgramId, RowId},
};
use proptest::prelude::*;
use std::{collections::BTreeSet, sync::OnceLock};

pub fn facets() -> &'static FacetIndex {
    static FACETS: OnceLock<FacetIndex> = OnceLock::new();
    FACETS.get_or_init(|| FacetIndex::new(dataset()))
}

/// Up to three values in some of the facets.
pub fn any_selection() -> impl Strategy<Value = Selection> {
    let values = proptest::collection::vec(any::<prop::sample::Index>(), 1..4);
    let facet = prop_oneof![3 => Just(Vec::new()), 1 => values];
    let facets: [_; Facet::COUNT] = std::array::from_fn(|_| facet.clone());
    (facets, any::<bool>()).prop_map(|(chosen, source_only)| {
        let mut selection = Selection::default();
        selection.source_only = source_only;
        for (facet, values) in Facet::ALL.into_iter().zip(chosen) {
            for value in values {
                selection.set(facet, value.index(self::facets().len(facet)), true);
            }
        }
        selection
    })
}

/// The keys a programme has in a facet.
fn keys(program: ProgramId, facet: Facet, source_only: bool) -> BTreeSet<String> {
    let data = dataset();
    let tags = data
        .tags_of(program)
        .filter(|tag| !source_only || tag.origin == Origin::Source);
    let appearances = &data.appearances;
    let rows = (0..appearances.programs.len()).filter(|row| appearances.programs[*row] == program);
    let place = |row: usize| data.subprefecture(appearances.subprefectures[row]);
    match facet {
        Facet::Category => tags
            .filter_map(|tag| match tag.label {
                Label::Category(category) => Some(data.category(category).slug.clone()),
                Label::Sdg(_) => None,
            })
            .collect(),
        Facet::Sdg => tags
            .filter_map(|tag| match tag.label {
                Label::Sdg(goal) => Some(goal.number().to_string()),
                Label::Category(_) => None,
            })
            .collect(),
        Facet::Area => rows
            .map(|row| data.area(place(row).area).slug.clone())
            .collect(),
        Facet::Subprefecture => rows.map(|row| place(row).slug.clone()).collect(),
        Facet::Year => rows
            .map(|row| appearances.fiscal_years[row].western().to_string())
            .collect(),
        Facet::Document => rows
            .map(|row| data.document(appearances.documents[row]).slug.clone())
            .collect(),
        Facet::Project => rows
            .flat_map(|row| &appearances.projects[row])
            .map(|project| data.project(*project).slug.clone())
            .collect(),
    }
}

proptest! {
    #[test]
    fn a_choice_leaves_any_within_a_facet_and_all_across_facets(
        selection in any_selection(),
        found in proptest::collection::vec(prop::bool::weighted(0.8), dataset().programs.names.len()),
    ) {
        let facets = facets();
        let chosen_keys = |facet: Facet| -> BTreeSet<String> {
            let chosen = selection.chosen(facet).iter();
            chosen.map(|value| facets.key(facet, *value).to_owned()).collect()
        };
        let fits = |program: ProgramId, facet: Facet| {
            let chosen = chosen_keys(facet);
            chosen.is_empty() || !chosen.is_disjoint(&keys(program, facet, selection.source_only))
        };
        let found_set: FixedBitSet = (0..found.len()).filter(|row| found[*row]).collect();
        let outcome = facets.apply(&selection, &found_set);

        let programs: Vec<_> = dataset().program_ids().filter(|id| found[id.row()]).collect();
        let left: Vec<_> = programs
            .iter()
            .filter(|id| Facet::ALL.into_iter().all(|facet| fits(**id, facet)))
            .map(|id| id.row())
            .collect();
        prop_assert_eq!(outcome.programs.ones().collect::<Vec<_>>(), left);

        for facet in Facet::ALL {
            let others: Vec<_> = programs
                .iter()
                .filter(|id| Facet::ALL.into_iter().all(|other| other == facet || fits(**id, other)))
                .map(|id| keys(*id, facet, selection.source_only))
                .collect();
            for value in 0..facets.len(facet) {
                let key = facets.key(facet, value);
                let count = others.iter().filter(|keys| keys.contains(key)).count();
                prop_assert_eq!(outcome.counts[facet as usize][value], count, "{:?} {}", facet, key);
            }
        }
    }
}

#[test]
fn every_key_of_every_programme_is_a_value_that_is_used() {
    for facet in Facet::ALL {
        let used: BTreeSet<_> = dataset()
            .program_ids()
            .flat_map(|program| keys(program, facet, false))
            .collect();
        for value in 0..facets().len(facet) {
            let key = facets().key(facet, value);
            assert_eq!(facets().is_used(facet, value), used.contains(key), "{key}");
            assert_eq!(facets().find(facet, key), Some(value));
        }
        assert!(used.iter().all(|key| facets().find(facet, key).is_some()));
    }
}

#[test]
fn the_documents_alone_give_four_programmes_of_local_resources_and_no_goal() {
    let all: FixedBitSet = (0..dataset().programs.names.len()).collect();
    let counts = |source_only| {
        let mut selection = Selection::default();
        selection.source_only = source_only;
        facets().apply(&selection, &all).counts
    };
    let local = facets().find(Facet::Category, "local-resources").unwrap();
    // 000: 01, 04, 05 and 07 are 地域資源; its SDG pictures are lost, so every goal is the editors'.
    assert_eq!(counts(true)[Facet::Category as usize][local], 4);
    assert!(counts(false)[Facet::Category as usize][local] > 4);
    assert_eq!(counts(true)[Facet::Sdg as usize], [0; 17]);
    // 002: the budget table has 31 programmes, by the documents in any case.
    let budget = facets().find(Facet::Document, "002").unwrap();
    for source_only in [true, false] {
        assert_eq!(counts(source_only)[Facet::Document as usize][budget], 31);
    }
}
