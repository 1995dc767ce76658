//! What a tab has in memory only and what another tab kept meanwhile: neither is lost.

use crate::shared::{dataset, year};
use michishirube_core::{
    keep::Keep,
    report::own::{Note, ReportNotes},
    scenario::{Edit, Field, Record, Scenario, ScenarioId, Scenarios, Value, What},
};

/// One scenario with these figures in place of the official ones.
fn scenario(changes: &[(&str, Field, &str)]) -> Scenarios {
    let mut scenarios = Scenarios::default();
    for (slug, field, figure) in changes {
        let indicator = dataset().find_indicator(slug).unwrap();
        let value = Value::Figure(figure.parse().unwrap());
        scenarios = with(&scenarios, 1, What::Set(indicator, *field, value));
    }
    scenarios
}

/// The scenarios after this was done to one of them.
fn with(scenarios: &Scenarios, id: u32, what: What) -> Scenarios {
    let mut scenarios = scenarios.clone();
    let scenario = ScenarioId::new(id);
    scenarios
        .apply(dataset(), &Edit { scenario, what })
        .unwrap();
    scenarios
}

fn titles(scenarios: &Scenarios) -> Vec<&str> {
    scenarios
        .iter()
        .map(|(_, scenario)| scenario.title())
        .collect()
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
        &Scenarios::default(),
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
        &Scenarios::default(),
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
        &Scenarios::default(),
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
    let again = Scenarios::from_record(serde_json::from_str(&text).unwrap(), dataset());
    assert_eq!(again, both);
}

#[test]
fn what_two_tabs_made_is_there_twice() {
    let since = Scenarios::default();
    let mine = with(&since, 5, What::Create("こちら".to_owned()));
    let theirs = with(&since, 6, What::Create("あちら".to_owned()));
    let both = Keep::merged(dataset(), &since, &mine, &theirs);
    assert_eq!(titles(&both), [Scenario::UNNAMED, "こちら", "あちら"]);
}

#[test]
fn what_one_tab_deleted_is_gone_unless_the_other_works_on_it() {
    let since = with(&scenario(&[TARGET]), 5, What::Create("案".to_owned()));
    let without = with(&since, 5, What::Delete);
    for (mine, theirs) in [(&since, &without), (&without, &since)] {
        let both = Keep::merged(dataset(), &since, mine, theirs);
        assert_eq!(titles(&both), [Scenario::UNNAMED]);
    }
    let worked_on = with(&since, 5, What::Rename("続ける案".to_owned()));
    for (mine, theirs) in [(&worked_on, &without), (&without, &worked_on)] {
        let both = Keep::merged(dataset(), &since, mine, theirs);
        assert_eq!(titles(&both), [Scenario::UNNAMED, "続ける案"]);
    }
}

#[test]
fn where_two_tabs_changed_a_figure_differently_both_are_kept() {
    let other = (SNS, Field::Target, "12000");
    let (since, mine, theirs) = (
        Scenarios::default(),
        scenario(&[TARGET, BASELINE]),
        scenario(&[other]),
    );
    let both = Keep::reconciled(dataset(), &since, &mine, &theirs);
    let of = |at: usize| {
        both.iter()
            .nth(at)
            .map(|(_, scenario)| scenario.clone())
            .unwrap()
    };
    assert_eq!(both.len(), 2);
    assert_eq!(both.chosen(), ScenarioId::FIRST);
    let first = |scenarios: &Scenarios| scenarios.get(ScenarioId::FIRST).cloned().unwrap();
    assert_eq!(of(0), first(&scenario(&[other, BASELINE])));
    let (copy, mine) = (of(1), first(&mine));
    assert_eq!(copy.title(), "わたしの試算（保存前の値）");
    assert!(copy.description().contains("別のタブ"));
    let indicator = dataset().find_indicator(SNS).unwrap();
    assert_eq!(copy.get(indicator), mine.get(indicator));
    // Once they have been told apart, they agree.
    assert_eq!(Keep::reconciled(dataset(), &theirs, &both, &theirs), both);
}

#[test]
fn tabs_that_changed_different_things_need_no_copy() {
    let (mine, theirs) = (scenario(&[TARGET]), scenario(&[BASELINE]));
    let both = Keep::reconciled(dataset(), &Scenarios::default(), &mine, &theirs);
    assert_eq!(both, scenario(&[TARGET, BASELINE]));
}

/// What the first version wrote. Must be readable for ever.
const VERSION_1: &str = include_str!("../records/scenario-v1.json");

#[test]
fn the_record_of_the_first_version_becomes_a_scenario_with_every_figure() {
    let record: Record = serde_json::from_str(VERSION_1).unwrap();
    assert_eq!((record.version, record.saved_at), (2, 1_764_036_000_000));
    let before: serde_json::Value = serde_json::from_str(VERSION_1).unwrap();
    let after = serde_json::to_value(&record).unwrap();
    assert_eq!(after["scenarios"][0]["overrides"], before["overrides"]);
    let scenarios = record.into_scenarios(dataset());
    assert_eq!(titles(&scenarios), ["わたしの試算"]);
    // Those to an indicator of another edition are not counted, but kept.
    assert_eq!(scenarios.get(ScenarioId::FIRST).unwrap().len(), 6);
    let again = serde_json::to_value(scenarios.to_record(dataset(), 1)).unwrap();
    assert_eq!(again["scenarios"][0]["overrides"], before["overrides"]);
}
