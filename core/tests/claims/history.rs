//! The way back through 試算: every step there and back, and nothing of another tab's lost.

use crate::{
    scenario::{any_change, any_settings},
    shared::{dataset, year},
};
use michishirube_core::{
    fiscal_year::Era,
    history::{self, Way},
    input::InputError,
    model::{IndicatorId, RowId},
    scenario::{Edit, Field, Scenario, ScenarioId, Scenarios, Value, What},
};
use proptest::prelude::*;

type History = history::History<Scenarios>;

/// Drafts, their history, and a clock.
#[derive(Default)]
struct Desk {
    scenarios: Scenarios,
    history: History,
    now: u64,
}

impl Desk {
    fn edit(&mut self, pause: u64, edit: &Edit) -> Result<(), InputError> {
        self.now += pause;
        let mut after = self.scenarios.clone();
        after.apply(dataset(), edit)?;
        self.history.record(
            &self.scenarios,
            &after,
            edit.tag(),
            self.now,
            |before, after| edit.words(before, after, dataset(), Era::Wareki),
        );
        self.scenarios = after;
        Ok(())
    }

    fn turn(&mut self, way: Way) -> bool {
        let turned = self.history.turn(way, &self.scenarios, dataset());
        let there = turned.is_some();
        self.scenarios = turned.unwrap_or_else(|| self.scenarios.clone());
        there
    }

    fn words(&self, way: Way) -> Option<String> {
        self.history.next(way).map(str::to_owned)
    }

    fn first(&self) -> &Scenario {
        self.scenarios.get(ScenarioId::FIRST).unwrap()
    }
}

fn followers() -> IndicatorId {
    dataset().find_indicator("sns-followers").unwrap()
}

fn first(what: What) -> Edit {
    let scenario = ScenarioId::FIRST;
    Edit { scenario, what }
}

fn set(field: Field, figure: &str) -> Edit {
    first(What::Set(
        followers(),
        field,
        Value::Figure(figure.parse().unwrap()),
    ))
}

/// Edits with the pause before each. Few scenarios and indicators, so that resets find something to
/// reset and deletions something to delete.
fn any_edits() -> impl Strategy<Value = Vec<(u64, Edit)>> {
    let what = prop_oneof![
        8 => any_change().prop_map(|(indicator, field, value)| What::Set(near(indicator), field, value)),
        2 => any_change().prop_map(|(indicator, field, _)| What::Reset(near(indicator), field)),
        1 => any_change().prop_map(|(indicator, ..)| What::ResetIndicator(near(indicator))),
        1 => Just(What::Clear),
        1 => "\\PC{0,8}".prop_map(What::Rename),
        1 => "\\PC{0,8}".prop_map(What::Describe),
        1 => any_settings().prop_map(What::Settings),
        2 => "\\PC{0,3}".prop_map(What::Create),
        2 => any_id().prop_map(What::Duplicate),
        1 => Just(What::Import(Box::new(Scenario::named("受けとった案")))),
        2 => Just(What::Delete),
    ];
    let edit = (any_id(), what).prop_map(|(scenario, what)| Edit { scenario, what });
    proptest::collection::vec((0_u64..2 * History::PAUSE, edit), 0..40)
}

fn any_id() -> impl Strategy<Value = ScenarioId> {
    (1_u32..5).prop_map(ScenarioId::new)
}

fn near(indicator: IndicatorId) -> IndicatorId {
    IndicatorId::new(indicator.row() % 3)
}

fn after(edits: &[(u64, Edit)]) -> Desk {
    let mut desk = Desk::default();
    for (pause, edit) in edits {
        let _ = desk.edit(*pause, edit);
    }
    desk
}

proptest! {
    #[test]
    fn taking_back_the_next_edit_is_as_if_it_had_not_been(edits in any_edits(), next in any_edits()) {
        let mut desk = after(&edits);
        for (_, edit) in &next {
            let before = desk.scenarios.clone();
            if desk.edit(History::PAUSE, edit).is_ok() && desk.scenarios != before {
                desk.turn(Way::Back);
            }
            prop_assert_eq!(&desk.scenarios, &before);
        }
    }

    #[test]
    fn all_steps_back_lead_to_the_start_and_all_forward_to_the_end(edits in any_edits()) {
        let mut desk = after(&edits);
        let mut drafts = vec![desk.scenarios.clone()];
        while desk.turn(Way::Back) {
            prop_assert_ne!(Some(&desk.scenarios), drafts.last(), "an empty step");
            drafts.push(desk.scenarios.clone());
        }
        prop_assert_eq!(drafts.last(), Some(&Scenarios::default()));
        while let Some(draft) = drafts.pop() {
            prop_assert_eq!(&desk.scenarios, &draft);
            prop_assert_eq!(desk.turn(Way::Forward), !drafts.is_empty());
        }
    }

    #[test]
    fn what_another_tab_did_elsewhere_survives(edits in any_edits(), (other, field, value) in any_change()) {
        let other = near(other);
        let mine: Vec<_> = edits
            .into_iter()
            .filter(|(_, edit)| match &edit.what {
                What::Set(indicator, changed, _) => (*indicator, *changed) != (other, field),
                What::Create(_) | What::Rename(_) | What::Settings(_) => true,
                _ => false,
            })
            .collect();
        let mut desk = after(&mine);
        let elsewhere = first(What::Set(other, field, value));
        let _ = desk.scenarios.apply(dataset(), &elsewhere);
        let theirs = desk.first().value(other, field);
        while desk.turn(Way::Back) {}
        prop_assert_eq!(desk.first().value(other, field), theirs);
        desk.scenarios.apply(dataset(), &first(What::Reset(other, field))).unwrap();
        prop_assert_eq!(desk.scenarios, Scenarios::default());
    }

    #[test]
    fn a_refused_edit_leaves_the_way_forward_open(edits in any_edits()) {
        let mut desk = after(&edits);
        desk.edit(History::PAUSE, &set(Field::Target, "1")).unwrap();
        desk.turn(Way::Back);
        let forward = desk.words(Way::Forward);
        let early = What::Set(followers(), Field::TargetYear, Value::Year(year(1990)));
        if desk.scenarios.get(ScenarioId::FIRST).is_some() {
            prop_assert!(desk.edit(0, &first(early)).is_err());
        }
        prop_assert_eq!(desk.words(Way::Forward), forward);
    }
}

#[test]
fn typing_without_a_pause_is_one_step() {
    let mut desk = Desk::default();
    for text in ["1", "13", "130", "1300", "13000"] {
        desk.edit(History::PAUSE - 1, &set(Field::Target, text))
            .unwrap();
    }
    desk.edit(History::PAUSE, &set(Field::Target, "13500"))
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
    desk.edit(0, &set(Field::Target, "1450")).unwrap();
    desk.edit(1, &set(Field::Target, "14500")).unwrap();
    assert_eq!(desk.words(Way::Back), None);
}

#[test]
fn what_another_tab_typed_into_the_same_figure_in_between_comes_back() {
    let mut desk = Desk::default();
    desk.edit(0, &set(Field::Target, "13000")).unwrap();
    let theirs = Value::Figure("12000".parse().unwrap());
    let elsewhere = first(What::Set(followers(), Field::Target, theirs));
    desk.scenarios.apply(dataset(), &elsewhere).unwrap();
    desk.edit(1, &set(Field::Target, "13500")).unwrap();
    desk.turn(Way::Back);
    assert_eq!(desk.first().value(followers(), Field::Target), Some(theirs));
}

#[test]
fn a_new_edit_closes_the_way_forward() {
    let mut desk = Desk::default();
    desk.edit(0, &set(Field::Target, "13000")).unwrap();
    desk.turn(Way::Back);
    assert!(desk.words(Way::Forward).is_some());
    desk.edit(0, &set(Field::Baseline, "6000")).unwrap();
    assert_eq!(desk.words(Way::Forward), None);
}

#[test]
fn resets_say_how_much_they_took() {
    let mut desk = Desk::default();
    for field in [Field::Target, Field::Baseline, Field::Result(year(2023))] {
        desk.edit(0, &set(field, "5")).unwrap();
    }
    let name = dataset().indicator_name(followers());
    for (what, words) in [
        (
            What::Reset(followers(), Field::Result(year(2023))),
            format!("{name}の令和5年度の実績を公式に戻した"),
        ),
        (
            What::ResetIndicator(followers()),
            format!("{name}を公式に戻した（3件）"),
        ),
        (What::Clear, "すべて公式に戻した（3件）".to_owned()),
    ] {
        desk.edit(0, &first(what)).unwrap();
        assert_eq!(desk.words(Way::Back), Some(words));
        desk.turn(Way::Back);
    }
}

#[test]
fn only_the_latest_steps_are_remembered() {
    let mut desk = Desk::default();
    for figure in 0..=History::LIMIT {
        desk.edit(History::PAUSE, &set(Field::Target, &figure.to_string()))
            .unwrap();
    }
    while desk.turn(Way::Back) {}
    let oldest = Some(Value::Figure("0".parse().unwrap()));
    assert_eq!(desk.first().value(followers(), Field::Target), oldest);
}

#[test]
fn a_step_says_which_of_several_scenarios_it_changed() {
    let mut desk = Desk::default();
    let second = ScenarioId::new(2);
    let edit = |what| Edit {
        scenario: second,
        what,
    };
    for (what, words) in [
        (What::Create("強気の案".to_owned()), "「強気の案」を作成"),
        (
            What::Rename("控えめの案".to_owned()),
            "「強気の案」の名前を「控えめの案」に変更",
        ),
        (
            What::Describe("実績は据え置き。".to_owned()),
            "「控えめの案」：説明を書きかえ",
        ),
    ] {
        desk.edit(0, &edit(what)).unwrap();
        assert_eq!(desk.words(Way::Back).as_deref(), Some(words));
    }
    desk.edit(0, &set(Field::Target, "13000")).unwrap();
    assert!(
        desk.words(Way::Back)
            .unwrap()
            .starts_with("「わたしの試算」：")
    );
    let copy = Edit {
        scenario: ScenarioId::new(3),
        what: What::Duplicate(second),
    };
    desk.edit(0, &copy).unwrap();
    assert_eq!(
        desk.words(Way::Back).as_deref(),
        Some("「控えめの案」を複製して「控えめの案の複製」を作成")
    );
    desk.edit(0, &edit(What::Delete)).unwrap();
    assert_eq!(
        desk.words(Way::Back).as_deref(),
        Some("「控えめの案」を削除")
    );
    let gone = desk.scenarios.clone();
    desk.turn(Way::Back);
    let back = desk.scenarios.get(second).unwrap();
    assert_eq!(
        (back.title(), back.description()),
        ("控えめの案", "実績は据え置き。")
    );
    desk.turn(Way::Forward);
    assert_eq!(desk.scenarios, gone);
}
