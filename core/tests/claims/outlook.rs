//! The projection's sentences, word for word.

use crate::shared::{dataset, year};
use michishirube_core::{
    dataset::Series,
    fiscal_year::{Era, FiscalYear},
    language::{Language, speak},
    model::{Dated, Observation},
    outlook,
    progress::{Fit, MetIn, Method, Rule, evaluate, project},
};

fn assumptions(series: &Series<'_>, unit: &str, era: Era) -> [String; 3] {
    let projection = project(series).unwrap();
    Rule::ALL.map(|rule| outlook::assumption(series, &projection, rule, unit, era))
}

#[test]
fn every_rule_says_what_it_takes_for_granted() {
    let data = dataset();
    let of = |slug, era| {
        let indicator = data.find_indicator(slug).unwrap();
        assumptions(&data.series(indicator), data.unit(indicator), era)
    };
    // 001, 評価指標（KPI）一覧: 60.9 (R2), 59.5, 60.3, 52.0 (R5).
    assert_eq!(
        of("local-employment-rate", Era::Wareki),
        [
            "基準年（R2）の60.9%からR5の52.0%まで、平均すると年に−2.97ポイント。これが続くと仮定",
            "R4の60.3%からR5の52.0%まで、1年で−8.30ポイント。これが毎年続くと仮定",
            "R2からR5までの4つの値に最も近い直線の傾きは、年に−2.59ポイント。R5の52.0%から、これが続くと仮定",
        ]
    );
    assert_eq!(
        of("local-employment-rate", Era::Seireki)[1],
        "2022年度の60.3%から2023年度の52.0%まで、1年で−8.30ポイント。これが毎年続くと仮定"
    );
    // 6,522 (R2), 10,101, 14,221, 20,120 (R5).
    assert_eq!(
        of("sns-followers", Era::Wareki)[0],
        "基準年（R2）の6,522人からR5の20,120人まで、平均すると年に+4,532.7人。これが続くと仮定"
    );
}

#[test]
fn a_rule_without_figures_says_what_it_lacks() {
    let results = [Observation::Published("5".parse().unwrap())];
    let series = Series {
        baseline: None,
        target: Some(Dated {
            year: year(2025),
            value: "6".parse().unwrap(),
        }),
        first_year: year(2023),
        results: &results,
    };
    assert_eq!(
        assumptions(&series, "件", Era::Wareki),
        [
            "最新の値より前の年度の基準値がないため、計算しません",
            "最新の値の前の年度の値がないため、計算しません",
            "値が3つ以上ないため、計算しません",
        ]
    );
}

#[test]
fn the_year_of_meeting_is_printed_in_the_chosen_era() {
    let met: [(_, _, &str); 6] = [
        (MetIn::Already, Era::Wareki, "すでに届いている"),
        (MetIn::Year(year(2026)), Era::Wareki, "令和8年度"),
        (MetIn::Year(FiscalYear::LAST), Era::Seireki, "2100年度"),
        (MetIn::BeyondSight, Era::Seireki, "2100年度までに届かない"),
        (MetIn::Never, Era::Wareki, "このままでは届かない"),
        (MetIn::TooFew, Era::Wareki, "年が足りません"),
    ];
    for (met, era, text) in met {
        assert_eq!(outlook::met_in(met, era), text);
    }
    assert_eq!(
        outlook::met_in(MetIn::BeyondSight, Era::Wareki),
        "令和82年度までに届かない"
    );
}

#[test]
fn the_documents_have_too_few_years_to_check_a_projection() {
    let data = dataset();
    for indicator in data.indicator_ids() {
        let fit = Fit::of(&data.series(indicator));
        assert_eq!(fit.share(), None, "{}", data.indicator_slug(indicator));
    }
    let of = |slug| {
        let indicator = data.find_indicator(slug).unwrap();
        outlook::past_check(Fit::of(&data.series(indicator)))
    };
    // Only R5 can be checked: before it are the baseline and two results.
    for slug in ["local-employment-rate", "sns-followers"] {
        assert_eq!(
            of(slug),
            "確かめられる年が1年しかないため、あてはまりは計算しません。"
        );
    }
    // A baseline of R1 and two results leave no year with a band before it.
    assert_eq!(
        of("sorachi-visitors"),
        "確かめられる年がないため、あてはまりは計算しません。"
    );
    assert_eq!(
        outlook::past_check(Fit { hit: 2, checked: 3 }),
        "それぞれの年より前の値だけで同じ計算をすると、確かめられる3年のうち2年で、\
         その年の値が見込みの幅に入りました（66.7%）。"
    );
}

#[test]
fn the_assumptions_are_the_same_in_english() {
    speak(Language::English);
    let data = dataset();
    let series = data.series(data.find_indicator("local-employment-rate").unwrap());
    assert_eq!(
        assumptions(&series, "%", Era::Wareki),
        [
            "From 60.9% in the baseline year (R2) to 52.0% in R5: −2.97 points a year on average. \
             Assumes that this goes on",
            "From 60.3% in R4 to 52.0% in R5: −8.30 points in one year. Assumes that this goes on every year",
            "The straight line closest to the 4 figures from R2 to R5 changes by −2.59 points a year. \
             Assumes that this goes on from 52.0% in R5",
        ]
    );
    let progress = evaluate(&series, &Method::standard(data.reporting_year));
    assert_eq!(
        outlook::needed(&series, &progress, "%", Era::Seireki).unwrap(),
        "To reach the target of 63.9% in FY2024, a change of +11.90 points a year is needed from FY2023 on."
    );
    assert_eq!(
        outlook::met_in(MetIn::BeyondSight, Era::Seireki),
        "Not by FY2100"
    );
    assert_eq!(
        outlook::past_check(Fit::of(&series)),
        "Only 1 of the years can be checked, so no fit is worked out."
    );
}
