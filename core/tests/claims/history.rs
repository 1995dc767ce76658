//! The way back through 試算: every step there and back, and nothing of another tab's lost.

use crate::{
    scenario::any_change,
    shared::{dataset, year},
};
use michishirube_core::{
    fiscal_year::Era,
    history::{Edit, History, Way},
    input::InputError,
    model::{IndicatorId, RowId},
    scenario::{Field, Scenario, Value},
};
use proptest::prelude::*;

/// A draft, its history, and a clock.
#[derive(Clone, Default)]
struct Desk {
    scenario: Scenario,
    history: History,
    now: u64,
}

impl Desk {
    fn edit(&mut self, pause: u64, edit: Edit) -> Result<(), InputError> {
        self.now += pause;
        self.history
            .apply(&mut self.scenario, dataset(), edit, self.now)
    }

    fn turn(&mut self, way: Way) -> bool {
        self.history.turn(way, &mut self.scenario, dataset())
    }

    fn words(&self, way: Way) -> Option<String> {
        let step = self.history.next(way);
        step.map(|step| step.words(dataset(), Era::Wareki))
    }
}

fn followers() -> IndicatorId {
    dataset().find_indicator("sns-followers").unwrap()
}

fn set(field: Field, figure: &str) -> Edit {
    Edit::Set(followers(), field, Value::Figure(figure.parse().unwrap()))
}

/// Edits with the pause before each. Few indicators, so that resets find something to reset.
fn any_edits() -> impl Strategy<Value = Vec<(u64, Edit)>> {
    let edit = prop_oneof![
        8 => any_change().prop_map(|(indicator, field, value)| Edit::Set(near(indicator), field, value)),
        2 => any_change().prop_map(|(indicator, field, _)| Edit::Reset(near(indicator), field)),
        1 => any_change().prop_map(|(indicator, ..)| Edit::ResetIndicator(near(indicator))),
        1 => Just(Edit::Clear),
    ];
    proptest::collection::vec((0_u64..2 * History::PAUSE, edit), 0..40)
}

fn near(indicator: IndicatorId) -> IndicatorId {
    IndicatorId::new(indicator.row() % 3)
}

fn after(edits: &[(u64, Edit)]) -> Desk {
    let mut desk = Desk::default();
    for (pause, edit) in edits {
        let _ = desk.edit(*pause, *edit);
    }
    desk
}

proptest! {
    #[test]
    fn taking_back_the_next_edit_is_as_if_it_had_not_been(edits in any_edits(), (indicator, field, value) in any_change()) {
        let mut desk = after(&edits);
        let before = desk.scenario.clone();
        if desk.edit(History::PAUSE, Edit::Set(near(indicator), field, value)).is_ok() && desk.scenario != before {
            desk.turn(Way::Back);
        }
        prop_assert_eq!(desk.scenario, before);
    }

    #[test]
    fn all_steps_back_lead_to_the_start_and_all_forward_to_the_end(edits in any_edits()) {
        let mut desk = after(&edits);
        let mut drafts = vec![desk.scenario.clone()];
        while desk.turn(Way::Back) {
            prop_assert_ne!(Some(&desk.scenario), drafts.last(), "an empty step");
            drafts.push(desk.scenario.clone());
        }
        prop_assert_eq!(drafts.last(), Some(&Scenario::default()));
        while let Some(draft) = drafts.pop() {
            prop_assert_eq!(&desk.scenario, &draft);
            prop_assert_eq!(desk.turn(Way::Forward), !drafts.is_empty());
        }
    }

    #[test]
    fn what_another_tab_did_elsewhere_survives(edits in any_edits(), (other, field, value) in any_change()) {
        let other = near(other);
        let mine: Vec<_> = edits
            .into_iter()
            .filter(|(_, edit)| !matches!(edit, Edit::Set(indicator, changed, _) if (*indicator, *changed) == (other, field)))
            .filter(|(_, edit)| matches!(edit, Edit::Set(..)))
            .collect();
        let mut desk = after(&mine);
        let _ = desk.scenario.set(dataset(), other, field, value);
        let theirs = desk.scenario.value(other, field);
        while desk.turn(Way::Back) {}
        prop_assert_eq!(desk.scenario.value(other, field), theirs);
        desk.scenario.reset(other, field);
        prop_assert!(desk.scenario.is_empty());
    }

    #[test]
    fn a_refused_edit_leaves_the_way_forward_open(edits in any_edits()) {
        let mut desk = after(&edits);
        desk.turn(Way::Back);
        let history = desk.history.clone();
        let early = Edit::Set(followers(), Field::TargetYear, Value::Year(year(1990)));
        prop_assert!(desk.edit(0, early).is_err());
        prop_assert_eq!(desk.history, history);
    }
}

#[test]
fn typing_without_a_pause_is_one_step() {
    let mut desk = Desk::default();
    for text in ["1", "13", "130", "1300", "13000"] {
        desk.edit(History::PAUSE - 1, set(Field::Target, text))
            .unwrap();
    }
    desk.edit(History::PAUSE, set(Field::Target, "13500"))
        .unwrap();
    let name = dataset().indicator_name(followers());
    assert_eq!(
        desk.words(Way::Back),
        Some(format!("{name}の目標値を 13,000人 から 13,500人 に変更"))
    );
    desk.turn(Way::Back);
    assert_eq!(
        desk.words(Way::Back),
        Some(format!("{name}の目標値を 14,500人 から 13,000人 に変更"))
    );
    desk.turn(Way::Back);
    assert_eq!(desk.words(Way::Back), None);
}

#[test]
fn typing_back_to_the_official_figure_is_no_step() {
    let mut desk = Desk::default();
    desk.edit(0, set(Field::Target, "1450")).unwrap();
    desk.edit(1, set(Field::Target, "14500")).unwrap();
    assert_eq!(desk.words(Way::Back), None);
}

#[test]
fn what_another_tab_typed_into_the_same_figure_in_between_comes_back() {
    let mut desk = Desk::default();
    desk.edit(0, set(Field::Target, "13000")).unwrap();
    let theirs = Value::Figure("12000".parse().unwrap());
    desk.scenario
        .set(dataset(), followers(), Field::Target, theirs)
        .unwrap();
    desk.edit(1, set(Field::Target, "13500")).unwrap();
    desk.turn(Way::Back);
    assert_eq!(
        desk.scenario.value(followers(), Field::Target),
        Some(theirs)
    );
}

#[test]
fn a_new_edit_closes_the_way_forward() {
    let mut desk = Desk::default();
    desk.edit(0, set(Field::Target, "13000")).unwrap();
    desk.turn(Way::Back);
    assert!(desk.words(Way::Forward).is_some());
    desk.edit(0, set(Field::Baseline, "6000")).unwrap();
    assert_eq!(desk.words(Way::Forward), None);
}

#[test]
fn resets_say_how_much_they_took() {
    let mut desk = Desk::default();
    for field in [Field::Target, Field::Baseline, Field::Result(year(2023))] {
        desk.edit(0, set(field, "5")).unwrap();
    }
    let name = dataset().indicator_name(followers());
    for (edit, words) in [
        (
            Edit::Reset(followers(), Field::Result(year(2023))),
            format!("{name}の令和5年度の実績を公式に戻した"),
        ),
        (
            Edit::ResetIndicator(followers()),
            format!("{name}を公式に戻した（3件）"),
        ),
        (Edit::Clear, "すべて公式に戻した（3件）".to_owned()),
    ] {
        desk.edit(0, edit).unwrap();
        assert_eq!(desk.words(Way::Back), Some(words));
        desk.turn(Way::Back);
    }
}

#[test]
fn only_the_latest_steps_are_remembered() {
    let mut desk = Desk::default();
    for figure in 0..=History::LIMIT {
        desk.edit(History::PAUSE, set(Field::Target, &figure.to_string()))
            .unwrap();
    }
    while desk.turn(Way::Back) {}
    let oldest = Some(Value::Figure("0".parse().unwrap()));
    assert_eq!(desk.scenario.value(followers(), Field::Target), oldest);
}
