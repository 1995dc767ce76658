//! 共有: what is handed over arrives as it was, and what does not arrive as it was says so.

use crate::shared::{dataset, year};
use michishirube_core::{
    decimal::Decimal,
    fiscal_year::{Era, FiscalYear},
    model::IndicatorId,
    progress::BandLimits,
    scenario::{
        Field, Override, Record, Scenario, ScenarioId, ScenarioRecord, Scenarios, Settings, Value,
    },
    share::{
        changes::changes,
        file::{self, FileError, Place},
        link::{self, ShareError, decode, encode},
        qr,
    },
};
use proptest::prelude::*;
use std::{collections::BTreeMap, sync::OnceLock};

fn figure(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn indicator(slug: &str) -> IndicatorId {
    dataset().find_indicator(slug).unwrap()
}

/// A target of 13,000 and a result of 21,000 followers, with all that can be set.
fn example() -> Scenario {
    let mut scenario = Scenario::named("フォロワーを増やす案");
    scenario.set_description("目標を下げ、\n実績が伸びた場合。");
    let followers = indicator("sns-followers");
    for (field, value) in [
        (Field::Target, "13000"),
        (Field::Result(year(2023)), "21000.0"),
    ] {
        let value = Value::Figure(figure(value));
        scenario.set(dataset(), followers, field, value).unwrap();
    }
    let settings = Settings {
        bands: BandLimits {
            a: 90,
            b: 70,
            c: 40,
        },
        decimals: 2,
        ..Settings::default()
    };
    scenario.set_settings(settings);
    scenario
}

/// All that is in a scenario, to the printed digit.
fn whole(scenario: &Scenario) -> String {
    let record = ScenarioRecord::new(ScenarioId::FIRST, scenario, dataset());
    serde_json::to_string(&record).unwrap()
}

fn any_figure() -> impl Strategy<Value = Decimal> {
    let mantissa = prop_oneof![
        -1_000_000_000_000_i64..=1_000_000_000_000,
        -200_i64..=200_000
    ];
    (mantissa, 0_u8..=6).prop_map(|(mantissa, decimals)| Decimal::new(mantissa, decimals).unwrap())
}

fn any_year() -> impl Strategy<Value = FiscalYear> {
    (1989_u16..=2100).prop_map(year)
}

fn any_override() -> impl Strategy<Value = Override> {
    (
        proptest::option::of(any_figure()),
        proptest::option::of(any_year()),
        proptest::option::of(any_figure()),
        proptest::collection::btree_map(any_year(), any_figure(), 0..6),
    )
        .prop_map(|(target, target_year, baseline, results)| Override {
            target,
            target_year,
            baseline,
            results,
        })
}

fn any_settings() -> impl Strategy<Value = Settings> {
    let bands = (3_i64..=1000).prop_flat_map(|a| {
        (2..a).prop_flat_map(move |b| (1..b).prop_map(move |c| BandLimits { a, b, c }))
    });
    let tolerance = (0_i64..=100_000_000, 0_u8..=6).prop_map(|(micro, decimals)| {
        let mantissa = micro / 10_i64.pow(6 - u32::from(decimals));
        Decimal::new(mantissa, decimals).unwrap()
    });
    let sound = (
        bands,
        proptest::option::of(any_year()),
        0_u8..=Settings::MOST_DECIMALS,
        tolerance,
    );
    let sound = sound.prop_map(|(bands, reporting_year, decimals, tolerance)| Settings {
        bands,
        reporting_year,
        decimals,
        tolerance,
    });
    prop_oneof![Just(Settings::default()), sound]
}

/// Whatever a person, a file or another edition can make a scenario of.
fn any_scenario() -> impl Strategy<Value = Scenario> {
    let slugs: Vec<String> = dataset()
        .indicator_ids()
        .map(|indicator| dataset().indicator_slug(indicator).to_owned())
        .collect();
    let slug = prop_oneof![
        4 => prop::sample::select(slugs),
        1 => "\\PC{0,12}",
    ];
    (
        proptest::collection::vec(any::<char>(), 0..80),
        proptest::collection::vec(any::<char>(), 0..200),
        any_settings(),
        proptest::collection::btree_map(slug, any_override(), 0..9),
    )
        .prop_map(|(name, description, settings, overrides)| {
            let record = ScenarioRecord {
                id: ScenarioId::FIRST,
                name: name.into_iter().collect(),
                description: description.into_iter().collect(),
                settings,
                overrides,
            };
            record.into_scenario(dataset())
        })
}

#[test]
fn a_link_of_version_1_is_read_for_ever() {
    let link = "shared.GrZ52h7jg5Xjgqnjg63jg6_jg7zjgpLlopfjgoTjgZnmoYgu55uu5qiZ44KS5LiL44GS44CBCuWun-e4vuOBjOS8uOOBs-OBn-WgtOWQiOOAggG0AYwBUAACAAABDXNucy1mb2xsb3dlcnMBkMsBAAAAAecPoNEZAQ.1";
    assert_eq!(encode(&example(), dataset()).as_deref(), Ok(link));
    let shared = decode(link, dataset()).unwrap();
    assert_eq!(whole(&shared.scenario), whole(&example()));
    assert_eq!(shared.left_out, 0);
}

#[test]
fn a_link_holds_only_what_no_messenger_writes_in_another_way() {
    let link = encode(&example(), dataset()).unwrap();
    assert!(link::is_shared(&link));
    assert!(
        link.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    );
    assert!(link.ends_with(|last: char| last.is_ascii_digit()));
    assert!(link.len() < 300, "{} characters", link.len());
    for other in ["", "main", "share", "Shared.AAAA.1"] {
        assert!(!link::is_shared(other), "{other}");
    }
}

#[test]
fn every_changed_character_of_a_link_is_noticed() {
    let link = encode(&example(), dataset()).unwrap();
    let mut bytes = link.clone().into_bytes();
    for at in 0..bytes.len() {
        let right = bytes[at];
        for wrong in (0x20..0x7f).filter(|byte| *byte != right) {
            bytes[at] = wrong;
            let text = std::str::from_utf8(&bytes).unwrap();
            assert!(decode(text, dataset()).is_err(), "{text}");
        }
        bytes[at] = right;
    }
}

#[test]
fn every_link_that_was_cut_says_that_it_was_cut() {
    let link = encode(&example(), dataset()).unwrap();
    for end in link::PREFIX.len()..link.len() {
        assert_eq!(
            decode(&link[..end], dataset()),
            Err(ShareError::Truncated),
            "{end}"
        );
    }
    for end in 0..link::PREFIX.len() {
        assert_eq!(
            decode(&link[..end], dataset()),
            Err(ShareError::Foreign),
            "{end}"
        );
    }
}

#[test]
fn what_is_wrong_with_a_link_is_said_with_what_to_do() {
    let link = encode(&example(), dataset()).unwrap();
    let body = &link[link::PREFIX.len()..link.len() - 2];
    let of = |text: &str| decode(&format!("{}{text}", link::PREFIX), dataset());
    for (text, error) in [
        (format!("{body}.2"), ShareError::Future),
        (format!("{body}.117"), ShareError::Future),
        (format!("{body}.0"), ShareError::Damaged),
        (format!("{body}.01"), ShareError::Damaged),
        (format!("{body}.x"), ShareError::Damaged),
        (format!("{body}A.1"), ShareError::Damaged),
        (format!("{body}.1。"), ShareError::Damaged),
        (".1".to_owned(), ShareError::Damaged),
        ("AAAA.1".to_owned(), ShareError::Damaged),
        (body.to_owned(), ShareError::Truncated),
        (String::new(), ShareError::Truncated),
        ("試算.1".to_owned(), ShareError::Foreign),
        ("<b>.1".to_owned(), ShareError::Foreign),
        ("A".repeat(link::LIMIT), ShareError::TooLong),
    ] {
        assert_eq!(of(&text), Err(error), "{text:.60}");
        // What is wrong, and what to do.
        assert!(error.message().matches('。').count() >= 2, "{error:?}");
    }
}

#[test]
fn a_sound_checksum_around_something_else_is_foreign() {
    let unsound = (
        "",
        "",
        Some(((80_i64, 100_i64, 50_i64), 0_u8, 1_u8, (0_i64, 0_u8))),
        (),
    );
    let bytes = postcard::to_allocvec(&unsound).unwrap();
    let nothing = postcard::to_allocvec(&("", "", 0_u8, 0_u8)).unwrap();
    let longer = [nothing.as_slice(), &[0]].concat();
    let year = postcard::to_allocvec(&("", "", 0_u8, [("x", (0_u8, 1_u8, 1900_u16))])).unwrap();
    let hungry = postcard::to_allocvec(&("", "", 0_u8, u32::MAX)).unwrap();
    for body in [&bytes, &longer, &year, &hungry, &Vec::new()] {
        assert_eq!(
            decode(&link::seal(body), dataset()),
            Err(ShareError::Foreign),
            "{body:?}"
        );
    }
    let shared = decode(&link::seal(&nothing), dataset()).unwrap();
    assert_eq!(shared.scenario, Scenario::default());
}

#[test]
fn what_this_edition_does_not_take_is_counted_and_what_it_does_not_know_is_carried_on() {
    let slug = "sns-followers";
    let official = dataset().series(indicator(slug)).target.unwrap();
    let changes = Override {
        // As the documents have it by now, and a year before the baseline.
        target: Some(official.value),
        target_year: Some(year(1990)),
        baseline: Some(figure("1")),
        results: BTreeMap::new(),
    };
    let body = |slug: &str| {
        let zigzag = |value: Decimal| (value.mantissa(), value.decimals());
        let changes = (
            changes.target.map(zigzag),
            changes.target_year,
            changes.baseline.map(zigzag),
            0_u8,
        );
        postcard::to_allocvec(&("", "", 0_u8, vec![(slug, changes)])).unwrap()
    };
    let shared = decode(&link::seal(&body(slug)), dataset()).unwrap();
    assert_eq!((shared.scenario.len(), shared.left_out), (1, 2));
    let shared = decode(&link::seal(&body("of-another-edition")), dataset()).unwrap();
    assert_eq!((shared.scenario.len(), shared.left_out), (0, 0));
    assert_eq!(shared.scenario.unknown(), 3);
    let again = encode(&shared.scenario, dataset()).unwrap();
    assert_eq!(decode(&again, dataset()).unwrap().scenario.unknown(), 3);
}

#[test]
fn a_scenario_too_long_for_a_link_goes_into_a_file() {
    let overrides = (0..4000)
        .map(|number| {
            let changes = Override {
                target: Some(figure("1")),
                ..Override::default()
            };
            (format!("of-another-edition-{number}"), changes)
        })
        .collect();
    let record = ScenarioRecord {
        id: ScenarioId::FIRST,
        name: String::new(),
        description: String::new(),
        settings: Settings::default(),
        overrides,
    };
    let scenario = record.into_scenario(dataset());
    assert_eq!(encode(&scenario, dataset()), Err(ShareError::TooLong));
    let scenarios = Scenarios::new(
        vec![(ScenarioId::FIRST, scenario.clone())],
        ScenarioId::FIRST,
    );
    let text = file::write(&scenarios, None, dataset(), 0);
    assert_eq!(file::read(&text, dataset()), Ok(vec![scenario]));
}

#[test]
fn a_qr_code_reads_as_the_link_it_was_made_of() {
    let link = format!(
        "https://example.org/michishirube/?screen=scenario#{}",
        encode(&example(), dataset()).unwrap()
    );
    let code = qr::code(&link).unwrap();
    assert_eq!(read_code(&code), link);
    assert!(qr::code(&"a".repeat(1273)).is_some());
    assert!(qr::code(&"a".repeat(1274)).is_none());
}

/// What a camera reads in a picture of the code.
fn read_code(code: &qr::Code) -> String {
    const SCALE: usize = 4;
    let side = usize::try_from(code.side).unwrap();
    let mut dark = vec![false; side * side];
    for run in code.path.split('M').filter(|run| !run.is_empty()) {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let (width, _) = rest.split_once('v').unwrap();
        let [x, y, width] = [x, y, width].map(|number| number.parse::<usize>().unwrap());
        dark[y * side + x..][..width].fill(true);
    }
    let pixel = |x: usize, y: usize| {
        if dark[y / SCALE * side + x / SCALE] {
            0
        } else {
            255
        }
    };
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, pixel);
    let grids = picture.detect_grids();
    grids[0].decode().unwrap().1
}

#[test]
fn what_a_scenario_changes_is_said_with_both_rates() {
    let [followers] = &changes(&example(), dataset(), Era::Wareki)[..] else {
        panic!("one indicator is changed");
    };
    let figures: Vec<_> = followers
        .figures
        .iter()
        .map(|figure| {
            (
                figure.name.as_str(),
                figure.official.as_str(),
                figure.scenario.as_str(),
            )
        })
        .collect();
    assert_eq!(
        figures,
        [
            ("目標値", "14,500人", "13,000人"),
            ("令和5年度の実績", "20,120人", "21,000.0人"),
        ]
    );
    // 001: 20,120 ÷ 14,500; here 21,000 ÷ 13,000, with two decimals.
    assert_eq!(followers.official_rate.official, "138.8%");
    assert_eq!(followers.official_rate.scenario, "161.54%");
}

#[test]
fn a_file_of_either_version_opens_as_new_scenarios() {
    let first = r#"{"version":1,"saved_at":1,"overrides":{"sns-followers":{"target":"13000"}}}"#;
    let [scenario] = &file::read(first, dataset()).unwrap()[..] else {
        panic!("one scenario");
    };
    let target = scenario.value(indicator("sns-followers"), Field::Target);
    assert_eq!(target, Some(Value::Figure(figure("13000"))));
    let ids = [ScenarioId::new(7), ScenarioId::new(8)];
    let all = vec![(ids[0], example()), (ids[1], Scenario::named("もう一つ"))];
    let scenarios = Scenarios::new(all, ids[1]);
    let text = file::write(&scenarios, None, dataset(), 0);
    assert_eq!(
        file::read(&format!("\u{feff}{text}"), dataset()),
        Ok(vec![example(), Scenario::named("もう一つ")])
    );
    let text = file::write(&scenarios, Some(ids[0]), dataset(), 0);
    assert_eq!(file::read(&text, dataset()), Ok(vec![example()]));
}

#[test]
fn a_file_that_does_not_fit_says_where_and_what_to_do() {
    let text = file::write(
        &Scenarios::new(vec![(ScenarioId::FIRST, example())], ScenarioId::FIRST),
        None,
        dataset(),
        0,
    );
    let place = |line, character| Place { line, character };
    let of = |text: &str| file::read(text, dataset()).unwrap_err();
    assert_eq!(of(""), FileError::NotJson(place(1, 1)));
    assert_eq!(of("指標,目標値"), FileError::NotJson(place(1, 1)));
    assert_eq!(of("[\"令和\", 令和]"), FileError::NotJson(place(1, 8)));
    assert!(matches!(of(&text[..text.len() / 2]), FileError::NotJson(_)));
    assert_eq!(of("{}"), FileError::Foreign);
    assert_eq!(of("[1, 2]"), FileError::Foreign);
    assert_eq!(
        of(r#"{"type":"FeatureCollection","features":[]}"#),
        FileError::Foreign
    );
    assert_eq!(
        of(&text.replace("\"version\": 2", "\"version\": 3")),
        FileError::Future
    );
    assert_eq!(
        of(&text.replace("\"version\": 2", "\"version\": 0")),
        FileError::Unfit(None)
    );
    assert_eq!(
        of(&text.replace("\"a\": 90", "\"a\": 10")),
        FileError::Unfit(None)
    );
    let line = 1 + text
        .lines()
        .position(|line| line.contains("13000"))
        .unwrap();
    let FileError::Unfit(Some(found)) = of(&text.replace("\"13000\"", "\"一万三千\"")) else {
        panic!("a figure that is none");
    };
    assert_eq!(found.line, line);
    let message = FileError::Unfit(Some(found)).message();
    assert!(message.starts_with(&format!("{line}行目の")), "{message}");
    let one = "{\"id\":\"1\",\"overrides\":{}}";
    let many = format!(
        "{{\"version\":2,\"saved_at\":0,\"chosen\":\"1\",\"scenarios\":[{}]}}",
        [one; Scenarios::LIMIT + 1].join(",")
    );
    assert_eq!(of(&many), FileError::TooMany);
}

fn schema() -> &'static jsonschema::Validator {
    static SCHEMA: OnceLock<jsonschema::Validator> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let text = include_str!("../../../public/data/scenario.schema.json");
        jsonschema::draft202012::new(&serde_json::from_str(text).unwrap()).unwrap()
    })
}

#[test]
fn the_schema_of_files_takes_what_the_program_takes_and_refuses_what_it_refuses() {
    let schema = schema();
    let text = |inside: &str| {
        format!(r#"{{"version":2,"saved_at":0,"chosen":"1","scenarios":[{{"id":"1",{inside}}}]}}"#)
    };
    let both = |text: &str| {
        let by_schema = schema.is_valid(&serde_json::from_str(text).unwrap());
        let by_program = serde_json::from_str::<Record>(text).is_ok();
        assert_eq!(by_schema, by_program, "{text}");
        by_program
    };
    let with = |inside: &str| both(&text(&format!(r#""overrides":{{"x":{inside}}}"#)));
    let settings = |inside: &str| both(&text(&format!(r#""overrides":{{}},"settings":{inside}"#)));
    for good in [
        r#"{"target":"13000","target_year":2030,"baseline":"-0.5","results":{"2023":"1.000000","2100":"0"}}"#,
        "{}",
        r#"{"target":"007"}"#,
    ] {
        assert!(with(good), "{good}");
    }
    for bad in [
        r#"{"target":13000}"#,
        r#"{"target":"13,000"}"#,
        r#"{"target":"1.0000000"}"#,
        r#"{"target":"1."}"#,
        r#"{"target_year":1988}"#,
        r#"{"target_year":"2030"}"#,
        r#"{"results":{"2101":"1"}}"#,
        r#"{"results":["1"]}"#,
        r#"{"goal":"1"}"#,
    ] {
        assert!(!with(bad), "{bad}");
    }
    assert!(settings(
        r#"{"bands":{"a":90,"b":70,"c":40},"reporting_year":2022,"decimals":0,"tolerance":"2.5"}"#
    ));
    assert!(settings("{}"));
    for bad in [
        r#"{"decimals":4}"#,
        r#"{"bands":{"a":90,"b":70}}"#,
        r#"{"bands":{"a":1001,"b":70,"c":40}}"#,
        r#"{"rounding":"up"}"#,
    ] {
        assert!(!settings(bad), "{bad}");
    }
    for bad in [
        r#"{"version":2,"saved_at":0,"scenarios":[]}"#,
        r#"{"version":1,"saved_at":0,"chosen":"1","scenarios":[]}"#,
        r#"{"version":3,"saved_at":0,"chosen":"1","scenarios":[]}"#,
        r#"{"version":2,"saved_at":-1,"chosen":"1","scenarios":[]}"#,
        r#"{"version":2,"saved_at":0,"chosen":"01","scenarios":[]}"#,
        r#"{"version":2,"saved_at":0,"chosen":"A","scenarios":[]}"#,
    ] {
        assert!(!both(bad), "{bad}");
    }
    assert!(both(
        r#"{"version":1,"saved_at":0,"overrides":{"x":{"target":"1"}}}"#
    ));
}

proptest! {
    #[test]
    fn what_is_opened_is_what_was_shared(scenario in any_scenario()) {
        let link = encode(&scenario, dataset()).unwrap();
        let shared = decode(&link, dataset()).unwrap();
        prop_assert_eq!(whole(&shared.scenario), whole(&scenario));
        prop_assert_eq!(shared.scenario, scenario);
        prop_assert_eq!(shared.left_out, 0);
    }

    #[test]
    fn what_is_read_from_a_file_is_what_was_written(all in proptest::collection::vec(any_scenario(), 1..5)) {
        let numbered = (1..).map(ScenarioId::new).zip(all.clone());
        let scenarios = Scenarios::new(numbered.collect(), ScenarioId::FIRST);
        let text = file::write(&scenarios, None, dataset(), 0);
        prop_assert!(schema().is_valid(&serde_json::from_str(&text).unwrap()), "{}", text);
        prop_assert_eq!(file::read(&text, dataset()), Ok(all));
    }

    #[test]
    fn one_wrong_byte_anywhere_is_noticed(scenario in any_scenario(), at in any::<prop::sample::Index>(), letter in any::<char>()) {
        let link = encode(&scenario, dataset()).unwrap();
        let at = at.index(link.len());
        let wrong = format!("{}{letter}{}", &link[..at], &link[at + 1..]);
        prop_assume!(wrong != link);
        prop_assert!(decode(&wrong, dataset()).is_err(), "{}", wrong);
        prop_assert!(decode(&link[..at], dataset()).is_err());
    }

    #[test]
    fn no_text_breaks_the_reading_of_links_and_files(text in any::<String>(), body in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = decode(&text, dataset());
        let _ = decode(&format!("{}{text}", link::PREFIX), dataset());
        let _ = decode(&link::seal(&body), dataset());
        let _ = file::read(&text, dataset());
    }
}
