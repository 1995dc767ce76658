//! The paper: its sentences come out as those of 001 where 001 states a figure, and hold for any
//! figures a person tries.

use crate::shared::{dataset, edition, prose, year};
use michishirube_core::{
    csv,
    decimal::Decimal,
    fiscal_year::{Era, FiscalYear},
    language::{Language, speak},
    model::{IndicatorId, RowId},
    report::{
        Basis, Report, Standpoint,
        analysis::Finding,
        own::{NOTE_LIMIT, Note, Record, ReportNotes},
        report, table,
    },
    scenario::{Field, Scenario, Value},
};
use proptest::prelude::*;

fn on(scenario: Option<&Scenario>, notes: &ReportNotes) -> Report<'static> {
    report(Basis {
        dataset: dataset(),
        review: &prose().review,
        scenario,
        notes,
        era: Era::Wareki,
    })
}

fn figure(text: &str) -> Value {
    Value::Figure(text.parse().unwrap())
}

fn said(report: &Report<'_>, id: &str) -> String {
    let analyses = &report.analysis.indicators;
    let found = analyses.iter().find(|analysis| analysis.id == id).unwrap();
    found.sentences.concat()
}

#[test]
fn the_official_sentences_say_what_001_says() {
    let notes = ReportNotes::default();
    let report = on(None, &notes);
    assert_eq!(
        report.analysis.sentences,
        [
            // 001: 「9つの評価指標のうち、3つの評価指標が進捗率90%を超えている。」
            "9つの評価指標のうち、3つの評価指標が進捗率90%を超えている。",
            "4つの評価指標は、令和5年度の実績が集計中である。",
            "令和5年度の実績がある5つのうち、目標値に達しているものは1つ、基準値から後退しているものは3つである。",
        ]
    );
    for (id, sentences) in [
        (
            "tantetsuko-visitors",
            "炭鉄港推進協議会構成市町の観光入込客数は、令和5年度の実績が集計中である。\
             参考として、令和4年度は10,530千人で、基準値（7,250千人、R2）に比べ、増加している（+3,280千人、+45.2%）。\
             令和2年度から2年続けて増加しており、増加傾向となっている（その前年度に比べ+3,043千人）。\
             目標値（7,468千人、R7）に達している（進捗率の参考値141.0%）。",
        ),
        // 001: 「微減に留まっている」
        (
            "farmland-area",
            "空知の耕作面積は、113,500ha（R5）で、基準値（113,600ha、R2）に比べ、微減に留まっている（−100ha、−0.1%）。\
             前年度（113,500ha、R4）からの増減はない。\
             維持する目標値（113,600ha、R7）をわずかに下回っている（進捗率99.9%）。",
        ),
        // 001: 「昨年比べて8.3%低下」; the difference of two rates is in ポイント.
        (
            "local-employment-rate",
            "新規高卒者管内企業就職率は、52.0%（R5）で、基準値（60.9%、R2）に比べ、低下している（−8.9ポイント）。\
             前年度（60.3%、R4）に比べ、低下している（−8.3ポイント）。\
             目標値（63.9%、R6）には達していない（進捗率81.4%）。",
        ),
        // 001: 「基準値（6,522人、R2）に比べ、3倍程度まで大幅に伸びており」
        (
            "sns-followers",
            "「そらち・デ・ビュー」公式SNSのフォロワー数は、20,120人（R5）で、基準値（6,522人、R2）に比べ、約3.1倍に増加している。\
             令和2年度から3年続けて増加しており、増加傾向となっている（前年度に比べ+5,899人）。\
             目標値（14,500人、R7）に達している（進捗率138.8%）。",
        ),
        (
            "sorachi-visitors",
            "管内への観光入込客数は、令和5年度の実績が集計中である。\
             参考として、令和4年度は1,159.6万人で、基準値（1,232万人、R1）に比べ、減少している（−72.4万人、−5.9%）。\
             その前年度（852万人、R3）に比べ、増加している（+307.6万人）。\
             目標値（1,278万人、R6）には達していない（進捗率の参考値90.7%）。",
        ),
        // 001: 「増加傾向となっている」
        (
            "relocation-consultations",
            "移住相談件数は、令和5年度の実績が集計中である。\
             参考として、令和4年度は821件で、基準値（574件、R2）に比べ、増加している（+247件、+43.0%）。\
             令和2年度から2年続けて増加しており、増加傾向となっている（その前年度に比べ+44件）。\
             目標値（687件、R7）に達している（進捗率の参考値119.5%）。",
        ),
        // 001: 「現状維持となった」
        (
            "certified-kodomoen",
            "認定こども園設置数は、20カ所（R5）で基準値（20カ所、R2）と変わらず、現状維持となった。\
             前年度（20カ所、R4）からの増減はない。\
             目標値（22カ所、R7）には達していない（進捗率90.9%）。",
        ),
    ] {
        assert_eq!(said(&report, id), sentences);
    }
    assert_eq!(report.analysis.indicators.len(), 7);
}

#[test]
fn the_official_sentences_say_the_same_in_english() {
    let english = dataset().clone().in_english(&edition().english);
    speak(Language::English);
    let notes = ReportNotes::default();
    let report = report(Basis {
        dataset: &english,
        review: &prose().review,
        scenario: None,
        notes: &notes,
        era: Era::Seireki,
    });
    assert_eq!(
        report.analysis.sentences,
        [
            "Of 9 indicators, 3 have a progress rate above 90%.",
            "For 4 indicators, the result of FY2023 is being compiled.",
            "Of 5 indicators with a result of FY2023, 1 has reached the target and 3 are behind the baseline.",
        ]
    );
    let said = |id: &str| {
        let analyses = &report.analysis.indicators;
        let found = analyses.iter().find(|analysis| analysis.id == id).unwrap();
        found.sentences.join(" ")
    };
    for (id, sentences) in [
        (
            "farmland-area",
            "Cultivated land area of Sorachi: 113,500 ha (2023). \
             Compared with the baseline (113,600 ha, 2020), the figure has decreased only slightly (−100 ha, −0.1%). \
             It has neither increased nor decreased since the year before (113,500 ha, 2022). \
             It is slightly below the level to be kept (113,600 ha, 2025); progress rate: 99.9%.",
        ),
        (
            "local-employment-rate",
            "Rate of new high school graduates employed by companies in the subprefecture: 52.0% (2023). \
             Compared with the baseline (60.9%, 2020), the figure has fallen (−8.9 points). \
             Compared with the year before (60.3%, 2022), it has fallen (−8.3 points). \
             It has not reached the target (63.9%, 2024); progress rate: 81.4%.",
        ),
        (
            "sns-followers",
            "Followers of the official “Sorachi de View” social media accounts: 20,120 people (2023). \
             Compared with the baseline (6,522 people, 2020), the figure has increased to about 3.1 times as much. \
             It has increased for 3 years in a row since FY2020, an upward trend (+5,899 people compared with the year before). \
             It has reached the target (14,500 people, 2025); progress rate: 138.8%.",
        ),
        (
            "relocation-consultations",
            "Relocation consultations: the result of FY2023 is being compiled. \
             For reference, the figure of FY2022 is 821 cases. \
             Compared with the baseline (574 cases, 2020), the figure has increased (+247 cases, +43.0%). \
             It has increased for 2 years in a row since FY2020, an upward trend (+44 cases compared with the year before that). \
             It has reached the target (687 cases, 2025); reference value of the progress rate: 119.5%.",
        ),
    ] {
        assert_eq!(said(id), sentences);
    }
}

#[test]
fn every_sentence_of_the_document_is_quoted_where_it_belongs() {
    let notes = ReportNotes::default();
    let report = on(None, &notes);
    let analysis = &report.analysis;
    let mut quoted = analysis.quotes.clone();
    for indicator in &analysis.indicators {
        quoted.extend(&indicator.quotes);
    }
    quoted.extend(&analysis.outlook_quotes);
    assert_eq!(quoted.len(), 7);
    for statement in &prose().review.statements {
        assert!(quoted.contains(&statement.text.as_str()), "{statement:?}");
    }
    assert_eq!(analysis.quotes.len(), 1);
    assert_eq!(analysis.outlook_quotes.len(), 1);
}

#[test]
fn the_paper_has_the_sheets_and_the_programmes_of_001_in_its_order() {
    let notes = ReportNotes::default();
    let report = on(None, &notes);
    let heads: Vec<_> = report
        .projects
        .iter()
        .map(|sheet| {
            (
                sheet.number,
                sheet.name,
                sheet.activities.len(),
                sheet.initiatives.len(),
            )
        })
        .collect();
    assert_eq!(
        heads,
        [
            (
                1,
                "日本遺産「炭鉄港」を活用した交流人口拡大プロジェクト",
                4,
                3
            ),
            (
                2,
                "未来技術の導入などによる産業振興・担い手確保プロジェクト",
                4,
                3
            ),
            (
                3,
                "地域の歴史や資源を活かした空知の魅力発信プロジェクト",
                4,
                3
            ),
            (4, "空知と多様な形で関わりを持つ人材創出プロジェクト", 3, 3),
        ]
    );
    let programs: Vec<_> = report
        .programs
        .iter()
        .map(|group| {
            let lines = group.programs.iter();
            let lines: Vec<_> = lines
                .map(|line| (line.name, line.projects.as_slice()))
                .collect();
            (group.title, lines)
        })
        .collect();
    assert_eq!(
        programs,
        [
            (
                "R6年度における空知総合振興局の主な取組（地域政策推進事業・地域共創推進事業）①",
                vec![
                    ("日本遺産「炭鉄港」広域連携推進事業", &[1][..]),
                    ("日本遺産「炭鉄港」食文化普及啓発事業", &[1]),
                    ("北海道空知魅力発信事業", &[3, 4]),
                    ("空知地域バス運転手確保・ICT利活用推進事業", &[4]),
                    ("目指せ「空知人」！地域おこし協力隊活動応援事業", &[4]),
                    ("空知スマート農業推進・人材力強化事業", &[2]),
                ]
            ),
            (
                "R6年度における空知総合振興局の主な取組（地域政策推進事業・地域共創推進事業）②",
                vec![
                    ("空知地域産業人材確保対策事業", &[2][..]),
                    ("空知「食」と「ワイン」のブランド強化事業", &[2]),
                    ("空知アドベンチャートラベル推進事業", &[3]),
                    ("空知製造業成長支援・産業集積促進事業", &[2]),
                ]
            ),
        ]
    );
    assert_eq!(report.footnotes.len(), 1);
    assert_eq!(report.date_line, "令和6年度");
    assert_eq!(report.organisation, "北海道空知総合振興局");
}

#[test]
fn the_list_is_the_papers_with_its_rates() {
    let notes = ReportNotes::default();
    let report = on(None, &notes);
    let rates: Vec<_> = report
        .indicators
        .iter()
        .map(|row| row.official_rate.text.as_str())
        .collect();
    // 001, 評価指標（KPI）一覧, the last column.
    assert_eq!(
        rates,
        [
            "—", "99.9%", "81.4%", "138.8%", "—", "—", "81.4%", "—", "90.9%"
        ]
    );
    let third: Vec<_> = report.indicators[2]
        .cells()
        .map(|cell| cell.text.as_str())
        .collect();
    assert_eq!(
        third,
        ["60.9%", "59.5%", "60.3%", "52.0%", "", "", "63.9%", "81.4%"]
    );
    assert!(report.indicators.iter().all(|row| !row.is_changed()));
    let text = csv::write(
        table::csv_rows(&report.indicators, report.reporting_year, Era::Wareki)
            .iter()
            .map(Vec::as_slice),
    );
    let lines: Vec<_> = text.trim_end().lines().collect();
    assert_eq!(lines.len(), 10);
    assert_eq!(
        lines[0],
        "\u{feff}プロジェクト名,評価指標（KPI）,再掲,単位,基準年度,基準値,令和3年度実績,令和4年度実績,令和5年度実績,\
         令和6年度実績,令和7年度実績,目標年度,目標値,進捗率（%、令和5年度）,区分,公式の値（試算で変わったもの）"
    );
    assert_eq!(
        lines[7],
        "空知と多様な形で関わりを持つ人材創出プロジェクト,新規高卒者管内企業就職率 (再掲),再掲,%,令和2年度,60.9,\
         59.5,60.3,52.0,,,令和6年度,63.9,81.4,公式,"
    );
}

#[test]
fn a_scenario_changes_figures_and_sentences_and_says_so() {
    let data = dataset();
    let rate = data.find_indicator("local-employment-rate").unwrap();
    let visitors = data.find_indicator("tantetsuko-visitors").unwrap();
    let mut scenario = Scenario::default();
    let reporting = Field::Result(data.reporting_year);
    scenario.set(data, rate, reporting, figure("64.0")).unwrap();
    scenario
        .set(data, visitors, reporting, figure("8000"))
        .unwrap();
    let notes = ReportNotes::default();
    let report = on(Some(&scenario), &notes);
    assert_eq!((report.figures, report.changes), (Standpoint::Scenario, 2));
    // 64.0 ÷ 63.9 twice (再掲) and 8,000 ÷ 7,468, besides the three of the paper.
    assert_eq!(
        report.analysis.sentences[0],
        "9つの評価指標のうち、6つの評価指標が進捗率90%を超えている。"
    );
    assert!(
        said(&report, "local-employment-rate")
            .contains("上昇傾向となっている（前年度に比べ+3.7ポイント）")
    );
    assert!(!said(&report, "tantetsuko-visitors").contains("集計中"));
    let row = &report.indicators[0];
    let result = row.result(data.reporting_year).unwrap();
    assert_eq!(
        (result.text.as_str(), result.official.as_deref()),
        ("8,000千人", Some("集計中"))
    );
    assert_eq!(
        (
            row.official_rate.text.as_str(),
            row.official_rate.official.as_deref()
        ),
        ("107.1%", Some("—"))
    );
    let lines = table::csv_rows(&report.indicators, report.reporting_year, Era::Wareki);
    assert_eq!(
        lines[1][14..],
        ["試算".to_owned(), "R5実績 集計中、進捗率 —".to_owned()]
    );
    assert_eq!(lines[2][14..], ["公式".to_owned(), String::new()]);
}

#[test]
fn a_target_moved_to_another_year_shows_both_years() {
    let data = dataset();
    let rate = data.find_indicator("local-employment-rate").unwrap();
    let mut scenario = Scenario::default();
    scenario
        .set(data, rate, Field::TargetYear, Value::Year(year(2026)))
        .unwrap();
    let notes = ReportNotes::default();
    let report = report(Basis {
        dataset: data,
        review: &prose().review,
        scenario: Some(&scenario),
        notes: &notes,
        era: Era::Seireki,
    });
    let target = &report.indicators[2].target;
    assert_eq!(target.year, Some(year(2026)));
    assert_eq!(target.official.as_deref(), Some("63.9%（2024）"));
}

#[test]
fn a_draft_without_changes_makes_the_official_paper() {
    let notes = ReportNotes::default();
    assert_eq!(on(Some(&Scenario::default()), &notes), on(None, &notes));
}

#[test]
fn the_next_years_paper_reports_the_results_entered_for_it() {
    let data = dataset();
    let kodomoen = data.find_indicator("certified-kodomoen").unwrap();
    let mut scenario = Scenario::default();
    let next = year(2024);
    scenario
        .set(data, kodomoen, Field::Result(next), figure("21"))
        .unwrap();
    let notes = ReportNotes {
        reporting_year: Some(next),
        ..ReportNotes::default()
    };
    let report = on(Some(&scenario), &notes);
    assert_eq!(report.date_line, "令和7年度");
    assert_eq!(
        said(&report, "certified-kodomoen"),
        "認定こども園設置数は、21カ所（R6）で、基準値（20カ所、R2）に比べ、増加している（+1カ所、+5.0%）。\
         前年度（20カ所、R5）に比べ、増加している（+1カ所）。\
         目標値（22カ所、R7）には達していない（進捗率95.5%）。"
    );
    assert_eq!(
        report.analysis.sentences,
        [
            "9つの評価指標のうち、1つの評価指標が進捗率90%を超えている。",
            "8つの評価指標は、令和6年度の実績が記載されていない。",
            "令和6年度の実績がある1つのうち、目標値に達しているものも、基準値から後退しているものもない。",
        ]
    );
}

#[test]
fn own_words_stand_where_they_belong_and_are_kept_whole() {
    let mut notes = ReportNotes::default();
    for (note, text) in [
        (Note::Title, "令和7年度版"),
        (Note::Organisation, "=HYPERLINK(\"x\")"),
        (Note::Outlook, "一行目\n二行目"),
        (Note::Indicator("sns-followers"), "広報の強化による。"),
        (Note::Project("tantetsuko"), "写真は別紙。"),
        (Note::Project("relations"), " \n "),
    ] {
        notes.set(note, text);
    }
    let report = on(None, &notes);
    assert_eq!(report.title, "令和7年度版");
    assert_eq!(report.analysis.outlook, "一行目\n二行目");
    assert_eq!(report.projects[0].own, "写真は別紙。");
    assert_eq!(report.projects[3].own, "");
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["format"], "michishirube-report/1");
    assert_eq!(
        json["analysis"]["indicators"][3]["own"],
        "広報の強化による。"
    );
    assert_eq!(json["analysis"]["overall"]["over_90"], 3);
    assert_eq!(json["indicators"][2]["official_rate"]["value"], "81.4");
    let record = Record {
        version: Record::VERSION,
        saved_at: 7,
        notes,
    };
    let text = serde_json::to_string(&record).unwrap();
    assert_eq!(serde_json::from_str::<Record>(&text).unwrap(), record);
    for broken in [
        "{}",
        r#"{"version":2,"saved_at":7,"notes":{}}"#,
        r#"{"version":1,"saved_at":7,"notes":{"x":1}}"#,
    ] {
        assert!(serde_json::from_str::<Record>(broken).is_err(), "{broken}");
    }
}

#[test]
fn a_very_long_own_text_is_cut() {
    let mut notes = ReportNotes::default();
    notes.set(Note::Analysis, &"長".repeat(NOTE_LIMIT + 1));
    assert_eq!(notes.analysis.chars().count(), NOTE_LIMIT);
}

fn any_value() -> impl Strategy<Value = Decimal> {
    let mantissa = prop_oneof![
        Just(0),
        -1_000_000_000_000_i64..=1_000_000_000_000,
        -200_i64..=200_000
    ];
    (mantissa, 0_u8..=6).prop_map(|(mantissa, decimals)| Decimal::new(mantissa, decimals).unwrap())
}

proptest! {
    #[test]
    fn any_figures_make_whole_sentences(
        changes in proptest::collection::vec(
            (0_usize..7, 0_usize..8, any_value(), 2021_u16..2035), 0..14,
        ),
        reporting in 2019_u16..2030,
        seireki in any::<bool>(),
    ) {
        let data = dataset();
        let years: Vec<FiscalYear> = data.result_years().collect();
        let mut scenario = Scenario::default();
        for (indicator, field, value, western) in changes {
            let (field, value) = match field {
                0 => (Field::Baseline, Value::Figure(value)),
                1 => (Field::Target, Value::Figure(value)),
                2 => (Field::TargetYear, Value::Year(year(western))),
                other => (Field::Result(years[other - 3]), Value::Figure(value)),
            };
            let _ = scenario.set(data, IndicatorId::new(indicator), field, value);
        }
        let notes = ReportNotes { reporting_year: Some(year(reporting)), ..ReportNotes::default() };
        let report = report(Basis {
            dataset: data,
            review: &prose().review,
            scenario: Some(&scenario),
            notes: &notes,
            era: if seireki { Era::Seireki } else { Era::Wareki },
        });
        let analysis = &report.analysis;
        let sentences = analysis.sentences.iter();
        for sentence in sentences.chain(analysis.indicators.iter().flat_map(|one| &one.sentences)) {
            prop_assert!(sentence.ends_with('。'), "{sentence}");
            prop_assert_eq!(sentence.matches('。').count(), 1);
            for wrong in ["NaN", "inf", "（）", "（、", "、）", "0つ", "約倍", "。。", "--", "-", "は、は"] {
                prop_assert!(!sentence.contains(wrong), "{sentence}");
            }
            prop_assert_eq!(sentence.matches('（').count(), sentence.matches('）').count());
        }
        for indicator in &analysis.indicators {
            prop_assert_eq!(indicator.findings.len(), indicator.sentences.len());
            for finding in &indicator.findings {
                if let Finding::Trend { since, to, .. } = finding {
                    prop_assert!(to.year.since(*since) >= 2);
                }
            }
        }
        let overall = analysis.overall;
        prop_assert_eq!(overall.rows, 9);
        prop_assert!(overall.over_90 + overall.pending + overall.missing <= 9);
        for line in table::csv_rows(&report.indicators, report.reporting_year, Era::Wareki) {
            prop_assert_eq!(line.len(), 16);
        }
        prop_assert!(serde_json::to_string(&report).is_ok());
    }
}
