//! Sheets as CSV: written for the meeting, read back row by row.
//!
//! Reading is generous where the meaning is plain, and this is all of it: columns in any order;
//! headings in full or half width, with a remark in brackets behind or by the other names in
//! [`COLUMNS`]; the words of [`JUDGEMENTS`]; a measure without its id by its title. Rows that say
//! nothing are passed over, so that a form can be handed in half filled. A row that cannot be taken
//! is reported with its column and what to do, and the others are taken.

use super::{
    measure::{ListedMeasure, MeasureId, find_measure, half_width, title_key},
    sheet::{Candidate, Opinion, Sheet, Text},
    sheets::{Entry, Sheets},
};
use crate::{
    csv::{self, Row, Table},
    format,
    language::{Language, spoken},
    problem::{Kind, Problem, Problems},
    sentence, words,
};

const AUTHOR: &str = "記入者";
const PROJECT: &str = "プロジェクト";
const ID: &str = "施策id";
const TITLE: &str = "施策";
const CANDIDATE: &str = "官民共創チームで臨む";
const PARTNERS: &str = "連携する主体";
const COMMENT: &str = "意見";

/// The columns as written, each with other names it is known by.
pub const COLUMNS: [(&str, &[&str]); 7] = [
    (AUTHOR, &["名前", "氏名"]),
    (PROJECT, &[]),
    (ID, &["id"]),
    (TITLE, &["施策名"]),
    (CANDIDATE, &["官民共創チーム", "官民共創", "候補"]),
    (PARTNERS, &["連携主体", "連携先"]),
    (COMMENT, &["コメント", "ご意見"]),
];

/// The words a judgement is known by, the first as written.
pub const JUDGEMENTS: [(Option<Candidate>, &[&str]); 3] = [
    (Some(Candidate::Yes), &["候補", "はい", "○", "〇", "◯"]),
    (
        Some(Candidate::No),
        &["候補でない", "候補ではない", "いいえ", "×", "✕"],
    ),
    (None, &["未定", "", "-", "―", "ー"]),
];

/// The same in English, in small letters and without spaces: they are read whatever language is spoken, so that a
/// form filled in by somebody who speaks the other can be taken in.
const IN_ENGLISH: [(Option<Candidate>, &[&str]); 3] = [
    (Some(Candidate::Yes), &["candidate", "yes"]),
    (Some(Candidate::No), &["notacandidate", "no"]),
    (None, &["undecided"]),
];

/// The word of a judgement in files.
fn written(judgement: Option<Candidate>) -> &'static str {
    JUDGEMENTS
        .iter()
        .find(|(known, _)| *known == judgement)
        .map_or("", |(_, words)| words[0])
}

/// The column of a text.
const fn column(text: Text) -> &'static str {
    match text {
        Text::Author => AUTHOR,
        Text::Partners => PARTNERS,
        Text::Comment => COMMENT,
    }
}

/// What may stand in a column, for people who fill in a form of their own.
#[must_use]
pub fn accepts(column: &str) -> String {
    let up_to = |text: Text| {
        let limit = u32::try_from(text.limit()).unwrap_or(u32::MAX);
        sentence!(
            "{limit}字まで",
            "Up to {limit} characters",
            limit = format::group(limit)
        )
    };
    match column {
        AUTHOR => sentence!(
            "{limit}。空にはできません。",
            "{limit}. It cannot be left empty.",
            limit = up_to(Text::Author)
        ),
        ID => words!(
            "書き出したCSVにあるid。題が正しければ、空でもかまいません。",
            "The id in an exported CSV. It can be left empty if the title is right."
        )
        .to_owned(),
        TITLE => words!(
            "文書のとおりの題。idが正しければ、空でもかまいません。",
            "The title as in the document. It can be left empty if the id is right."
        )
        .to_owned(),
        CANDIDATE if spoken() == Language::English => {
            "“Candidate”, “yes” or ○; “not a candidate”, “no” or ×; “undecided”, “-” or nothing. The Japanese words of an exported CSV are read as well.".to_owned()
        }
        CANDIDATE => {
            let words = JUDGEMENTS.map(|(judgement, words)| {
                let words: Vec<_> = words
                    .iter()
                    .map(|word| {
                        if word.is_empty() {
                            "空のまま"
                        } else {
                            word
                        }
                    })
                    .collect();
                let meaning = Candidate::word(judgement);
                format!("{}は「{meaning}」", words.join("・"))
            });
            format!("{}と読みます。", words.join("、"))
        }
        PARTNERS => sentence!("{limit}。", "{limit}.", limit = up_to(Text::Partners)),
        COMMENT => sentence!(
            "{limit}。改行もできます。",
            "{limit}. It can have several lines.",
            limit = up_to(Text::Comment)
        ),
        _ => words!("読み取りには使いません。", "Not used when the file is read.").to_owned(),
    }
}

/// Every opinion of every sheet, a row each, in the order of the measures.
#[must_use]
pub fn write(sheets: &Sheets, measures: &[ListedMeasure<'_>]) -> String {
    let mut rows = vec![heading()];
    for sheet in sheets.all() {
        for measure in measures {
            if let Some(opinion) = sheet.get(&measure.id) {
                rows.push(row(sheet, measure, opinion));
            }
        }
        // Those on measures of another edition are not left behind.
        for (id, opinion) in &sheet.opinions {
            if find_measure(measures, id.as_str()).is_none() {
                rows.push(cells(sheet, "", id, "", opinion));
            }
        }
    }
    csv::write(rows.iter().map(<[String; 7]>::as_slice))
}

/// A form to fill in with a spreadsheet: every measure, with what one's own sheet says of it.
#[must_use]
pub fn form(own: &Sheet, measures: &[ListedMeasure<'_>]) -> String {
    let mut rows = vec![heading()];
    let nothing = Opinion::default();
    for measure in measures {
        let opinion = own.get(&measure.id).unwrap_or(&nothing);
        rows.push(row(own, measure, opinion));
    }
    csv::write(rows.iter().map(<[String; 7]>::as_slice))
}

fn heading() -> [String; 7] {
    COLUMNS.map(|(name, _)| name.to_owned())
}

fn row(sheet: &Sheet, measure: &ListedMeasure<'_>, opinion: &Opinion) -> [String; 7] {
    let title = &measure.measure.title;
    cells(sheet, measure.project_name, &measure.id, title, opinion)
}

fn cells(
    sheet: &Sheet,
    project: &str,
    id: &MeasureId,
    title: &str,
    opinion: &Opinion,
) -> [String; 7] {
    [
        sheet.author.clone(),
        project.to_owned(),
        id.to_string(),
        title.to_owned(),
        written(opinion.candidate).to_owned(),
        opinion.partners.clone(),
        opinion.comment.clone(),
    ]
}

/// Reads a file: the opinions that can be taken, and what is wrong with the other rows.
#[must_use]
pub fn read(name: &str, text: &str, measures: &[ListedMeasure<'_>]) -> (Vec<Entry>, Vec<Problem>) {
    let problems = Problems::default();
    // What a spreadsheet saves by itself is a ZIP file.
    if text.starts_with("PK\u{3}\u{4}") {
        let remedy = words!(
            "表計算ソフトのファイルのままでは読み取れません。「CSV UTF-8」の形で保存し直してください。",
            "A spreadsheet file cannot be read as it is. Save it again in the form “CSV UTF-8”."
        );
        problems.of_file(name, Kind::Said(remedy.to_owned()));
        return (Vec::new(), problems.into_vec());
    }
    let mut table = Table::read(name, text, &problems);
    table.rename(|found| {
        let found = heading_key(found);
        COLUMNS
            .iter()
            .find(|(name, others)| heading_key(name) == found || others.contains(&found.as_str()))
            .map(|(name, _)| *name)
    });
    let mut entries = Vec::new();
    let measured = table.has(TITLE) || table.has_columns(&[ID], &problems);
    if table.has_columns(&[AUTHOR, CANDIDATE], &problems) && measured {
        for row in table.rows(&problems) {
            if let Some(entry) = entry(&row, measures) {
                entries.push(entry);
            }
        }
    }
    (entries, problems.into_vec())
}

/// 「施策ＩＤ（変えないでください）」 → "施策id".
fn heading_key(heading: &str) -> String {
    let heading = title_key(heading).to_ascii_lowercase();
    heading
        .split_once('(')
        .map_or(heading.as_str(), |(before, _)| before)
        .to_owned()
}

/// What a row says; `None` when it says nothing, or (reported) something that cannot be taken.
fn entry(row: &Row<'_>, measures: &[ListedMeasure<'_>]) -> Option<Entry> {
    let candidate = judgement(row);
    let partners = text(row, Text::Partners);
    let comment = text(row, Text::Comment);
    let says_nothing = candidate == Some(None)
        && partners
            .as_deref()
            .is_some_and(|text| text.trim().is_empty())
        && comment
            .as_deref()
            .is_some_and(|text| text.trim().is_empty());
    if says_nothing {
        return None;
    }
    let measure = measure(row, measures);
    let author = text(row, Text::Author).filter(|author| {
        let signed = !author.trim().is_empty();
        if !signed {
            let remedy = words!(
                "空です。だれの意見か分かるように、名前を入れてください。",
                "This is empty. Enter a name, so that it is clear whose opinion it is."
            );
            row.problem(AUTHOR, Kind::Said(remedy.to_owned()));
        }
        signed
    });
    Some(Entry {
        author: author?.trim().to_owned(),
        measure: measure?,
        opinion: Opinion {
            candidate: candidate?,
            partners: partners?,
            comment: comment?,
        },
    })
}

fn judgement(row: &Row<'_>) -> Option<Option<Candidate>> {
    let found = csv::unguard(row.text(CANDIDATE)).trim();
    let key: String = found
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(half_width)
        .collect();
    let in_english = key.to_ascii_lowercase();
    let judgement = JUDGEMENTS
        .iter()
        .find(|(_, words)| words.contains(&key.as_str()))
        .or_else(|| {
            IN_ENGLISH
                .iter()
                .find(|(_, words)| words.contains(&in_english.as_str()))
        })
        .map(|(judgement, _)| *judgement);
    if judgement.is_none() {
        let kind = Kind::NotAllowed {
            found: found.to_owned(),
            allowed: match spoken() {
                Language::Japanese => JUDGEMENTS.map(|(_, words)| words[0]).join("・"),
                Language::English => Candidate::ALL.map(Candidate::word).join(", "),
            },
        };
        row.problem(CANDIDATE, kind);
    }
    judgement
}

fn text(row: &Row<'_>, text: Text) -> Option<String> {
    match text.check(csv::unguard(row.text(column(text)))) {
        Ok(text) => Some(text),
        Err(error) => {
            row.problem(column(text), Kind::Said(error.message()));
            None
        }
    }
}

fn measure(row: &Row<'_>, measures: &[ListedMeasure<'_>]) -> Option<MeasureId> {
    let id = csv::unguard(row.text(ID)).trim();
    let title = csv::unguard(row.text(TITLE)).trim();
    let by_title = || {
        let key = title_key(title);
        measures
            .iter()
            .find(|measure| title_key(&measure.measure.title) == key)
    };
    if id.is_empty() {
        let found = by_title();
        if found.is_none() {
            let (column, remedy) = if title.is_empty() {
                let column = if row.has(ID) { ID } else { TITLE };
                let remedy = words!(
                    "空です。書き出したCSVにある施策のidを入れてください。",
                    "This is empty. Enter the id of the measure as in an exported CSV."
                );
                (column, remedy.to_owned())
            } else {
                let remedy = sentence!(
                    "「{title}」という施策はありません。文書のとおりに書くか、施策idを入れてください。",
                    "There is no measure “{title}”. Write it as in the document, or enter the id of the measure."
                );
                (TITLE, remedy)
            };
            row.problem(column, Kind::Said(remedy));
        }
        return found.map(|measure| measure.id.clone());
    }
    let Some(measure) = find_measure(measures, id) else {
        let remedy = sentence!(
            "「{id}」という施策はありません。書き出したCSVにある施策のidに直してください。",
            "There is no measure “{id}”. Correct it to the id of a measure in an exported CSV."
        );
        row.problem(ID, Kind::Said(remedy));
        return None;
    };
    // Cells that slipped by a row would put words into the mouth of another measure.
    if !title.is_empty() && title_key(title) != title_key(&measure.measure.title) {
        let remedy = sentence!(
            "施策id「{id}」は「{title}」です。idと施策がずれていないか確かめ、どちらかを直してください。",
            "The id “{id}” belongs to the measure “{title}”. Check whether ids and measures have slipped, and correct one of them.",
            title = measure.measure.title
        );
        row.problem(TITLE, Kind::Said(remedy));
        return None;
    }
    Some(measure.id.clone())
}
