//! The settings of the method: read as people type them, sound or not taken, and said wherever they
//! matter.

use crate::{
    scenario::any_settings,
    shared::{dataset, prose, year},
};
use michishirube_core::{
    explain,
    fiscal_year::Era,
    format,
    model::IndicatorId,
    outlook,
    progress::{Band, BandLimits, Method, Progress, evaluate},
    report::{Basis, Report, Standpoint, own::ReportNotes, report, reporting_year},
    scenario::{
        Entry, Field, Record, Scenario, ScenarioId, Scenarios, Settings, SettingsError, Typed,
        Value, decimals_example,
    },
};
use proptest::prelude::*;

fn indicator(slug: &str) -> IndicatorId {
    dataset().find_indicator(slug).unwrap()
}

/// The settings that differ from the usual ones in what is typed here.
fn typed(entries: &[(Entry, &str)]) -> (Settings, Vec<(Entry, SettingsError)>) {
    let usual = Settings::default();
    let mut fields = Typed::of(&usual, dataset());
    for (entry, text) in entries {
        fields.set(*entry, (*text).to_owned());
    }
    let (settings, errors) = fields.read(&usual, dataset());
    let errors = Entry::ALL.into_iter().zip(errors);
    (
        settings,
        errors
            .filter_map(|(entry, error)| Some((entry, error?)))
            .collect(),
    )
}

fn bands(a: i64, b: i64, c: i64) -> BandLimits {
    BandLimits { a, b, c }
}

fn judged(slug: &str, settings: &Settings) -> Progress {
    let data = dataset();
    evaluate(&data.series(indicator(slug)), &settings.method(data))
}

fn tolerating(percent: &str) -> Settings {
    Settings {
        tolerance: percent.parse().unwrap(),
        ..Settings::default()
    }
}

fn with_decimals(decimals: u8) -> Settings {
    Settings {
        decimals,
        ..Settings::default()
    }
}

#[test]
fn the_usual_settings_are_the_standard_method() {
    let data = dataset();
    let (usual, standard) = (
        Settings::default().method(data),
        Method::standard(data.reporting_year),
    );
    assert_eq!(usual, standard);
    assert_eq!(Settings::default().words(Era::Wareki), Vec::<String>::new());
    for id in data.indicator_ids() {
        let series = data.series(id);
        let progress = evaluate(&series, &usual);
        assert_eq!(progress, evaluate(&series, &standard));
        let meaning = format::band_meaning(progress.band);
        assert_eq!(explain::judgement(&progress), meaning);
        assert_eq!(explain::band_meaning(progress.band, &usual), meaning);
    }
}

#[test]
fn settings_are_read_as_people_type_them() {
    for (entry, text, expected) in [
        (
            Entry::A,
            "９０％",
            Settings {
                bands: bands(90, 80, 50),
                ..Settings::default()
            },
        ),
        (
            Entry::A,
            "1,000",
            Settings {
                bands: bands(1000, 80, 50),
                ..Settings::default()
            },
        ),
        (
            Entry::C,
            " 1.0 ",
            Settings {
                bands: bands(100, 80, 1),
                ..Settings::default()
            },
        ),
        (
            Entry::ReportingYear,
            "令和３年度",
            Settings {
                reporting_year: Some(year(2021)),
                ..Settings::default()
            },
        ),
        // The review's own year is no setting.
        (Entry::ReportingYear, "R5", Settings::default()),
        (Entry::Decimals, "３けた", with_decimals(3)),
        (Entry::Decimals, "0", with_decimals(0)),
        (Entry::Tolerance, "０．５％", tolerating("0.5")),
        (Entry::Tolerance, "100", tolerating("100")),
    ] {
        assert_eq!(typed(&[(entry, text)]), (expected, vec![]), "{text}");
    }
}

#[test]
fn what_cannot_be_taken_says_which_limits_hold() {
    for (entry, text, message) in [
        (Entry::A, "", "数字を入れてください。"),
        (
            Entry::A,
            "高め",
            "「高め」は数字として読めません。例：13,000 や 1.3万 のように入れてください。",
        ),
        (Entry::A, "1001", "1から1,000までの整数で入れてください。"),
        (Entry::C, "0", "1から1,000までの整数で入れてください。"),
        (Entry::B, "79.5", "1から1,000までの整数で入れてください。"),
        (
            Entry::ReportingYear,
            "R1",
            "令和3年度から令和7年度までの年度にしてください。",
        ),
        (
            Entry::ReportingYear,
            "来年",
            "年度は 2025 や R7、令和7 のように、平成元年度から2100年度までで入れてください。",
        ),
        (
            Entry::Decimals,
            "4",
            "小数は0から3までのけた数で入れてください。",
        ),
        (
            Entry::Decimals,
            "1.5",
            "小数は0から3までのけた数で入れてください。",
        ),
        (
            Entry::Tolerance,
            "−1",
            "0から100までの割合で入れてください。",
        ),
        (
            Entry::Tolerance,
            "100.1",
            "0から100までの割合で入れてください。",
        ),
        (
            Entry::Tolerance,
            "0.0000001",
            "小数は6けたまで入れられます。",
        ),
    ] {
        let (settings, errors) = typed(&[(entry, text)]);
        assert_eq!(settings, Settings::default(), "{text}");
        let messages: Vec<_> = errors
            .iter()
            .map(|(entry, error)| (*entry, error.message(Era::Wareki)))
            .collect();
        assert_eq!(messages, [(entry, message.to_owned())], "{text}");
    }
}

#[test]
fn bands_are_taken_when_all_three_fall() {
    // A alone would fall below B; both fields say so, and nothing is taken.
    let (settings, errors) = typed(&[(Entry::A, "70")]);
    assert_eq!(settings, Settings::default());
    let messages: Vec<_> = errors
        .iter()
        .map(|(entry, error)| (*entry, error.message(Era::Wareki)))
        .collect();
    assert_eq!(
        messages,
        [
            (
                Entry::A,
                "A、B、C の順に小さくなるように、Bの区切りの80%より大きくしてください。".to_owned()
            ),
            (
                Entry::B,
                "A、B、C の順に小さくなるように、Aの区切りの70%より小さくしてください。".to_owned()
            ),
        ]
    );
    // With B below it, both are.
    let (settings, errors) = typed(&[(Entry::A, "70"), (Entry::B, "60")]);
    assert_eq!((settings.bands, errors), (bands(70, 60, 50), vec![]));
    // Equal is not falling.
    assert_eq!(typed(&[(Entry::B, "50")]).1.len(), 2);
    // What cannot be read leaves the last one in force, and the others are taken.
    let (settings, errors) = typed(&[
        (Entry::A, "?"),
        (Entry::B, "60"),
        (Entry::Decimals, "9"),
        (Entry::Tolerance, "2"),
    ]);
    let expected = Settings {
        bands: bands(100, 60, 50),
        ..tolerating("2")
    };
    assert_eq!(settings, expected);
    assert_eq!(errors.len(), 2);
}

#[test]
fn fields_follow_what_others_do_and_leave_what_is_typed_elsewhere() {
    let data = dataset();
    let (usual, two) = (Settings::default(), with_decimals(2));
    let mut fields = Typed::of(&usual, data);
    fields.set(Entry::A, "90％".to_owned());
    fields.set(Entry::Tolerance, "たくさん".to_owned());
    let (meant, _) = fields.read(&usual, data);
    // Its own keystroke comes back: it stays as typed.
    fields.follow(&usual, &meant, data);
    assert_eq!(fields.get(Entry::A), "90％");
    // Another tab changes the decimals, then A is taken back.
    fields.follow(
        &meant,
        &Settings {
            bands: meant.bands,
            ..two
        },
        data,
    );
    assert_eq!(fields.get(Entry::Decimals), "2");
    fields.follow(
        &Settings {
            bands: meant.bands,
            ..two
        },
        &two,
        data,
    );
    assert_eq!(fields.get(Entry::A), "100");
    assert_eq!(fields.get(Entry::Tolerance), "たくさん");
    // Its own setting changes: what could not be read goes.
    fields.follow(&two, &tolerating("1.5"), data);
    assert_eq!(fields, Typed::of(&tolerating("1.5"), data));
}

#[test]
fn the_decimals_are_chosen_by_an_example() {
    // 001: 52.0 ÷ 63.9.
    let examples = (0..=Settings::MOST_DECIMALS).map(decimals_example);
    assert_eq!(
        examples.collect::<Vec<_>>(),
        [
            "なし（例：81%）",
            "1けた（例：81.4%）",
            "2けた（例：81.38%）",
            "3けた（例：81.377%）",
        ]
    );
}

#[test]
fn what_is_kept_only_thanks_to_the_tolerance_is_said_to_fall_short() {
    // 001, 空知の耕作面積の維持: 113,500 of 113,600 ha, −0.09 %.
    let data = dataset();
    let farmland = indicator("farmland-area");
    let series = data.series(farmland);
    let said = |settings: &Settings| {
        let progress = judged("farmland-area", settings);
        (
            progress.band,
            progress.met,
            explain::summary(&series, &progress, "ha", Era::Wareki),
            explain::judgement(&progress),
            outlook::needed(&series, &progress, "ha", Era::Wareki).unwrap(),
        )
    };
    let needed = "令和7年度の目標113,600haに届くには、令和5年度から年に+50.0haの変化が必要です。";
    assert_eq!(
        said(&tolerating("0.5")),
        (
            Band::Kept,
            Some(false),
            "令和5年度は、目標の113,600haに対して113,500haです。\
             維持する目標をわずかに下回っています（差は−100ha、−0.1%）が、許容の範囲内（目標の0.5%まで）です。\
             基準値と目標値が同じなので、達成率は計算しません。"
                .to_owned(),
            "維持する目標を下回っているが、許容の範囲内（目標の0.5%まで）".to_owned(),
            format!(
                "令和5年度の113,500haは、目標の113,600haを下回っていますが、許容の範囲内（目標の0.5%まで）です。{needed}"
            ),
        )
    );
    // Too narrow a tolerance changes no sentence about the figures, and is said of the band.
    let narrow = said(&tolerating("0.05"));
    let official = said(&Settings::default());
    assert_eq!(narrow.0, Band::NotKept);
    assert_eq!((&narrow.2, &narrow.4), (&official.2, &official.4));
    assert_eq!(
        narrow.3,
        "維持する目標を、許容の範囲（目標の0.05%まで）を超えて下回っている"
    );
    assert_eq!(official.4, needed);
}

#[test]
fn bands_are_explained_by_their_own_limits() {
    // 001: フォロワー数, at 284 % of the pace.
    let settings = Settings {
        bands: bands(300, 200, 100),
        ..Settings::default()
    };
    let progress = judged("sns-followers", &settings);
    assert_eq!(progress.band, Band::B);
    assert_eq!(explain::judgement(&progress), "ペースの200%以上");
    let meanings = [Band::A, Band::B, Band::C, Band::D, Band::Kept]
        .map(|band| explain::band_meaning(band, &settings.method(dataset())));
    assert_eq!(
        meanings,
        [
            "ペースの300%以上",
            "ペースの200%以上",
            "ペースの100%以上",
            "ペースの100%未満",
            "維持する目標を守っている",
        ]
    );
}

#[test]
fn sentences_formulas_and_differences_have_the_decimals_that_are_shown() {
    let data = dataset();
    let rate = indicator("local-employment-rate");
    let series = data.series(rate);
    let kodomoen = data.series(indicator("certified-kodomoen"));
    for (decimals, official, attainment, summed_up, none) in [
        (0, "= 81", "= −297", "0%", "達成率は0%です"),
        (2, "= 81.38", "= −296.67", "−0.09%", "達成率は0.00%です"),
        (3, "= 81.377", "= −296.667", "−0.088%", "達成率は0.000%です"),
    ] {
        let settings = with_decimals(decimals);
        let progress = judged("local-employment-rate", &settings);
        let formula = explain::official_formula(&series, &progress).unwrap();
        assert!(formula.ends_with(official), "{formula}");
        let formula = explain::attainment_formula(&series, &progress).unwrap();
        assert!(formula.ends_with(attainment), "{formula}");
        let farmland = judged("farmland-area", &settings);
        let summary = explain::summary(
            &data.series(indicator("farmland-area")),
            &farmland,
            "ha",
            Era::Wareki,
        );
        assert!(
            summary.contains(&format!("（差は−100ha、{summed_up}）")),
            "{summary}"
        );
        let still = judged("certified-kodomoen", &settings);
        let summary = explain::summary(&kodomoen, &still, "カ所", Era::Wareki);
        assert!(summary.contains(none), "{summary}");
    }
    let followers = indicator("sns-followers");
    let mut scenario = Scenario::default();
    let target = Value::Figure("13000".parse().unwrap());
    scenario
        .set(data, followers, Field::Target, target)
        .unwrap();
    let figures = scenario.figures(data, followers);
    let official = judged("sns-followers", &Settings::default());
    // 20,120 ÷ 14,500 and ÷ 13,000; 13,598 ÷ 7,978 and ÷ 6,478.
    for (decimals, difference) in [
        (
            0,
            "公式との差：進捗率 +16ポイント（公式 139%）、達成率 +40ポイント（公式 170%）",
        ),
        (1, "公式との差：進捗率 +16.0ポイント、達成率 +39.5ポイント"),
        (
            2,
            "公式との差：進捗率 +16.01ポイント（公式 138.76%）、達成率 +39.47ポイント（公式 170.44%）",
        ),
    ] {
        let method = with_decimals(decimals).method(data);
        let tried = evaluate(&figures.series(), &method);
        assert_eq!(explain::difference(&official, &tried), difference);
        let untouched = evaluate(&data.series(followers), &method);
        assert_eq!(
            explain::difference(&official, &untouched),
            "公式との差はありません"
        );
    }
}

#[test]
fn another_reporting_year_makes_the_rate_and_its_formula_and_nothing_else() {
    let settings = Settings {
        reporting_year: Some(year(2021)),
        ..Settings::default()
    };
    let progress = judged("local-employment-rate", &settings);
    let official = judged("local-employment-rate", &Settings::default());
    // 001: 59.5 (R3) ÷ 63.9.
    let series = dataset().series(indicator("local-employment-rate"));
    assert_eq!(
        explain::official_formula(&series, &progress).as_deref(),
        Some("59.5 ÷ 63.9 × 100 = 93.1")
    );
    assert_eq!(format::percent_or_none(progress.official.ratio()), "93.1%");
    assert_eq!(progress.attainment, official.attainment);
    assert_eq!((progress.band, progress.met), (official.band, official.met));
}

fn paper(scenario: &Scenario, notes: &ReportNotes) -> Report<'static> {
    report(Basis {
        dataset: dataset(),
        review: &prose().review,
        scenario: Some(scenario),
        notes,
        era: Era::Wareki,
    })
}

fn with_settings(settings: Settings) -> Scenario {
    let mut scenario = Scenario::default();
    scenario.set_settings(settings);
    scenario
}

#[test]
fn the_paper_is_printed_as_the_scenario_says_and_says_so() {
    let notes = ReportNotes::default();
    let scenario = with_settings(Settings {
        decimals: 2,
        ..tolerating("1")
    });
    let report = paper(&scenario, &notes);
    assert_eq!((report.figures, report.changes), (Standpoint::Scenario, 0));
    assert_eq!(
        report.settings,
        ["率の表示 小数2けた", "維持型の許容 目標の1%まで"]
    );
    // Only the decimals are others: no figure is, and none is marked.
    assert_eq!(report.indicators[2].official_rate.text, "81.38%");
    assert!(report.indicators.iter().all(|row| !row.is_changed()));
    let analyses = &report.analysis.indicators;
    let farmland = analyses.iter().find(|one| one.id == "farmland-area");
    assert_eq!(
        farmland.unwrap().sentences.concat(),
        "空知の耕作面積は、113,500ha（R5）で、基準値（113,600ha、R2）に比べ、微減に留まっている（−100ha、−0.09%）。\
         前年度（113,500ha、R4）からの増減はない。\
         維持する目標値（113,600ha、R7）を下回っているが、許容の範囲内（目標の1%まで）である（進捗率99.91%）。"
    );
    // Met is met without tolerance.
    assert_eq!(report.analysis.overall.met, 1);
    let mut changed = scenario.clone();
    let rate = indicator("local-employment-rate");
    let result = Field::Result(dataset().reporting_year);
    let value = Value::Figure("64.0".parse().unwrap());
    changed.set(dataset(), rate, result, value).unwrap();
    let cell = &paper(&changed, &notes).indicators[2].official_rate;
    assert_eq!(
        (cell.text.as_str(), cell.official.as_deref()),
        ("100.16%", Some("81.4%"))
    );
}

#[test]
fn bands_are_not_in_the_paper() {
    let scenario = with_settings(Settings {
        bands: bands(90, 70, 40),
        ..Settings::default()
    });
    let notes = ReportNotes::default();
    assert_eq!(
        paper(&scenario, &notes),
        paper(&Scenario::default(), &notes)
    );
}

#[test]
fn the_year_chosen_for_the_paper_wins_over_the_scenarios() {
    let review = &prose().review;
    let scenario = with_settings(Settings {
        reporting_year: Some(year(2022)),
        ..Settings::default()
    });
    let mut notes = ReportNotes::default();
    assert_eq!(reporting_year(&notes, None, review), review.reporting_year);
    assert_eq!(reporting_year(&notes, Some(&scenario), review), year(2022));
    let report = paper(&scenario, &notes);
    assert_eq!(report.reporting_year, year(2022));
    assert_eq!(report.settings, ["進捗率の年度 令和4年度"]);
    notes.reporting_year = Some(review.reporting_year);
    let report = paper(&scenario, &notes);
    assert_eq!(report.reporting_year, review.reporting_year);
    assert_eq!(report.figures, Standpoint::Official);
    assert_eq!(report.settings, Vec::<String>::new());
}

proptest! {
    #[test]
    fn sound_settings_survive_fields_and_record(settings in any_settings()) {
        prop_assert!(settings.are_sound());
        let data = dataset();
        let (read, errors) = Typed::of(&settings, data).read(&settings, data);
        prop_assert_eq!((read, errors), (settings, Default::default()));
        let all = Scenarios::new(vec![(ScenarioId::FIRST, with_settings(settings))], ScenarioId::FIRST);
        let text = serde_json::to_string(&Record::new(&all, data, 7)).unwrap();
        let again = serde_json::from_str::<Record>(&text).unwrap().into_scenarios(data);
        prop_assert_eq!(again.get(ScenarioId::FIRST).map(|scenario| *scenario.settings()), Some(settings));
    }

    #[test]
    fn nothing_typed_makes_unsound_settings(
        last in any_settings(),
        entries in proptest::collection::vec(
            (
                prop::sample::select(Entry::ALL.to_vec()),
                prop_oneof!["\\PC{0,6}", "-?[0-9０-９]{1,4}([.．][0-9]{0,2})?[%％]?", "(令和|R|20)[0-9]{1,2}"],
            ),
            0..12,
        ),
    ) {
        let data = dataset();
        let mut fields = Typed::of(&last, data);
        for (entry, text) in entries {
            fields.set(entry, text);
        }
        let (settings, errors) = fields.read(&last, data);
        prop_assert!(settings.are_sound(), "{settings:?}");
        prop_assert!(settings.reporting_year.is_none_or(|year| data.result_years().any(|known| known == year)));
        for error in errors.iter().flatten() {
            prop_assert!(error.message(Era::Seireki).ends_with('。'));
        }
        // Reading again what was taken changes nothing more.
        prop_assert_eq!(fields.read(&settings, data).0, settings);
        let mut followed = fields.clone();
        followed.follow(&last, &last, data);
        prop_assert_eq!(followed, fields);
    }
}
