//! Opinions on the vision's measures: nothing lost, nobody misquoted, whatever a file says.

use crate::shared::{dataset, prose};
use michishirube_core::{
    language::{Language, speak},
    opinion::{
        Candidate, Choice, Entry, ListedMeasure, MeasureId, Opinion, Record, Sheet, Sheets, Text,
        file,
    },
};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn measures() -> Vec<ListedMeasure<'static>> {
    prose().vision.measures(dataset())
}

fn id(text: &str) -> MeasureId {
    MeasureId::new(text)
}

fn opinion(candidate: Option<Candidate>, partners: &str, comment: &str) -> Opinion {
    Opinion {
        candidate,
        partners: partners.to_owned(),
        comment: comment.to_owned(),
    }
}

fn entry(author: &str, measure: &str, opinion: Opinion) -> Entry {
    Entry {
        author: author.to_owned(),
        measure: id(measure),
        opinion,
    }
}

const WINE: &str = "shiribeshi-primary-brand/2";
const BUS: &str = "shiribeshi-diverse-safe/4";
const HEADING: &str = "記入者,プロジェクト,施策id,施策,官民共創チームで臨む,連携する主体,意見\r\n";

/// Texts as people type and paste them, formulas, quotes and line breaks among them.
fn any_text() -> impl Strategy<Value = String> {
    "[ -~あア漢＝－「」、\t\n'\"=+@,-]{0,12}"
}

fn any_opinion() -> impl Strategy<Value = Opinion> {
    (
        prop::sample::select(Candidate::ALL.to_vec()),
        any_text(),
        any_text(),
    )
        .prop_map(|(candidate, partners, comment)| opinion(candidate, &partners, &comment))
}

fn any_opinions() -> impl Strategy<Value = BTreeMap<MeasureId, Opinion>> {
    let ids: Vec<_> = measures().into_iter().map(|measure| measure.id).collect();
    proptest::collection::btree_map(prop::sample::select(ids), any_opinion(), 0..8).prop_map(
        |opinions| {
            opinions
                .into_iter()
                .filter(|(_, said)| !said.is_empty())
                .collect()
        },
    )
}

/// Distinct people, formulas in their names among them.
const PEOPLE: [&str; 5] = [
    "小樽市 山田",
    "=余市町",
    "ニセコ町,観光",
    "岩内\"港\"",
    "-喜茂別",
];

fn any_sheets() -> impl Strategy<Value = Sheets> {
    proptest::collection::vec(any_opinions(), PEOPLE.len()).prop_map(|all| {
        let mut sheets = all.into_iter().zip(PEOPLE).map(|(opinions, author)| Sheet {
            author: author.to_owned(),
            opinions,
        });
        let own = sheets.next().unwrap();
        Sheets::new(own, sheets.collect(), Vec::new())
    })
}

fn entries_of(sheets: &Sheets) -> Vec<Entry> {
    sheets
        .all()
        .flat_map(|sheet| {
            sheet.opinions.iter().map(|(measure, said)| Entry {
                author: sheet.author.clone(),
                measure: measure.clone(),
                opinion: said.clone(),
            })
        })
        .collect()
}

#[test]
fn the_vision_has_19_measures_in_3_projects() {
    // 004: 8, 6 and 5.
    let ids: Vec<_> = measures()
        .iter()
        .map(|measure| measure.id.to_string())
        .collect();
    let count = |slug: &str| ids.iter().filter(|id| id.starts_with(slug)).count();
    assert_eq!(ids.len(), 19);
    assert_eq!(
        [
            count("shiribeshi-primary-brand/"),
            count("shiribeshi-sustainable-tourism/"),
            count("shiribeshi-diverse-safe/"),
        ],
        [8, 6, 5]
    );
    let last = measures().pop().unwrap();
    assert_eq!(last.label(), "③-5");
    assert_eq!(
        last.measure.title,
        "地域住民等のカーボンニュートラルに対する意識醸成"
    );
}

#[test]
fn a_sheet_becomes_csv_that_a_spreadsheet_shows_and_does_not_calculate() {
    let mut sheets = Sheets::default();
    sheets.sign(" 小樽市　山田 ").unwrap();
    let said = opinion(
        Some(Candidate::Yes),
        "余市町、ワイナリー",
        "=HYPERLINK(\"x\")\r\n二行目",
    );
    sheets.say(&id(WINE), said).unwrap();
    let text = file::write(&sheets, &measures());
    assert_eq!(
        text,
        format!(
            "\u{feff}{HEADING}小樽市　山田,農林水産業の持続的発展・ブランド化推進プロジェクト,{WINE},道内一の収穫量を誇る醸造用ぶどうを活かしたワイナリーの集積とワイン製造におけるカーボンニュートラルの取組の普及促進,候補,余市町、ワイナリー,\"'=HYPERLINK(\"\"x\"\")\n二行目\"\r\n"
        )
    );
    let form = file::form(sheets.own(), &measures());
    assert_eq!(
        form.lines()
            .filter(|line| line.contains(",shiribeshi-"))
            .count(),
        19
    );
}

#[test]
fn good_rows_are_kept_and_bad_ones_are_named_by_row_column_and_remedy() {
    let long = "あ".repeat(Text::Comment.limit() + 1);
    let text = format!(
        "意見,官民共創チームで臨む（○か×）,記入者,施策ＩＤ,施策\n\
         よい,○,佐藤,{WINE},\n\
         ,たぶん,佐藤,{BUS},\n\
         名前なし,候補,,{BUS},\n\
         ,,,,\n\
         ,未定,佐藤,{BUS},\n\
         ,×,鈴木,shiribeshi-primary-brand/9,\n\
         ,×,鈴木,{BUS},海業、マリンビジョンの取組推進\n\
         {long},×,鈴木,{BUS},\n\
         足りない,×,鈴木\n\
         題で,いいえ,鈴木,,地域公共交通ネットワークの維持支援\n"
    );
    let (entries, problems) = file::read("佐藤.csv", &text, &measures());
    assert_eq!(
        entries,
        [
            entry("佐藤", WINE, opinion(Some(Candidate::Yes), "", "よい")),
            entry("鈴木", BUS, opinion(Some(Candidate::No), "", "題で")),
        ]
    );
    let mut messages: Vec<_> = problems.iter().map(ToString::to_string).collect();
    messages.sort();
    assert_eq!(
        messages,
        [
            "佐藤.csv の10行目：セルが3個あります。見出しと同じ5個にしてください（カンマや引用符の抜けがないか確かめてください）。",
            "佐藤.csv の3行目「官民共創チームで臨む」列：「たぶん」は使えません。候補・候補でない・未定 のどれかにしてください。",
            "佐藤.csv の4行目「記入者」列：空です。だれの意見か分かるように、名前を入れてください。",
            "佐藤.csv の7行目「施策id」列：「shiribeshi-primary-brand/9」という施策はありません。書き出したCSVにある施策のidに直してください。",
            "佐藤.csv の8行目「施策」列：施策id「shiribeshi-diverse-safe/4」は「地域公共交通ネットワークの維持支援」です。idと施策がずれていないか確かめ、どちらかを直してください。",
            "佐藤.csv の9行目「意見」列：意見は2,000字までです。いま2,001字あるので、1字減らしてください。",
        ]
    );
}

#[test]
fn a_file_without_the_columns_says_which() {
    let (entries, problems) = file::read("a.csv", "a,b\n1,2\n", &measures());
    let messages: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert!(entries.is_empty());
    assert_eq!(
        messages,
        ["施策id", "記入者", "官民共創チームで臨む"].map(|column| format!(
            "a.csv「{column}」列：この列がありません。見出しの行に加えてください。"
        ))
    );
}

#[test]
fn a_workbook_in_place_of_csv_says_what_to_do() {
    let (entries, problems) = file::read("a.xlsx", "PK\u{3}\u{4}\u{14}", &measures());
    assert!(entries.is_empty());
    assert_eq!(
        problems[0].to_string(),
        "a.xlsx：表計算ソフトのファイルのままでは読み取れません。「CSV UTF-8」の形で保存し直してください。"
    );
}

#[test]
fn differing_opinions_of_one_person_wait_for_a_decision() {
    let mine = opinion(Some(Candidate::Yes), "余市町", "");
    let theirs = opinion(Some(Candidate::No), "", "今はまだ");
    let start = || {
        let mut sheets = Sheets::default();
        sheets.sign("山田 太郎").unwrap();
        sheets.say(&id(WINE), mine.clone()).unwrap();
        let merged = sheets.merge("b.csv", vec![entry("山田　太郎", WINE, theirs.clone())]);
        assert_eq!(
            merged.sentence(),
            "1件の意見を読み取りました（食い違い 1件）。"
        );
        sheets
    };
    let said = |sheets: &Sheets| sheets.own().get(&id(WINE)).cloned();
    for (choice, kept, people) in [
        (Choice::Kept, &mine, 1),
        (Choice::File, &theirs, 1),
        (Choice::Both, &mine, 2),
    ] {
        let mut sheets = start();
        let conflict = sheets.conflicts()[0].clone();
        assert_eq!(sheets.kept(&conflict), Some(&mine));
        sheets.resolve(&conflict, choice);
        assert_eq!(
            (said(&sheets).as_ref(), sheets.people()),
            (Some(kept), people)
        );
        assert!(sheets.conflicts().is_empty());
        if choice == Choice::Both {
            assert_eq!(sheets.others()[0].author, "山田 太郎（2）");
            assert_eq!(sheets.others()[0].get(&id(WINE)), Some(&theirs));
        }
    }
    // Writing by hand what the file says settles it, too.
    let mut sheets = start();
    sheets.say(&id(WINE), theirs).unwrap();
    assert!(sheets.conflicts().is_empty());
}

#[test]
fn opinions_are_divided_when_some_say_yes_and_others_no() {
    let mut sheets = Sheets::default();
    sheets.sign("甲").unwrap();
    sheets
        .say(&id(WINE), opinion(Some(Candidate::Yes), "", ""))
        .unwrap();
    sheets.merge(
        "a.csv",
        vec![entry("乙", WINE, opinion(None, "", "まだ分からない"))],
    );
    assert!(!sheets.voices(&id(WINE)).divided());
    sheets.merge(
        "b.csv",
        vec![entry("丙", WINE, opinion(Some(Candidate::No), "", ""))],
    );
    let voices = sheets.voices(&id(WINE));
    assert!(voices.divided());
    assert_eq!(voices.summary(), "候補 1人・候補でない 1人・未定 1人");
    assert_eq!(sheets.voices(&id(BUS)).summary(), "");
    assert_eq!(
        sheets.findings(&measures()),
        [
            "3人の意見です。19施策のうち1つに意見があります。",
            "候補とする人がもっとも多いのは、①-2です（1人）。",
            "意見が分かれているのは、①-2です。",
        ]
    );
}

#[test]
fn opinions_are_counted_in_english_too() {
    let measures = measures();
    speak(Language::English);
    let mut sheets = Sheets::default();
    sheets
        .say(&id(WINE), opinion(Some(Candidate::Yes), "", ""))
        .unwrap();
    let merged = sheets.merge(
        "a.csv",
        vec![entry("Sato", WINE, opinion(Some(Candidate::No), "", ""))],
    );
    assert_eq!(merged.sentence(), "Opinions read: 1 (new: 1).");
    assert_eq!(
        sheets.voices(&id(WINE)).summary(),
        "Candidate: 1, Not a candidate: 1"
    );
    assert_eq!(
        sheets.findings(&measures),
        [
            "Opinions of 2 people. There are opinions on 1 of the 19 measures.",
            "Named as a candidate by the most people: ①-2 (1 person).",
            "Opinions are divided on: ①-2.",
        ]
    );
    let long = "a".repeat(61);
    assert_eq!(
        sheets.sign(&long).unwrap_err().message(),
        "“Written by” can have up to 60 characters. It has 61, so shorten it by 1."
    );
}

#[test]
fn a_file_says_the_same_whatever_language_is_spoken() {
    let measures = measures();
    let mut sheets = Sheets::default();
    for (measure, candidate) in [(WINE, Some(Candidate::Yes)), (BUS, None)] {
        sheets
            .say(&id(measure), opinion(candidate, "", "ok"))
            .unwrap();
    }
    sheets.sign("Yamada").unwrap();
    let (written, form) = (
        file::write(&sheets, &measures),
        file::form(sheets.own(), &measures),
    );
    let filled_in = format!("{HEADING}Sato,,{WINE},,Yes,,\r\nSato,,{BUS},,not a candidate,,\r\n");
    for language in Language::ALL {
        speak(language);
        assert_eq!(file::write(&sheets, &measures), written);
        assert_eq!(file::form(sheets.own(), &measures), form);
        let (mut entries, problems) = file::read("a.csv", &written, &measures);
        entries.sort_by(|one, other| one.measure.cmp(&other.measure));
        assert_eq!((entries, problems), (entries_of(&sheets), vec![]));
        let (entries, problems) = file::read("a.csv", &filled_in, &measures);
        let said: Vec<_> = entries.iter().map(|one| one.opinion.candidate).collect();
        assert_eq!(said, [Some(Candidate::Yes), Some(Candidate::No)]);
        assert_eq!(problems, []);
    }
    let (_, problems) = file::read(
        "a.csv",
        &format!("{HEADING}Sato,,{WINE},,maybe,,\r\n"),
        &measures,
    );
    assert_eq!(
        problems[0].kind.to_string(),
        "“maybe” cannot be used. Use one of these: Candidate, Not a candidate, Undecided."
    );
}

#[test]
fn an_imported_sheet_of_ones_own_name_can_be_taken_over() {
    let mut sheets = Sheets::default();
    let (yes, no) = (
        opinion(Some(Candidate::Yes), "", ""),
        opinion(Some(Candidate::No), "", ""),
    );
    sheets.merge(
        "a.csv",
        vec![
            entry("甲", WINE, yes.clone()),
            entry("甲", BUS, yes.clone()),
        ],
    );
    sheets.say(&id(BUS), no.clone()).unwrap();
    assert_eq!(sheets.namesake(), None);
    sheets.sign("甲").unwrap();
    assert!(sheets.namesake().is_some());
    sheets.adopt();
    assert!(sheets.others().is_empty());
    assert_eq!(sheets.own().get(&id(WINE)), Some(&yes));
    // What differs is asked for, not decided.
    assert_eq!(sheets.own().get(&id(BUS)), Some(&no));
    assert_eq!(
        (sheets.conflicts().len(), &sheets.conflicts()[0].author),
        (1, &None)
    );
}

#[test]
fn a_text_too_long_is_refused_and_not_cut() {
    let mut sheets = Sheets::default();
    let long = "あ".repeat(301);
    let error = sheets.say(&id(WINE), opinion(None, &long, "")).unwrap_err();
    assert_eq!(
        error.message(),
        "連携する主体は300字までです。いま301字あるので、1字減らしてください。"
    );
    assert!(sheets.sign(&"あ".repeat(61)).is_err());
    assert!(sheets.is_empty());
}

#[test]
fn only_a_whole_and_sound_record_of_this_version_is_read() {
    let whole = r#"{"version":1,"saved_at":7,"own":{"author":"甲","opinions":{"shiribeshi-primary-brand/2":{"candidate":"yes","partners":"余市町"},"from-another-edition/1":{"comment":"残す"}}},"others":[],"conflicts":[]}"#;
    let record: Record = serde_json::from_str(whole).unwrap();
    let sheets = record.into_sheets();
    assert_eq!(sheets.own().filled(&measures()), 1);
    let again = serde_json::to_string(&Record::new(&sheets, 7)).unwrap();
    // Opinions are ordered by id; nothing else changes.
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&again).unwrap(),
        serde_json::from_str::<serde_json::Value>(whole).unwrap()
    );
    for broken in [
        "null",
        r#"{"version":2,"saved_at":7,"own":{"author":""}}"#,
        r#"{"version":1,"saved_at":7}"#,
        r#"{"version":1,"saved_at":7,"own":{"author":"","more":1}}"#,
        r#"{"version":1,"saved_at":7,"own":{"author":"","opinions":{"a/1":{"candidate":"maybe"}}}}"#,
        &whole[..whole.len() - 1],
    ] {
        assert!(serde_json::from_str::<Record>(broken).is_err(), "{broken}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again_word_by_word(sheets in any_sheets()) {
        let (entries, problems) = file::read("a.csv", &file::write(&sheets, &measures()), &measures());
        prop_assert!(problems.is_empty(), "{problems:?}");
        let mut read = Sheets::default();
        read.sign(PEOPLE[0]).unwrap();
        let merged = read.merge("a.csv", entries);
        prop_assert_eq!(merged.new, entries_of(&sheets).len());
        prop_assert_eq!(read, sheets);
    }

    #[test]
    fn merging_again_changes_nothing(mut sheets in any_sheets(), more in any_sheets()) {
        sheets.merge("a.csv", entries_of(&more));
        let once = sheets.clone();
        let merged = sheets.merge("again.csv", entries_of(&more));
        prop_assert_eq!(merged.new, 0);
        prop_assert_eq!(sheets, once);
    }

    #[test]
    fn sheets_of_different_people_come_together_in_any_order(
        sheets in any_sheets(), order in Just(PEOPLE.to_vec()).prop_shuffle(),
    ) {
        let mut merged = Sheets::default();
        merged.sign(PEOPLE[0]).unwrap();
        for author in order {
            let entries = entries_of(&sheets);
            merged.merge("a.csv", entries.into_iter().filter(|entry| entry.author == author).collect());
        }
        prop_assert_eq!(merged, sheets);
    }

    #[test]
    fn a_merge_loses_no_opinion(mut sheets in any_sheets(), more in any_sheets(), both in any::<bool>()) {
        let before = entries_of(&sheets);
        let handed_in = entries_of(&more);
        let merged = sheets.merge("a.csv", handed_in.clone());
        prop_assert_eq!(merged.new + merged.same + merged.conflicts, handed_in.len());
        prop_assert_eq!(sheets.conflicts().len(), merged.conflicts);
        let after = entries_of(&sheets);
        prop_assert!(before.iter().all(|kept| after.contains(kept)));
        let waiting: Vec<_> = sheets.conflicts().to_vec();
        for entry in &handed_in {
            let waits = waiting.iter().any(|conflict| conflict.opinion == entry.opinion);
            prop_assert!(waits || after.contains(entry));
        }
        if both {
            for conflict in &waiting {
                sheets.resolve(conflict, Choice::Both);
            }
            let said: Vec<_> = entries_of(&sheets).into_iter().map(|entry| entry.opinion).collect();
            prop_assert!(sheets.conflicts().is_empty());
            prop_assert!(before.iter().chain(&handed_in).all(|entry| said.contains(&entry.opinion)));
        }
    }

    #[test]
    fn a_record_keeps_everything(mut sheets in any_sheets(), more in any_sheets(), saved_at in any::<u64>()) {
        sheets.merge("a.csv", entries_of(&more));
        let json = serde_json::to_string(&Record::new(&sheets, saved_at)).unwrap();
        let read: Record = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(read.saved_at, saved_at);
        prop_assert_eq!(read.into_sheets(), sheets);
    }

    #[test]
    fn no_text_panics_as_a_file(text in "\\PC*", rows in "[記入者施策id候補,\"\n'=]{0,80}") {
        let _ = file::read("a.csv", &text, &measures());
        let _ = file::read("a.csv", &format!("{HEADING}{rows}"), &measures());
    }
}
