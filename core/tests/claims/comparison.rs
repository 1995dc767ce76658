//! Plans beside each other: nothing is said of a difference that the figures do not say.

use crate::{
    scenario::{any_change, any_settings},
    shared::{dataset, year},
};
use michishirube_core::{
    comparison::{Comparison, Item, Sense, tables},
    fiscal_year::Era,
    model::{IndicatorId, RowId},
    scenario::{Field, Scenario, Settings, Value},
};
use proptest::prelude::*;

fn indicator(slug: &str) -> IndicatorId {
    dataset().find_indicator(slug).unwrap()
}

fn with(slug: &str, field: Field, value: &str) -> Scenario {
    let mut scenario = Scenario::default();
    let value = match field {
        Field::TargetYear => Value::Year(value.parse().unwrap()),
        _ => Value::Figure(value.parse().unwrap()),
    };
    scenario
        .set(dataset(), indicator(slug), field, value)
        .unwrap();
    scenario
}

/// What is said of a figure in each plan: text, difference, meaning.
fn said(comparison: &Comparison, item: Item) -> Vec<String> {
    let row = comparison.rows.iter().find(|row| row.item == item).unwrap();
    let cells = row.cells.iter().map(|cell| {
        let mut said = cell.text.clone();
        if let Some(difference) = &cell.difference {
            if let Some(amount) = &difference.amount {
                said.push_str(&format!(" {amount}"));
            }
            said.push_str(&format!(" {}", difference.meaning()));
        }
        said
    });
    cells.collect()
}

#[test]
fn three_scenarios_stand_beside_the_official_plan() {
    let lower = with("sns-followers", Field::Target, "13000");
    let later = with("sns-followers", Field::TargetYear, "2027");
    let worse = with("sns-followers", Field::Result(year(2023)), "12000");
    let scenarios = [&lower, &later, &worse];
    let comparison = Comparison::new(
        dataset(),
        indicator("sns-followers"),
        &scenarios,
        Era::Wareki,
    );
    assert_eq!(
        said(&comparison, Item::OfficialRate),
        [
            "138.8%",
            "154.8% +16.0ポイント ▲ 良くなる（実績は同じ）",
            "138.8% ＝ 変わらない",
            // 12,000 ÷ 14,500
            "82.8% −56.0ポイント ▼ 悪くなる",
        ]
    );
    assert_eq!(
        said(&comparison, Item::TargetYear),
        [
            "令和7年度",
            "令和7年度 ＝ 変わらない",
            "令和9年度 +2年 ※ 期限を延ばした",
            "令和7年度 ＝ 変わらない",
        ]
    );
    assert_eq!(
        said(&comparison, Item::Needed),
        [
            "必要なし",
            "必要なし ＝ 変わらない",
            "必要なし ＝ 変わらない",
            // (14,500 − 12,000) ÷ 2
            "+1,250.0人 +1,250.0人 ▼ きびしくなる",
        ]
    );
}

#[test]
fn only_indicators_that_differ_are_listed_unless_all_are_asked_for() {
    let lower = with("sns-followers", Field::Target, "13000");
    let mut strict = Scenario::default();
    let mut settings = Settings::default();
    settings.bands.a = 400;
    strict.set_settings(settings);
    let listed = |scenarios: &[&Scenario], everything| -> Vec<_> {
        let tables = tables(dataset(), scenarios, everything, Era::Wareki);
        tables.into_iter().map(|(indicator, _)| indicator).collect()
    };
    let plain = Scenario::default();
    assert_eq!(listed(&[&plain], false), []);
    assert_eq!(
        listed(&[&plain, &lower], false),
        [indicator("sns-followers")]
    );
    assert_eq!(
        listed(&[&plain], true).len(),
        dataset().indicator_ids().len()
    );
    // Other limits leave every figure; its pace of 284 % is no A any more, those above 400 % still are.
    assert_eq!(listed(&[&strict], false), [indicator("sns-followers")]);
}

proptest! {
    #[test]
    fn a_difference_never_contradicts_its_figures(
        changes in proptest::collection::vec(any_change(), 0..12),
        settings in any_settings(),
        at in 0..dataset().indicators.names.len(),
    ) {
        let mut scenario = Scenario::default();
        for (indicator, field, value) in changes {
            let _ = scenario.set(dataset(), indicator, field, value);
        }
        scenario.set_settings(settings);
        let plain = Scenario::default();
        let comparison =
            Comparison::new(dataset(), IndicatorId::new(at), &[&plain, &scenario], Era::Wareki);
        for row in &comparison.rows {
            prop_assert_eq!(row.cells.len(), 3);
            prop_assert!(row.cells[0].difference.is_none());
            // A scenario that changes nothing is the official plan.
            prop_assert_eq!(&row.cells[1].text, &row.cells[0].text);
            let unlike = |sense| !matches!(sense, Sense::Same);
            let plain = row.cells[1].difference.as_ref();
            prop_assert!(plain.is_none_or(|difference| !unlike(difference.sense)));
            let Some(difference) = &row.cells[2].difference else {
                continue;
            };
            let rise = difference.amount.as_ref().map(|amount| amount.starts_with('+'));
            match (row.item, difference.sense) {
                // Only what a person sets is neither better nor worse.
                (Item::Baseline | Item::Target | Item::TargetYear, sense) => {
                    prop_assert!(matches!(sense, Sense::Same | Sense::Neither));
                }
                (Item::Attainment, Sense::Better | Sense::Worse) => {
                    prop_assert_eq!(rise, Some(difference.sense == Sense::Better));
                }
                (Item::Band, _) => prop_assert_eq!(rise, None),
                (_, sense) => {
                    prop_assert_ne!(sense, Sense::Neither);
                    prop_assert!(sense != Sense::Same || rise.is_none());
                }
            }
        }
    }
}
