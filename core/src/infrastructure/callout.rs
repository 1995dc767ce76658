//! A work in the wording of document 004 (付図), full-width figures included:
//! 「○○整備事業 令和○年度着手、令和６年度事業中・完成予定」.

use super::work::Work;
use crate::{
    fiscal_year::Era,
    format,
    language::{Language, spoken},
    words,
};

/// 「◇◇整備事業 令和○年度着手、令和６年度事業中（進捗率○％）」.
#[must_use]
pub fn callout(work: &Work, era: Era) -> String {
    format!("{} {}", work.shown_name(), progress(work, era))
}

/// The part after the name: 「令和○年度着手、令和６年度事業中（進捗率○％）」.
#[must_use]
pub fn progress(work: &Work, era: Era) -> String {
    phrases(work, era).join(words!("", " "))
}

/// The same in the parts between which a line may break, so that no figure is torn apart; in English
/// a space stands between them.
#[must_use]
pub fn phrases(work: &Work, era: Era) -> Vec<String> {
    if spoken() == Language::English {
        return in_english(work, era);
    }
    let mut phrases = Vec::new();
    if let Some(started) = work.started {
        phrases.push(format!("{}着手、", format::wide(&started.name(era))));
    }
    phrases.push(format!(
        "{}{}",
        format::wide(&work.year.name(era)),
        work.state.phrase()
    ));
    if let Some(rate) = work.rate {
        let rate = format::wide(&format::quantity(rate.percent(), "%"));
        phrases.push(format!("（進捗率{rate}）"));
    }
    phrases
}

/// "started in FY2020,", "under way in FY2024", "(40% done)".
fn in_english(work: &Work, era: Era) -> Vec<String> {
    let mut phrases = Vec::new();
    if let Some(started) = work.started {
        phrases.push(format!("started in {},", started.name(era)));
    }
    phrases.push(format!(
        "{} in {}",
        work.state.phrase(),
        work.year.name(era)
    ));
    if let Some(rate) = work.rate {
        phrases.push(format!("({} done)", format::quantity(rate.percent(), "%")));
    }
    phrases
}
