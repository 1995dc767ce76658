//! 逆算: an answer that is tried out brings what was asked, and nothing smaller does.

use crate::shared::{dataset, year};
use michishirube_core::{
    dataset::Series,
    decimal::Decimal,
    fiscal_year::Era,
    goal_seek::{Outcome, Question, percent},
    language::{Language, speak},
    model::{Dated, Observation},
    progress::Wanted,
    scenario::{Field, Value},
};
use proptest::prelude::*;

fn ask(slug: &str, wanted: Wanted) -> Question<'static> {
    let id = dataset().find_indicator(slug).unwrap();
    Question {
        series: dataset().series(id),
        unit: dataset().unit(id),
        wanted,
        reporting_year: dataset().reporting_year,
        era: Era::Wareki,
    }
}

#[test]
fn the_employment_rate_needs_its_target_and_says_why_no_target_is_on_pace() {
    let question = ask("local-employment-rate", Wanted::OfficialRate(100));
    let answer = question.result();
    assert_eq!(
        answer.sentence,
        "進捗率100%には、令和6年度の実績が 63.9% 必要です（63.9 × 100 ÷ 100 = 63.9）。"
    );
    assert_eq!(
        answer.change,
        Some((
            Field::Result(year(2024)),
            Value::Figure("63.9".parse().unwrap())
        ))
    );
    assert!(question.yearly().sentence.contains("+11.9ポイント"));
    assert!(question.target_on_pace().sentence.contains("反対の向き"));
    let beyond = ask("local-employment-rate", Wanted::OfficialRate(200)).result();
    assert_eq!(beyond.sentence, "100%を超えるため、届きません。");
}

#[test]
fn followers_are_there_already_and_their_target_on_pace_is_found() {
    let question = ask("sns-followers", Wanted::OfficialRate(100));
    assert_eq!(
        question.result().sentence,
        "すでに届いています：令和5年度の実績は 20,120人 です。"
    );
    assert_eq!(question.yearly().outcome, Outcome::Already);
    assert_eq!(question.target_on_pace().outcome, Outcome::Found);
    assert!(question.target_for_rate().sentence.contains("20,120人"));
}

#[test]
fn only_whole_per_cents_are_read() {
    assert_eq!(percent("１２０％"), Ok(120));
    for text in ["", "0", "-5", "99.5", "100001", "あ"] {
        assert!(percent(text).is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn an_applied_result_reaches_the_rate_and_one_step_less_does_not(
        b in -1_000_000_000_i64..1_000_000_000, t in -1_000_000_000_i64..1_000_000_000,
        a in -1_000_000_000_i64..1_000_000_000, decimals in 0_u8..=6,
        percent in -100_000_i64..=100_000, attain: bool,
    ) {
        let of = |mantissa| Decimal::new(mantissa, decimals).unwrap();
        let results = [Observation::Published(of(a)), Observation::Absent];
        let question = Question {
            series: Series {
                baseline: Some(Dated { year: year(2020), value: of(b) }),
                target: Some(Dated { year: year(2024), value: of(t) }),
                first_year: year(2023),
                results: &results,
            },
            unit: "人",
            wanted: if attain { Wanted::Attainment(percent) } else { Wanted::OfficialRate(percent) },
            reporting_year: year(2023),
            era: Era::Wareki,
        };
        let from = if attain { b } else { 0 };
        // rate ≥ percent, without a division: both sides have the sign of t − from.
        let reaches = |result: i64| {
            let (way, t) = (i128::from(result - from) * 100, i128::from(t - from));
            (way - t * i128::from(percent)) * t.signum() >= 0
        };
        let _ = question.yearly();
        let _ = question.target_on_pace();
        let _ = question.target_for_rate();
        if let Some((_, Value::Figure(value))) = question.result().change {
            let value = value.mantissa();
            prop_assert!(reaches(value));
            prop_assert!(!reaches(value - (t - from).signum()));
        }
    }
}

#[test]
fn what_is_kept_has_no_attainment_and_what_has_not_moved_needs_its_whole_way() {
    let kept = ask("farmland-area", Wanted::Attainment(100)).result();
    assert!(kept.sentence.contains("維持する目標"), "{}", kept.sentence);
    assert_eq!(kept.change, None);
    let nurseries = ask("certified-kodomoen", Wanted::Attainment(100)).result();
    assert!(
        nurseries.sentence.contains("22カ所 必要です"),
        "{}",
        nurseries.sentence
    );
}

#[test]
fn the_answers_are_the_same_in_english() {
    speak(Language::English);
    let english = |slug, wanted, unit| Question {
        unit,
        era: Era::Seireki,
        ..ask(slug, wanted)
    };
    let question = english("local-employment-rate", Wanted::OfficialRate(100), "%");
    assert_eq!(
        question.result().sentence,
        "For a progress rate of 100%, the result for FY2024 has to be 63.9% (63.9 × 100 ÷ 100 = 63.9)."
    );
    assert_eq!(
        question.yearly().sentence,
        "A change of +11.9 points a year, from 52.0% in FY2023 until FY2024, reaches a progress rate of 100%."
    );
    let question = english("sns-followers", Wanted::Attainment(300), "people");
    assert_eq!(
        question.result().sentence,
        "For an attainment of 300%, the result for FY2025 has to be 30,456 people \
         (6,522 + (14,500 − 6,522) × 300 ÷ 100 = 30,456)."
    );
    assert_eq!(
        question.target_for_rate().sentence,
        "With a target of about 11,054 people, the result for FY2023, 20,120 people, gives an attainment of 300%."
    );
    assert_eq!(percent("").unwrap_err(), "Enter a number.");
}
