//! What a tab has in memory only and what another tab kept meanwhile: neither is lost.

use crate::shared::{dataset, year};
use michishirube_core::{
    keep::Keep,
    report::own::{Note, ReportNotes},
    scenario::{Field, Scenario, Value},
};

/// A scenario with these figures in place of the official ones.
fn scenario(changes: &[(&str, Field, &str)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (slug, field, figure) in changes {
        let indicator = dataset().find_indicator(slug).unwrap();
        let value = Value::Figure(figure.parse().unwrap());
        scenario.set(dataset(), indicator, *field, value).unwrap();
    }
    scenario
}

const SNS: &str = "sns-followers";
const TARGET: (&str, Field, &str) = (SNS, Field::Target, "13000");
const BASELINE: (&str, Field, &str) = (SNS, Field::Baseline, "6000");

#[test]
fn edits_in_memory_and_edits_of_another_tab_are_both_there() {
    let result = (SNS, Field::Result(year(2023)), "21000");
    let both = Keep::merged(
        dataset(),
        &scenario(&[BASELINE]),
        &scenario(&[BASELINE, result]),
        &scenario(&[BASELINE, TARGET, ("farmland-area", Field::Target, "1")]),
    );
    let expected = scenario(&[
        BASELINE,
        TARGET,
        result,
        ("farmland-area", Field::Target, "1"),
    ]);
    assert_eq!(both, expected);
}

#[test]
fn where_both_changed_a_figure_the_kept_one_holds() {
    let other = (SNS, Field::Target, "12000");
    let both = Keep::merged(
        dataset(),
        &Scenario::default(),
        &scenario(&[TARGET]),
        &scenario(&[other]),
    );
    assert_eq!(both, scenario(&[other]));
}

#[test]
fn a_reset_in_memory_leaves_what_another_tab_added() {
    let both = Keep::merged(
        dataset(),
        &scenario(&[TARGET]),
        &Scenario::default(),
        &scenario(&[TARGET, BASELINE]),
    );
    assert_eq!(both, scenario(&[BASELINE]));
}

#[test]
fn an_edit_in_memory_outlives_a_reset_in_another_tab() {
    let both = Keep::merged(
        dataset(),
        &scenario(&[TARGET]),
        &scenario(&[TARGET, BASELINE]),
        &Scenario::default(),
    );
    assert_eq!(both, scenario(&[BASELINE]));
}

#[test]
fn own_texts_merge_note_by_note() {
    let notes = |texts: &[(Note<'_>, &str)]| {
        let mut notes = ReportNotes::default();
        for (note, text) in texts {
            notes.set(*note, text);
        }
        notes
    };
    let both = Keep::merged(
        dataset(),
        &notes(&[]),
        &notes(&[(Note::Title, "題")]),
        &notes(&[(Note::Outlook, "見通し")]),
    );
    assert_eq!(
        both,
        notes(&[(Note::Title, "題"), (Note::Outlook, "見通し")])
    );
}

#[test]
fn a_merged_draft_can_be_kept_and_read_again() {
    let both = Keep::merged(
        dataset(),
        &scenario(&[TARGET]),
        &scenario(&[BASELINE]),
        &scenario(&[TARGET, (SNS, Field::Result(year(2022)), "1")]),
    );
    let text = serde_json::to_string(&both.to_record(dataset(), 1)).unwrap();
    let again = Scenario::from_record(serde_json::from_str(&text).unwrap(), dataset());
    assert_eq!(again, both);
}
