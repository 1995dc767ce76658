//! What the map promises: the document's wording, files without loss, messages that say where.

use super::{
    callout::{callout, progress},
    fault::Fault,
    form::{Field, Form, Spot},
    geojson,
    import::{Import, Taken},
    labels::Rectangle,
    sample,
    sheet::{Layout, Sheet},
    table,
    work::{FRAME, Kind, Place, Position, Rate, State, Work, line},
    works::{Record, Works},
};
use crate::{
    decimal::Decimal,
    fiscal_year::{Era, FiscalYear},
    geography::Projection,
    model::{Municipality, Place as Office, RowId, SubprefectureId},
};
use proptest::prelude::*;

/// The 20 municipalities of 後志, as in public/data/municipalities.csv.
const TOWNS: [(&str, &str, &str, &str); 20] = [
    ("otaru", "小樽市", "43.189", "141.002"),
    ("shimamaki", "島牧村", "42.696", "140.056"),
    ("suttsu", "寿都町", "42.788", "140.226"),
    ("kuromatsunai", "黒松内町", "42.668", "140.306"),
    ("rankoshi", "蘭越町", "42.809", "140.539"),
    ("niseko", "ニセコ町", "42.809", "140.686"),
    ("makkari", "真狩村", "42.758", "140.803"),
    ("rusutsu", "留寿都村", "42.734", "140.873"),
    ("kimobetsu", "喜茂別町", "42.790", "140.935"),
    ("kyogoku", "京極町", "42.858", "140.884"),
    ("kutchan", "倶知安町", "42.901", "140.741"),
    ("kyowa", "共和町", "42.979", "140.611"),
    ("iwanai", "岩内町", "42.974", "140.509"),
    ("tomari", "泊村", "43.067", "140.500"),
    ("kamoenai", "神恵内村", "43.138", "140.434"),
    ("shakotan", "積丹町", "43.299", "140.598"),
    ("furubira", "古平町", "43.273", "140.638"),
    ("niki", "仁木町", "43.150", "140.767"),
    ("yoichi", "余市町", "43.204", "140.770"),
    ("akaigawa", "赤井川村", "43.083", "140.817"),
];

fn towns() -> Vec<Municipality> {
    TOWNS
        .iter()
        .map(|(slug, name, latitude, longitude)| Municipality {
            slug: (*slug).to_owned(),
            subprefecture: SubprefectureId::new(0),
            place: Office {
                name: (*name).to_owned(),
                latitude: latitude.parse().unwrap(),
                longitude: longitude.parse().unwrap(),
                approximate: false,
            },
        })
        .collect()
}

fn form(texts: &[(Field, &str)]) -> Form {
    let mut form = Form::default();
    for (field, text) in texts {
        form.set(*field, (*text).to_owned());
    }
    form
}

/// A work with the fields every work needs, and others.
fn work(texts: &[(Field, &str)]) -> Result<Work, Vec<(Field, Fault)>> {
    let mut all = form(&[
        (Field::Name, "○○整備事業"),
        (Field::Kind, "道路"),
        (Field::State, "事業中"),
    ]);
    for (field, text) in texts {
        all.set(*field, (*text).to_owned());
    }
    all.read(&towns())
}

#[test]
fn a_callout_reads_as_the_examples_of_document_004() {
    // 付図の（例）, letter by letter, with 令和２年度 and ４０ for its ○.
    let first = work(&[(Field::Started, "R2"), (Field::State, "完成予定")]).unwrap();
    assert_eq!(
        callout(&first, Era::Wareki),
        "○○整備事業 令和○年度着手、令和６年度事業中・完成予定".replace("令和○", "令和２")
    );
    let second = work(&[
        (Field::Name, "◇◇整備事業"),
        (Field::Started, "R2"),
        (Field::Rate, "40"),
    ]);
    assert_eq!(
        callout(&second.unwrap(), Era::Wareki),
        "◇◇整備事業 令和○年度着手、令和６年度事業中（進捗率○％）"
            .replace("令和○", "令和２")
            .replace("率○", "率４０")
    );
}

#[test]
fn a_callout_says_no_more_than_is_known() {
    for (texts, said) in [
        (vec![], "令和６年度事業中"),
        (
            vec![(Field::State, "完成"), (Field::Year, "2019")],
            "令和元年度完成",
        ),
        (
            vec![
                (Field::Rate, "62.5"),
                (Field::Started, "H30"),
                (Field::State, "完成予定"),
            ],
            "平成３０年度着手、令和６年度事業中・完成予定（進捗率６２．５％）",
        ),
    ] {
        assert_eq!(progress(&work(&texts).unwrap(), Era::Wareki), said);
    }
    let western = work(&[(Field::Started, "R2")]).unwrap();
    assert_eq!(
        progress(&western, Era::Seireki),
        "２０２０年度着手、２０２４年度事業中"
    );
}

#[test]
fn fields_are_read_as_people_type_them() {
    let read = work(&[
        (Field::Name, "　○○　整備\n事業 "),
        (Field::Kind, "橋りょう"),
        (Field::Latitude, "４２．９０１"),
        (Field::Longitude, "140.7410度"),
        (Field::Started, "令和元年度"),
        (Field::Year, "Ｒ７"),
        (Field::State, "事業中・完成予定"),
        (Field::Rate, "６２．５％"),
    ])
    .unwrap();
    assert_eq!(read.name, "○○　整備 事業");
    assert_eq!(read.kind, Kind::Other("橋りょう".to_owned()));
    assert_eq!(read.started.map(FiscalYear::western), Some(2019));
    assert_eq!(read.year.western(), 2025);
    assert_eq!(read.state, State::Completing);
    assert_eq!(
        read.rate.map(|rate| rate.to_string()),
        Some("62.5".to_owned())
    );
    let position = Position::from_degrees(42.901, 140.741).unwrap();
    assert_eq!(read.place, Place::Point(position));
    assert_eq!(position.longitude().to_string(), "140.741");
}

#[test]
fn what_is_wrong_is_said_field_by_field() {
    let long = "事".repeat(61);
    for (texts, field, fault) in [
        (vec![(Field::Name, "　")], Field::Name, Fault::Empty),
        (
            vec![(Field::Name, long.as_str())],
            Field::Name,
            Fault::TooLong {
                limit: 60,
                found: 61,
            },
        ),
        (
            vec![(Field::Municipality, "札幌市")],
            Field::Municipality,
            Fault::UnknownMunicipality("札幌市".to_owned()),
        ),
        (
            vec![
                (Field::Municipality, "小樽市"),
                (Field::Latitude, "43"),
                (Field::Longitude, "141"),
            ],
            Field::Municipality,
            Fault::TwoPlaces,
        ),
        (
            vec![(Field::Latitude, "43")],
            Field::Longitude,
            Fault::HalfAPoint,
        ),
        (
            vec![(Field::Latitude, "140.7"), (Field::Longitude, "42.9")],
            Field::Latitude,
            Fault::Swapped,
        ),
        (
            vec![(Field::Latitude, "35.6"), (Field::Longitude, "139.7")],
            Field::Latitude,
            Fault::FarAway,
        ),
        (
            vec![(Field::Started, "来年")],
            Field::Started,
            Fault::NotAYear("来年".to_owned()),
        ),
        (
            vec![(Field::Started, "R7")],
            Field::Started,
            Fault::StartedLater,
        ),
        (
            vec![(Field::State, "未着手")],
            Field::State,
            Fault::UnknownState("未着手".to_owned()),
        ),
        (
            vec![(Field::Rate, "100.1")],
            Field::Rate,
            Fault::RateOutOfRange,
        ),
        (
            vec![(Field::Rate, "-1")],
            Field::Rate,
            Fault::RateOutOfRange,
        ),
        (
            vec![(Field::Rate, "62.55")],
            Field::Rate,
            Fault::RateTooFine,
        ),
        (
            vec![(Field::Rate, "半分")],
            Field::Rate,
            Fault::NotANumber("半分".to_owned()),
        ),
        (
            vec![(Field::Sample, "はい")],
            Field::Sample,
            Fault::UnknownSample("はい".to_owned()),
        ),
    ] {
        assert_eq!(work(&texts), Err(vec![(field, fault)]), "{texts:?}");
    }
}

#[test]
fn the_place_is_read_as_it_is_said() {
    let both = |name: &str| {
        form(&[
            (Field::Name, name),
            (Field::Kind, "道路"),
            (Field::State, "完成"),
            (Field::Municipality, "小樽市"),
            (Field::Latitude, "43"),
            (Field::Longitude, "140.5"),
        ])
    };
    let place = |spot| {
        both("一")
            .read_at(spot, &towns())
            .map(|work| Spot::of(&work.place))
    };
    for spot in Spot::ALL {
        assert_eq!(place(spot), Ok(spot));
    }
    let mut form = both("");
    form.set(Field::Municipality, String::new());
    assert_eq!(
        form.read_at(Spot::Municipality, &towns()),
        Err(vec![
            (Field::Name, Fault::Empty),
            (Field::Municipality, Fault::Empty)
        ])
    );
}

#[test]
fn works_are_added_moved_edited_and_deleted_and_ids_are_never_used_twice() {
    let mut works = Works::default();
    let first = works.add(work(&[]).unwrap()).unwrap();
    let second = works
        .add(work(&[(Field::Name, "◇◇整備事業")]).unwrap())
        .unwrap();
    let before = works.clone();
    let otaru = Work {
        place: Place::Municipality("otaru".to_owned()),
        ..work(&[]).unwrap()
    };
    assert!(works.edit(first, otaru.clone()));
    assert_eq!(works.get(first), Some(&otaru));
    assert!(works.edit(second, work(&[(Field::State, "完成")]).unwrap()));
    assert_eq!(works.delete(second).unwrap().state, State::Completed);
    assert!(!works.edit(second, work(&[]).unwrap()));
    let third = works.add(work(&[]).unwrap()).unwrap();
    assert!(third > second);
    let kept: Record =
        serde_json::from_str(&serde_json::to_string(&Record::new(&works, 1)).unwrap()).unwrap();
    assert_eq!(kept.into_works(), works);
    works = before;
    assert_eq!(works.len(), 2);
}

#[test]
fn a_record_that_no_form_would_have_written_is_not_read() {
    let mut works = Works::default();
    works.add(work(&[]).unwrap());
    let kept = serde_json::to_string(&Record::new(&works, 1)).unwrap();
    for (from, to) in [
        ("\"version\":1", "\"version\":2"),
        ("○○整備事業", ""),
        ("○○整備事業", "○○\\n整備事業"),
        (
            "\"place\":\"unmapped\"",
            "\"place\":{\"point\":{\"lat\":\"0\",\"lon\":\"0\"}}",
        ),
        ("\"year\":2024", "\"year\":2024,\"started\":2030"),
        ("\"year\":2024", "\"year\":2024,\"rate\":\"101\""),
    ] {
        let changed = kept.replacen(from, to, 1);
        assert_ne!(changed, kept, "{from}");
        assert!(serde_json::from_str::<Record>(&changed).is_err(), "{to}");
    }
    assert!(serde_json::from_str::<Record>(&kept).is_ok());
}

#[test]
fn the_sample_says_that_it_is_one_and_shows_every_case() {
    let towns = towns();
    let sample = sample::works(&towns);
    assert_eq!(sample.len(), 6);
    for work in &sample {
        assert!(work.sample && work.is_sound());
        assert!(work.name.starts_with("【見本】架空"), "{}", work.name);
    }
    for state in State::ALL {
        assert!(sample.iter().any(|work| work.state == state));
    }
    let is = |test: fn(&Place) -> bool| sample.iter().any(|work| test(&work.place));
    assert!(is(|place| matches!(place, Place::Municipality(_))));
    assert!(is(|place| matches!(place, Place::Point(_))));
    assert!(is(|place| matches!(place, Place::Unmapped)));

    let mut works = Works::default();
    works.add(work(&[]).unwrap());
    works.take(sample.clone());
    assert_eq!(
        works.take(sample),
        Taken {
            added: 0,
            known: 6,
            over: 0
        }
    );
    let (csv, json) = (table::write(&works, &towns), geojson::write(&works, &towns));
    assert_eq!(
        csv.lines().filter(|line| line.ends_with(",見本")).count(),
        7
    );
    assert_eq!(json.matches("\"見本\": true").count(), 6);
    assert_eq!(works.remove_samples(), 6);
    assert_eq!((works.len(), works.samples()), (1, 0));
}

fn messages(import: &Import) -> Vec<String> {
    import.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn bad_lines_are_named_by_row_and_column_and_good_ones_kept() {
    let text = "種別,事業名,状況,進捗率,着手年度,市町村,担当\r\n\
        道路,一の事業,事業中,40,令和2,倶知安町,A\r\n\
        道路,二の事業,事業中,140,きのう,札幌市,A\r\n\
        道路,三の事業,事業中\r\n\
        ,,,,,,\r\n\
        橋,四の事業,完成,,,,A\r\n";
    let import = table::read(text, &towns());
    let names: Vec<_> = import.works.iter().map(|work| work.name.as_str()).collect();
    assert_eq!(names, ["一の事業", "四の事業"]);
    assert_eq!(
        messages(&import),
        [
            "4行目：セルが3個あります。見出しと同じ7個にしてください（カンマや引用符の抜けがないか確かめてください）。",
            "3行目「市町村」：「札幌市」は後志の20市町村にありません。「倶知安町」のように市・町・村まで書いてください。",
            "3行目「着手年度」：「きのう」は年度として読めません。令和6、R6、2024 のように入れてください（平成元年度から2100年度まで）。",
            "3行目「進捗率」：0から100までの数字にしてください。",
        ]
    );
    assert_eq!(import.remarks, ["使わない列を読み飛ばしました：「担当」"]);
}

#[test]
fn a_file_without_the_needed_columns_says_which() {
    assert_eq!(
        messages(&table::read("名前,状況\n道の駅,完成\n", &towns())),
        [
            "「事業名」：この列がありません。見出しの行に加えてください。",
            "「種別」：この列がありません。見出しの行に加えてください。",
        ]
    );
    assert_eq!(
        messages(&table::read("\u{feff}\r\n", &towns())),
        ["ファイルが空です。1行目に見出し、2行目からに事業を書いてください。"]
    );
}

#[test]
fn foreign_geojson_gets_a_message_for_each_feature() {
    let text = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":{"type":"Point","coordinates":[140.74,42.9]},
         "properties":{"事業名":"一の事業","種別":"道路","状況":"事業中","着手年度":2020,"進捗率":62.5,"N06_001":"x"}},
        {"type":"Feature","geometry":{"type":"LineString","coordinates":[[140,42],[141,43]]},"properties":{}},
        {"type":"Feature","geometry":{"type":"Point","coordinates":[42.9,140.74]},"properties":{}},
        {"type":"Feature","geometry":null,"properties":{"name":"国道"}},
        {"type":"Feature","geometry":null,"properties":{"事業名":["x"]}},
        {"type":"Feature","geometry":{"type":"Point","coordinates":["140",null]},"properties":{}},
        7
    ]}"#;
    let import = geojson::read(text, &towns());
    assert_eq!(import.works.len(), 1);
    assert_eq!(import.works[0].started.map(FiscalYear::western), Some(2020));
    assert_eq!(
        messages(&import),
        [
            "2番目の地物「geometry」：形が「LineString」です。点（Point）にするか、図示できない事業なら null にしてください。",
            "3番目の地物「coordinates」：緯度と経度が逆のようです。緯度は42.5〜43.4、経度は139.7〜141.3の範囲にしてください。",
            "4番目の地物「事業名」：空です。必ず入れてください。",
            "4番目の地物「種別」：空です。必ず入れてください。",
            "4番目の地物「状況」：空です。必ず入れてください。",
            "5番目の地物「事業名」：文字か数字にしてください。",
            "6番目の地物「coordinates」：[経度, 緯度] の順の、2つの数字にしてください。",
            "7番目の地物「type」：Feature ではありません。",
        ]
    );
    assert_eq!(
        import.remarks,
        ["使わない項目を読み飛ばしました：「N06_001」「name」"]
    );
    for (text, message) in [
        ("{", "JSONとして読めません。"),
        ("[]", "GeoJSONではありません。"),
        (
            r#"{"type":"Topology"}"#,
            "「Topology」のファイルは読めません。",
        ),
        (r#"{"type":"FeatureCollection"}"#, "「features」"),
    ] {
        let found = messages(&geojson::read(text, &towns()));
        assert!(found.len() == 1 && found[0].contains(message), "{found:?}");
    }
}

fn any_line(limit: usize) -> impl Strategy<Value = String> {
    let letters = prop_oneof![
        4 => "[ぁ-んー一-龠Ａ-Ｚ０-９ａ-ｚ]",
        2 => "[ -~]",
        1 => "[=+@'\"\u{3000}\r\n\t,-]",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(letters, 0..limit / 4)
        .prop_filter_map("one line", move |parts| line(&parts.concat(), limit).ok())
}

fn any_work() -> impl Strategy<Value = Work> {
    let place = prop_oneof![
        Just(Place::Unmapped),
        (0..TOWNS.len()).prop_map(|at| Place::Municipality(TOWNS[at].0.to_owned())),
        (42_500_000_i64..=43_400_000, 139_700_000_i64..=141_300_000).prop_map(|(north, east)| {
            let degrees = |micro| Decimal::new(micro, 6).unwrap();
            Place::Point(Position::new(degrees(north), degrees(east)).unwrap())
        }),
    ];
    let year = || (1989_u16..=2100).prop_map(|year| FiscalYear::try_from(year).unwrap());
    let rate =
        (0_i64..=1000).prop_map(|tenths| Rate::new(Decimal::new(tenths, 1).unwrap()).unwrap());
    (
        (
            any_line(60).prop_filter("a name", |name| !name.is_empty()),
            any_line(20),
        ),
        place,
        (proptest::option::of(year()), year()),
        prop::sample::select(State::ALL.to_vec()),
        proptest::option::of(rate),
        (any_line(200), any_line(200)),
        any::<bool>(),
    )
        .prop_map(
            |((name, kind), place, (started, year), state, rate, (content, note), sample)| Work {
                name,
                kind: Kind::named(&kind),
                place,
                started: started.filter(|started| *started <= year),
                year,
                state,
                rate,
                content,
                note,
                sample,
            },
        )
}

fn any_works() -> impl Strategy<Value = Works> {
    proptest::collection::vec(any_work(), 0..8).prop_map(|list| {
        let mut works = Works::default();
        for work in list {
            works.add(work);
        }
        works
    })
}

proptest! {
    #[test]
    fn what_is_exported_is_imported_again(works in any_works()) {
        let towns = towns();
        let expected: Vec<Work> = works.entries().iter().map(|entry| entry.work.clone()).collect();
        for import in [
            table::read(&table::write(&works, &towns), &towns),
            geojson::read(&geojson::write(&works, &towns), &towns),
        ] {
            prop_assert_eq!(messages(&import), Vec::<String>::new());
            prop_assert_eq!(&import.works, &expected);
        }
    }

    #[test]
    fn what_is_kept_is_found_again(works in any_works()) {
        let kept = serde_json::to_string(&Record::new(&works, 5)).unwrap();
        prop_assert_eq!(serde_json::from_str::<Record>(&kept).unwrap().into_works(), works);
    }

    #[test]
    fn a_form_reads_back_the_work_it_shows(work in any_work(), western in any::<bool>()) {
        let era = if western { Era::Seireki } else { Era::Wareki };
        prop_assert_eq!(Form::of(&work, &towns(), era).read(&towns()), Ok(work));
    }

    #[test]
    fn no_text_makes_the_readers_panic(text in any::<String>(), cells in proptest::collection::vec(any::<String>(), 12)) {
        let towns = towns();
        let _ = table::read(&text, &towns);
        let _ = geojson::read(&text, &towns);
        let headings: Vec<String> = Field::ALL.iter().map(|field| field.heading().to_owned()).collect();
        let _ = table::read(&crate::csv::write([headings.as_slice(), cells.as_slice()]), &towns);
        let properties: serde_json::Map<_, _> = headings.into_iter().zip(cells.into_iter().map(Into::into)).collect();
        let feature = serde_json::json!({"type": "FeatureCollection", "features": [
            {"type": "Feature", "geometry": {"type": text, "coordinates": [1e300, -1e300, 0]}, "properties": properties.clone()},
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1e300, -1e300, 0]}, "properties": properties},
        ]});
        let _ = geojson::read(&feature.to_string(), &towns);
    }

}

proptest! {
    // Drawing is slow without optimisation.
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn labels_never_cover_each_other_or_leave_the_picture(works in any_works()) {
        let sheet = sheet(&works, 900.0, &WIDE);
        let boxes = boxes(&sheet);
        for (at, one) in boxes.iter().enumerate() {
            let picture = Projection::fit(FRAME, 900.0, 0.0);
            prop_assert!(one.left >= 0.0 && one.left + one.width <= picture.width);
            prop_assert!(one.top >= 0.0 && one.top + one.height <= picture.height);
            for other in &boxes[..at] {
                prop_assert!(one.overlap(other) < 0.001, "{:?} {:?}", one, other);
            }
        }
    }
}

const WIDE: Layout = Layout {
    mark: 11.0,
    dot: 3.5,
    town_letters: 14.0,
    work_letters: 13.0,
};

const STAMP: Rectangle = Rectangle {
    left: 10.0,
    top: 10.0,
    width: 120.0,
    height: 30.0,
};

fn sheet(works: &Works, width: f64, layout: &Layout) -> Sheet {
    let projection = Projection::fit(FRAME, width, 0.0);
    Sheet::new(
        works.entries(),
        &towns(),
        &projection,
        layout,
        &[STAMP],
        Era::Wareki,
    )
}

fn boxes(sheet: &Sheet) -> Vec<Rectangle> {
    let towns = sheet.towns.iter().map(|town| town.label);
    let labels = sheet
        .marks
        .iter()
        .filter_map(|mark| Some(mark.label.as_ref()?.rectangle));
    towns.chain(labels).chain([STAMP]).collect()
}

#[test]
fn every_municipality_is_named_and_the_sample_finds_room() {
    let mut works = Works::default();
    works.take(sample::works(&towns()));
    let sheet = sheet(&works, 900.0, &WIDE);
    assert_eq!(sheet.towns.len(), 20);
    assert_eq!(sheet.marks.len(), 5);
    assert_eq!(sheet.callouts.len(), 1);
    for mark in &sheet.marks {
        let label = mark.label.as_ref().unwrap();
        assert!(!label.progress.is_empty(), "{label:?}");
    }
    let narrow = Layout {
        mark: 9.0,
        dot: 2.5,
        town_letters: 10.0,
        work_letters: 0.0,
    };
    let narrow = self::sheet(&works, 340.0, &narrow);
    assert_eq!(narrow.towns.len(), 20);
    let boxes = boxes(&narrow);
    for (at, one) in boxes.iter().enumerate() {
        assert!(
            boxes[..at].iter().all(|other| one.overlap(other) < 0.001),
            "{at}"
        );
    }
}

#[test]
fn works_of_one_municipality_stand_side_by_side() {
    let mut works = Works::default();
    for _ in 0..4 {
        works.add(work(&[(Field::Municipality, "倶知安町")]).unwrap());
    }
    let sheet = sheet(&works, 900.0, &WIDE);
    for (at, mark) in sheet.marks.iter().enumerate() {
        assert!(mark.anchor.is_some());
        for other in &sheet.marks[..at] {
            let distance = (mark.at.0 - other.at.0).hypot(mark.at.1 - other.at.1);
            assert!(distance >= 2.0 * WIDE.mark - 0.001, "{distance}");
        }
    }
}
