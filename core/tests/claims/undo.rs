//! The way back through 意見シート, インフラ整備進捗図 and 報告書: every step there and back, in words, and
//! nothing of another tab's lost.

use crate::shared::{dataset, prose, year};
use michishirube_core::{
    fiscal_year::Era,
    history::{History, Tag, Way},
    infrastructure::{
        self,
        form::{Field, Form},
        sample,
        work::Work,
        works::Works,
    },
    keep::Keep,
    opinion::{self, Candidate, Choice, Entry, ListedMeasure, MeasureId, Opinion, Part, Sheets},
    report::{
        edit::Edit as NoteEdit,
        own::{Note, ReportNotes},
    },
};
use proptest::prelude::*;
use std::fmt::Debug;

/// A kind of draft, and how these tests edit it.
trait Edited: Keep + Debug {
    /// An edit that finds what it is about in the draft.
    type Do: Clone + Debug + 'static;
    /// The draft after it, as a step.
    fn done(&self, what: &Self::Do, side: Side) -> (Self, Option<Tag>, String);
    /// All that people see of the draft.
    fn seen(&self) -> String {
        format!("{self:?}")
    }
    /// Edits of all sorts, or those that leave alone what the other side has.
    fn any(side: Option<Side>) -> BoxedStrategy<Self::Do>;
}

/// Two tabs that are at work on different things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Mine,
    Theirs,
}

/// A tab.
struct Desk<T> {
    draft: T,
    history: History<T>,
    now: u64,
}

impl<T: Edited> Desk<T> {
    fn new() -> Self {
        Self {
            draft: T::default(),
            history: History::default(),
            now: 0,
        }
    }

    fn step(&mut self, pause: u64, what: &T::Do) {
        self.now += pause;
        let (after, tag, words) = self.draft.done(what, Side::Mine);
        self.history
            .record(&self.draft, &after, tag, self.now, |_, _| words);
        self.draft = after;
    }

    fn turn(&mut self, way: Way) -> bool {
        let turned = self.history.turn(way, &self.draft, dataset());
        let there = turned.is_some();
        if let Some(turned) = turned {
            // As another page would read it.
            let record = serde_json::to_string(&turned.to_record(dataset(), 1)).unwrap();
            let again = T::from_record(serde_json::from_str(&record).unwrap(), dataset());
            assert_eq!(again, turned, "not as it is kept");
            self.draft = turned;
        }
        there
    }
}

fn any_edits<T: Edited>(side: Option<Side>) -> impl Strategy<Value = Vec<(u64, T::Do)>> {
    proptest::collection::vec((0..2 * History::<T>::PAUSE, T::any(side)), 0..16)
}

fn back_and_forward<T: Edited>(edits: &[(u64, T::Do)]) {
    let mut desk = Desk::<T>::new();
    for (pause, what) in edits {
        let before = desk.draft.clone();
        desk.step(*pause, what);
        // The next edit is not glued to what was turned.
        if desk.draft.seen() != before.seen() {
            let after = desk.draft.clone();
            let steps = desk.history.next(Way::Back).map(str::to_owned);
            assert!(desk.turn(Way::Back), "nothing to take back: {steps:?}");
            assert!(desk.turn(Way::Forward));
            assert_eq!(desk.draft.seen(), after.seen(), "{steps:?}");
        }
    }
    let mut drafts = vec![desk.draft.seen()];
    while desk.turn(Way::Back) {
        drafts.push(desk.draft.seen());
    }
    assert_eq!(desk.draft.seen(), T::default().seen());
    while let Some(draft) = drafts.pop() {
        assert_eq!(desk.draft.seen(), draft);
        assert_eq!(desk.turn(Way::Forward), !drafts.is_empty());
    }
}

fn another_tab_survives<T: Edited>(mine: &[(u64, T::Do)], theirs: &[(u64, T::Do)], mixed: &[bool]) {
    let mut desk = Desk::<T>::new();
    let mut theirs_alone = T::default();
    let (mut mine, mut theirs) = (mine.iter(), theirs.iter());
    for is_mine in mixed {
        if *is_mine {
            if let Some((pause, what)) = mine.next() {
                desk.step(*pause, what);
            }
        } else if let Some((_, what)) = theirs.next() {
            desk.draft = desk.draft.done(what, Side::Theirs).0;
            theirs_alone = theirs_alone.done(what, Side::Theirs).0;
        }
    }
    let both = desk.draft.seen();
    while desk.turn(Way::Back) {}
    assert_eq!(desk.draft.seen(), theirs_alone.seen(), "taken back");
    while desk.turn(Way::Forward) {}
    assert_eq!(desk.draft.seen(), both, "done again");
}

fn mixed() -> impl Strategy<Value = Vec<bool>> {
    proptest::collection::vec(any::<bool>(), 0..32)
}

macro_rules! goes_back_and_forward {
    ($back:ident, $survives:ident, $draft:ty) => {
        proptest! {
            #[test]
            fn $back(edits in any_edits::<$draft>(None)) {
                back_and_forward::<$draft>(&edits);
            }

            #[test]
            fn $survives(
                mine in any_edits::<$draft>(Some(Side::Mine)),
                theirs in any_edits::<$draft>(Some(Side::Theirs)),
                mixed in mixed(),
            ) {
                another_tab_survives::<$draft>(&mine, &theirs, &mixed);
            }
        }
    };
}

goes_back_and_forward!(
    every_edit_of_the_sheets_goes_back_and_forward,
    what_another_tab_said_elsewhere_survives,
    Sheets
);
#[test]
fn steps_on_the_sheets_say_what_they_did() {
    let mut desk = Desk::<Sheets>::new();
    let say = |at, part| DoOpinion::Say(at, part);
    for (what, words) in [
        (DoOpinion::Sign("山田"), "記入者を「山田」に変更"),
        (
            say(1, Part::Candidate(Some(Candidate::Yes))),
            "①-2の判断を 未定 から 候補 に変更",
        ),
        (
            say(1, Part::Partners("余市町".to_owned())),
            "①-2の連携する主体を記入",
        ),
        (
            say(1, Part::Partners("仁木町".to_owned())),
            "①-2の連携する主体を書きかえ",
        ),
        (
            say(1, Part::Partners(String::new())),
            "①-2の連携する主体を削除",
        ),
        (
            DoOpinion::TakeIn(vec![
                ("山田", 1, opinion("ちがう")),
                ("佐藤", 1, opinion("べつ")),
            ]),
            "「a.csv」から2件を取り込み",
        ),
        (
            DoOpinion::Resolve(0, Choice::Kept),
            "①-2の食い違いで「いまの内容を残す」を選択",
        ),
        (DoOpinion::Remove("佐藤"), "「佐藤」のシートを削除"),
        (DoOpinion::ClearOwn, "自分の意見をすべて削除（1件）"),
    ] {
        desk.step(History::<Sheets>::PAUSE, &what);
        assert_eq!(desk.history.next(Way::Back), Some(words));
    }
}

#[test]
fn what_two_tabs_said_differently_waits_for_a_decision() {
    let said = |who: &'static str, comment: &str| {
        let what = DoOpinion::TakeIn(vec![(who, 1, opinion(comment))]);
        Sheets::default().done(&what, Side::Mine).0
    };
    let (mine, theirs) = (said("佐藤", "ここ"), said("佐藤", "あちら"));
    let both = Keep::reconciled(dataset(), &Sheets::default(), &mine, &theirs);
    assert_eq!(both.others(), theirs.others());
    let waiting: Vec<_> = both.conflicts().iter().map(|one| &one.opinion).collect();
    assert_eq!(waiting, [&opinion("ここ")]);
    // Once it waits it is not added again.
    let again = Keep::reconciled(dataset(), &theirs, &both, &theirs);
    assert_eq!(again, both);
}

goes_back_and_forward!(
    every_edit_of_the_works_goes_back_and_forward,
    what_another_tab_put_on_the_map_survives,
    Works
);
/// The works of these texts.
fn works(all: &[Texts]) -> Works {
    let what = DoWork::TakeIn(all.to_vec());
    Works::default().done(&what, Side::Mine).0
}

fn texts(state: &'static str, rate: u8, note: &str) -> Texts {
    (state, rate, 2024, note.to_owned())
}

#[test]
fn steps_on_the_map_say_what_they_did() {
    let mut desk = Desk::<Works>::new();
    for (what, words) in [
        (DoWork::Add(texts("事業中", 1, "")), "「Mine」を追加"),
        (
            DoWork::Rewrite(0, texts("事業中", 2, "")),
            "「Mine」の進捗率を書きかえ",
        ),
        (
            DoWork::Rewrite(0, texts("完成", 100, "")),
            "「Mine」の状況・進捗率を書きかえ",
        ),
        (
            DoWork::Rewrite(0, ("事業中", 3, 2025, "あ".to_owned())),
            "「Mine」の4項目を書きかえ",
        ),
        (DoWork::AddSamples, "架空の見本を追加（6件）"),
        (DoWork::RemoveSamples, "架空の見本を削除（6件）"),
        (
            DoWork::TakeIn(vec![texts("事業中", 1, ""), texts("事業中", 2, "")]),
            "「a.csv」から2件を取り込み",
        ),
        (DoWork::Delete(0), "「Mine」を削除"),
        (DoWork::Clear, "事業をすべて削除（2件）"),
    ] {
        desk.step(0, &what);
        assert_eq!(desk.history.next(Way::Back), Some(words));
    }
}

#[test]
fn a_deleted_work_comes_back_to_its_place_among_those_added_meanwhile() {
    let mut desk = Desk::<Works>::new();
    desk.draft = works(&[texts("事業中", 1, ""), texts("事業中", 2, "")]);
    desk.step(0, &DoWork::Delete(0));
    let added = DoWork::Add(texts("事業中", 3, ""));
    desk.draft = desk.draft.done(&added, Side::Theirs).0;
    desk.turn(Way::Back);
    let rates: Vec<_> = desk
        .draft
        .entries()
        .iter()
        .map(|entry| entry.work.rate.unwrap().to_string())
        .collect();
    assert_eq!(rates, ["1", "2", "3"]);
}

#[test]
fn a_full_map_takes_a_deleted_work_back_all_the_same() {
    let mut desk = Desk::<Works>::new();
    desk.draft = works(&vec![texts("事業中", 1, ""); Works::LIMIT]);
    desk.step(0, &DoWork::Delete(0));
    let added = DoWork::Add(texts("完成", 2, ""));
    desk.draft = desk.draft.done(&added, Side::Theirs).0;
    desk.turn(Way::Back);
    assert_eq!(desk.draft.len(), Works::LIMIT + 1);
}

#[test]
fn two_tabs_write_to_one_work_field_by_field_but_never_to_two_years_of_it() {
    let one = |texts: Texts| works(&[texts]);
    let then = one(texts("事業中", 1, ""));
    let theirs = one(texts("事業中", 1, "注"));
    let both = Keep::merged(dataset(), &then, &one(texts("事業中", 50, "")), &theirs);
    assert_eq!(both, one(texts("事業中", 50, "注")));
    // 50 % is said of 2024, and not of the year that theirs speaks of.
    let theirs = one(("事業中", 1, 2025, String::new()));
    let both = Keep::merged(dataset(), &then, &one(texts("事業中", 50, "")), &theirs);
    assert_eq!(both, theirs);
}

#[test]
fn works_that_two_tabs_added_under_one_id_are_both_kept() {
    let (mine, theirs) = (
        works(&[texts("事業中", 1, "")]),
        works(&[texts("完成", 2, "")]),
    );
    let both = Keep::reconciled(dataset(), &Works::default(), &mine, &theirs);
    let all = works(&[texts("完成", 2, ""), texts("事業中", 1, "")]);
    assert_eq!(both.seen(), all.seen());
}

goes_back_and_forward!(
    every_edit_of_the_notes_goes_back_and_forward,
    what_another_tab_wrote_elsewhere_survives,
    ReportNotes
);

#[test]
fn steps_on_the_paper_say_what_they_did() {
    let mut desk = Desk::<ReportNotes>::new();
    let write = |note, text: &str| NoteEdit::Write(note, text.to_owned());
    for (what, words) in [
        (write(Note::Outlook, "方針"), "「対応方向」を記入"),
        (
            write(Note::Indicator("farmland-area"), "あ"),
            "「空知の耕作面積の維持」の分析を記入",
        ),
        (
            NoteEdit::Report(Some(year(2024))),
            "実績の年度を 令和5年度 から 令和6年度 に変更",
        ),
        (write(Note::Outlook, ""), "「対応方向」を削除"),
    ] {
        desk.step(History::<ReportNotes>::PAUSE, &what);
        assert_eq!(desk.history.next(Way::Back), Some(words));
    }
}

#[test]
fn a_text_typed_without_a_pause_is_one_step() {
    let mut desk = Desk::<ReportNotes>::new();
    for text in ["方", "方針", "方針を"] {
        desk.step(1, &NoteEdit::Write(Note::Outlook, text.to_owned()));
    }
    desk.step(1, &NoteEdit::Write(Note::Title, "題".to_owned()));
    desk.turn(Way::Back);
    assert_eq!(desk.draft.outlook, "方針を");
    desk.turn(Way::Back);
    assert_eq!(desk.draft, ReportNotes::default());
}

// 意見シート.

fn measures() -> Vec<ListedMeasure<'static>> {
    prose().vision.measures(dataset())
}

/// One of few, so that edits meet.
fn measure(at: usize) -> MeasureId {
    measures()[at].id.clone()
}

#[derive(Clone, Debug)]
enum DoOpinion {
    Sign(&'static str),
    Say(usize, Part),
    ClearOwn,
    TakeIn(Vec<(&'static str, usize, Opinion)>),
    Resolve(usize, Choice),
    Adopt,
    Remove(&'static str),
}

const MINE: [&str; 3] = ["山田", "佐藤", "佐　藤"];
const THEIRS: [&str; 2] = ["鈴木", "高橋"];

fn any_opinion() -> impl Strategy<Value = Opinion> {
    (
        prop::sample::select(Candidate::ALL.to_vec()),
        "[あい]{0,2}",
        "[うえ]{0,2}",
    )
        .prop_map(|(candidate, partners, comment)| Opinion {
            candidate,
            partners,
            comment,
        })
}

/// An opinion with this comment.
fn opinion(comment: &str) -> Opinion {
    Opinion {
        comment: comment.to_owned(),
        ..Opinion::default()
    }
}

impl Edited for Sheets {
    type Do = DoOpinion;

    fn done(&self, what: &DoOpinion, side: Side) -> (Self, Option<Tag>, String) {
        let edit = match what.clone() {
            DoOpinion::Sign(author) => opinion::Edit::Sign(author.to_owned()),
            DoOpinion::Say(at, part) => opinion::Edit::Say(measure(at), part),
            DoOpinion::ClearOwn => opinion::Edit::ClearOwn,
            DoOpinion::TakeIn(rows) => {
                let entry = |(author, at, opinion): (&str, usize, Opinion)| Entry {
                    author: author.to_owned(),
                    measure: measure(at),
                    opinion,
                };
                let said = rows.into_iter().filter(|row| !row.2.is_empty());
                opinion::Edit::TakeIn(vec![("a.csv".to_owned(), said.map(entry).collect())])
            }
            DoOpinion::Resolve(which, choice) => {
                let own: Vec<_> = self
                    .conflicts()
                    .iter()
                    .filter(|conflict| {
                        let author = conflict.author.as_deref().unwrap_or("山田");
                        (side == Side::Theirs) == THEIRS.iter().any(|name| author.starts_with(name))
                    })
                    .collect();
                if own.is_empty() {
                    return (self.clone(), None, String::new());
                }
                opinion::Edit::Resolve(own[which % own.len()].clone(), choice)
            }
            DoOpinion::Adopt => opinion::Edit::Adopt,
            DoOpinion::Remove(author) => opinion::Edit::Remove(author.to_owned()),
        };
        let mut after = self.clone();
        let _ = after.apply(&edit);
        let words = edit.words(self, &after, &measures());
        (after, edit.tag(&measures()), words)
    }

    fn any(side: Option<Side>) -> BoxedStrategy<DoOpinion> {
        // Both tabs write on one's own sheet, of different measures.
        let (names, own) = match side {
            Some(Side::Theirs) => (THEIRS.to_vec(), 4..7_usize),
            _ => (MINE.to_vec(), 0..4),
        };
        let part = any_opinion().prop_flat_map(|opinion| {
            prop_oneof![
                Just(Part::Candidate(opinion.candidate)),
                Just(Part::Partners(opinion.partners)),
                Just(Part::Comment(opinion.comment)),
            ]
        });
        let row = (
            prop::sample::select(names.clone()),
            own.clone(),
            any_opinion(),
        );
        let one = prop_oneof![
            8 => (own, part).prop_map(|(at, part)| DoOpinion::Say(at, part)),
            4 => proptest::collection::vec(row, 0..5).prop_map(DoOpinion::TakeIn),
            2 => (any::<usize>(), prop::sample::select(Choice::ALL.to_vec()))
                .prop_map(|(which, choice)| DoOpinion::Resolve(which, choice)),
            1 => prop::sample::select(names.clone()).prop_map(DoOpinion::Remove),
        ]
        .boxed();
        match side {
            Some(Side::Theirs) => one,
            Some(Side::Mine) => prop_oneof![
                6 => one,
                1 => prop::sample::select(names).prop_map(DoOpinion::Sign),
                1 => Just(DoOpinion::Adopt),
            ]
            .boxed(),
            None => prop_oneof![
                6 => one,
                1 => prop::sample::select(names).prop_map(DoOpinion::Sign),
                1 => Just(DoOpinion::Adopt),
                1 => Just(DoOpinion::ClearOwn),
            ]
            .boxed(),
        }
    }
}

// インフラ整備進捗図.

#[derive(Clone, Debug)]
enum DoWork {
    Add(Texts),
    Rewrite(usize, Texts),
    Delete(usize),
    TakeIn(Vec<Texts>),
    Clear,
    AddSamples,
    RemoveSamples,
}

/// What a work is made of here: state, rate, year and note.
type Texts = (&'static str, u8, u16, String);

fn any_texts() -> impl Strategy<Value = Texts> {
    (
        prop::sample::select(vec!["事業中", "完成予定", "完成"]),
        0_u8..100,
        2024_u16..2026,
        "[あい]{0,2}",
    )
}

fn work((state, rate, year, note): &Texts, side: Side) -> Work {
    let mut form = Form::default();
    for (field, text) in [
        (Field::Name, format!("{side:?}")),
        (Field::Kind, "道路".to_owned()),
        (Field::State, (*state).to_owned()),
        (Field::Rate, rate.to_string()),
        (Field::Year, year.to_string()),
        (Field::Note, note.clone()),
    ] {
        form.set(field, text);
    }
    form.read(&dataset().municipalities).unwrap()
}

impl Edited for Works {
    type Do = DoWork;

    fn done(&self, what: &DoWork, side: Side) -> (Self, Option<Tag>, String) {
        use infrastructure::edit::Edit;
        let name = format!("{side:?}");
        let own: Vec<_> = self
            .entries()
            .iter()
            .filter(|entry| entry.work.name == name)
            .map(|entry| entry.id)
            .collect();
        let edit = match what {
            DoWork::Add(texts) => Edit::Add(work(texts, side)),
            DoWork::TakeIn(all) => {
                let works = all.iter().map(|texts| work(texts, side)).collect();
                Edit::TakeIn("a.csv".to_owned(), works)
            }
            DoWork::Rewrite(..) | DoWork::Delete(_) if own.is_empty() => {
                return (self.clone(), None, String::new());
            }
            DoWork::Rewrite(which, texts) => {
                Edit::Rewrite(own[which % own.len()], work(texts, side))
            }
            DoWork::Delete(which) => Edit::Delete(own[which % own.len()]),
            DoWork::Clear => Edit::Clear,
            DoWork::AddSamples => Edit::AddSamples(sample::works(&dataset().municipalities)),
            DoWork::RemoveSamples => Edit::RemoveSamples,
        };
        let mut after = self.clone();
        after.apply(&edit);
        let words = edit.words(self, &after);
        (after, None, words)
    }

    fn seen(&self) -> String {
        let works: Vec<_> = self.entries().iter().map(|entry| &entry.work).collect();
        format!("{works:?}")
    }

    fn any(side: Option<Side>) -> BoxedStrategy<DoWork> {
        let one = prop_oneof![
            4 => any_texts().prop_map(DoWork::Add),
            4 => (any::<usize>(), any_texts()).prop_map(|(which, texts)| DoWork::Rewrite(which, texts)),
            2 => any::<usize>().prop_map(DoWork::Delete),
            1 => proptest::collection::vec(any_texts(), 0..4).prop_map(DoWork::TakeIn),
        ];
        if side == Some(Side::Theirs) {
            return one.boxed();
        }
        let samples = prop_oneof![
            8 => one,
            1 => Just(DoWork::AddSamples),
            1 => Just(DoWork::RemoveSamples),
        ];
        match side {
            Some(_) => samples.boxed(),
            None => prop_oneof![8 => samples, 1 => Just(DoWork::Clear)].boxed(),
        }
    }
}

// 報告書.

impl Edited for ReportNotes {
    type Do = NoteEdit<'static>;

    fn done(&self, what: &NoteEdit<'static>, _: Side) -> (Self, Option<Tag>, String) {
        let mut after = self.clone();
        after.apply(what);
        let words = what.words(self, &after, dataset(), year(2023), Era::Wareki);
        (after, what.tag(dataset()), words)
    }

    fn any(side: Option<Side>) -> BoxedStrategy<NoteEdit<'static>> {
        let notes = match side {
            Some(Side::Theirs) => vec![Note::Outlook, Note::Indicator("farmland-area")],
            _ => vec![
                Note::Title,
                Note::Indicator("sns-followers"),
                Note::Indicator("gone"),
                Note::Project("gone"),
            ],
        };
        let text = (prop::sample::select(notes), "[ あい]{0,2}")
            .prop_map(|(note, text)| NoteEdit::Write(note, text));
        if side == Some(Side::Theirs) {
            return text.boxed();
        }
        let years = prop::sample::select(vec![None, Some(year(2022)), Some(year(2024))]);
        prop_oneof![4 => text, 1 => years.prop_map(NoteEdit::Report)].boxed()
    }
}
