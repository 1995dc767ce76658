//! The sentences and formulas people read, word for word.

use crate::shared::{dataset, year};
use michishirube_core::{
    dataset::Series,
    explain,
    fiscal_year::Era,
    model::{Dated, Observation},
    progress::{Method, evaluate},
};

fn summary(series: &Series<'_>, unit: &str, era: Era) -> String {
    let method = Method::standard(dataset().reporting_year);
    explain::summary(series, &evaluate(series, &method), unit, era)
}

fn dated(western: u16, text: &str) -> Dated {
    Dated {
        year: year(western),
        value: text.parse().unwrap(),
    }
}

#[test]
fn every_indicator_is_summed_up_in_plain_sentences() {
    let data = dataset();
    let sentences = [
        (
            "tantetsuko-visitors",
            "令和5年度の実績は集計中です。令和4年度は、目標の7,468千人に対して10,530千人で、目標に届いています。\
             基準値の7,250千人からの伸びは、目標までに必要な伸びの1,504.6%にあたります。",
        ),
        (
            "farmland-area",
            "令和5年度は、目標の113,600haに対して113,500haです。\
             維持する目標をわずかに下回っています（差は−100ha、−0.1%）。\
             基準値と目標値が同じなので、達成率は計算しません。",
        ),
        (
            "local-employment-rate",
            "令和5年度は、目標の63.9%に対して52.0%です。\
             基準値の60.9%を下回っているため、達成率はマイナスです。",
        ),
        (
            "sns-followers",
            "令和5年度は、目標の14,500人に対して20,120人で、目標に届いています。\
             基準値の6,522人からの伸びは、目標までに必要な伸びの170.4%にあたります。",
        ),
        (
            "sorachi-visitors",
            "令和5年度の実績は集計中です。令和4年度は、目標の1,278万人に対して1,159.6万人です。\
             基準値の1,232万人を下回っているため、達成率はマイナスです。",
        ),
        (
            "relocation-consultations",
            "令和5年度の実績は集計中です。令和4年度は、目標の687件に対して821件で、目標に届いています。\
             基準値の574件からの伸びは、目標までに必要な伸びの218.6%にあたります。",
        ),
        (
            "certified-kodomoen",
            "令和5年度は、目標の22カ所に対して20カ所です。\
             基準値の20カ所から変わっていないため、達成率は0.0%です。",
        ),
        (
            "jomon-facilities",
            "令和7年度までに11施設とする目標です。実績値は、このサイトのもとになった文書に載っていません。",
        ),
        (
            "dohoku-visitors",
            "令和7年度までに2,504万人とする目標です。実績値は、このサイトのもとになった文書に載っていません。",
        ),
        (
            "okhotsk-employment-rate",
            "令和6年度までに75.0%とする目標です。実績値は、このサイトのもとになった文書に載っていません。",
        ),
        (
            "tokachi-zero-carbon",
            "令和7年度までに19市町村とする目標です。実績値は、このサイトのもとになった文書に載っていません。",
        ),
        (
            "kushiro-nemuro-renewables",
            "令和7年度までに79.9万kWとする目標です。実績値は、このサイトのもとになった文書に載っていません。",
        ),
    ];
    let found: Vec<_> = data
        .indicator_ids()
        .map(|indicator| {
            let text = summary(&data.series(indicator), data.unit(indicator), Era::Wareki);
            (data.indicator_slug(indicator), text)
        })
        .collect();
    let found: Vec<_> = found
        .iter()
        .map(|(slug, text)| (*slug, text.as_str()))
        .collect();
    assert_eq!(found, sentences);
}

#[test]
fn cases_the_documents_do_not_have_read_well_too() {
    for (baseline, target, result, unit, sentence) in [
        (
            "100",
            "60",
            "52",
            "件",
            "2023年度は、目標の60件に対して52件で、目標に届いています。\
             基準値の100件からの減少は、目標までに必要な減少の120.0%にあたります。",
        ),
        (
            "100",
            "60",
            "130",
            "件",
            "2023年度は、目標の60件に対して130件です。\
             基準値の100件を上回っているため、達成率はマイナスです。",
        ),
        (
            "0",
            "10000",
            "9999",
            "人",
            "2023年度は、目標の10,000人に対して9,999人です。\
             基準値の0人から目標までの道のりを、ほぼ進み終えていますが、目標にはまだ届いていません。",
        ),
        (
            "574",
            "687",
            "600",
            "件",
            "2023年度は、目標の687件に対して600件です。\
             基準値の574件から目標までの道のりの、23.0%まで進んでいます。",
        ),
        (
            "50.0",
            "50.0",
            "47.5",
            "%",
            "2023年度は、目標の50.0%に対して47.5%です。\
             維持する目標を下回っています（差は−2.5ポイント、−5.0%）。\
             基準値と目標値が同じなので、達成率は計算しません。",
        ),
        (
            "50.0",
            "50.0",
            "50.0",
            "%",
            "2023年度は、目標の50.0%に対して50.0%で、維持する目標を守っています。\
             基準値と目標値が同じなので、達成率は計算しません。",
        ),
    ] {
        let results = [Observation::Published(result.parse().unwrap())];
        let series = Series {
            baseline: Some(dated(2020, baseline)),
            target: Some(dated(2025, target)),
            first_year: year(2023),
            results: &results,
        };
        assert_eq!(summary(&series, unit, Era::Seireki), sentence);
    }
}

#[test]
fn the_two_rates_are_explained_where_they_tell_different_stories() {
    let data = dataset();
    let method = Method::standard(data.reporting_year);
    for (slug, sentence) in [
        (
            "local-employment-rate",
            "進捗率は実績を目標で割った値なので、取組を始める前から高く出ることがあります。\
             達成率は、基準値から目標までのうち、どれだけ進んだかを表します。",
        ),
        (
            "sns-followers",
            "進捗率は実績を目標で割った値です。\
             達成率は、基準値から目標までのうち、どれだけ進んだかを表します。",
        ),
        (
            "farmland-area",
            "維持することが目標なので、達成率ではなく、守れたかどうかで判定します。",
        ),
        ("jomon-facilities", ""),
    ] {
        let progress = evaluate(&data.series(data.find_indicator(slug).unwrap()), &method);
        assert_eq!(explain::why_rates_differ(&progress), sentence, "{slug}");
    }
}

#[test]
fn the_formulas_have_the_numbers_put_in() {
    let formulas = |baseline: &str, target: &str, result: &str| {
        let results = [Observation::Published(result.parse().unwrap())];
        let series = Series {
            baseline: Some(dated(2020, baseline)),
            target: Some(dated(2024, target)),
            first_year: year(2023),
            results: &results,
        };
        let progress = evaluate(&series, &Method::standard(year(2023)));
        let official = explain::official_formula(&series, &progress);
        let attainment = explain::attainment_formula(&series, &progress);
        (official.unwrap_or_default(), attainment.unwrap_or_default())
    };
    for (baseline, target, result, official, attainment) in [
        // 001: 新規高卒者管内企業就職率.
        (
            "60.9",
            "63.9",
            "52.0",
            "52.0 ÷ 63.9 × 100 = 81.4",
            "(52.0 − 60.9) ÷ (63.9 − 60.9) × 100 = −296.7",
        ),
        // 001: 空知の耕作面積の維持.
        (
            "113600",
            "113600",
            "113500",
            "113,500 ÷ 113,600 × 100 = 99.9",
            "(113,500 − 113,600) ÷ (113,600 − 113,600) × 100 は、割る数が0になるため計算しません",
        ),
        (
            "-3",
            "2",
            "-1",
            "(−1) ÷ 2 × 100 = −50.0",
            "((−1) − (−3)) ÷ (2 − (−3)) × 100 = 40.0",
        ),
        (
            "60.9",
            "0",
            "52.0",
            "",
            "(52.0 − 60.9) ÷ (0 − 60.9) × 100 = 14.6",
        ),
    ] {
        assert_eq!(
            formulas(baseline, target, result),
            (official.to_owned(), attainment.to_owned())
        );
    }
    // expected/indicators.csv: pace −395.6.
    let data = dataset();
    let series = data.series(data.find_indicator("local-employment-rate").unwrap());
    let method = Method::standard(data.reporting_year);
    let (expected, pace) = explain::pace_formula(&series, &evaluate(&series, &method)).unwrap();
    assert_eq!(expected, "60.9 + (63.9 − 60.9) × 3 ÷ 4 = 63.15");
    assert_eq!(pace, "(52.0 − 60.9) ÷ (63.15 − 60.9) × 100 = −395.6");
}
