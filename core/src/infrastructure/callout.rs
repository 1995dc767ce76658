//! A work in the wording of document 004 (付図), full-width figures included:
//! 「○○整備事業 令和○年度着手、令和６年度事業中・完成予定」.

use super::work::Work;
use crate::{fiscal_year::Era, format};

/// 「◇◇整備事業 令和○年度着手、令和６年度事業中（進捗率○％）」.
#[must_use]
pub fn callout(work: &Work, era: Era) -> String {
    format!("{} {}", work.shown_name(), progress(work, era))
}

/// The part after the name: 「令和○年度着手、令和６年度事業中（進捗率○％）」.
#[must_use]
pub fn progress(work: &Work, era: Era) -> String {
    let mut text = String::new();
    if let Some(started) = work.started {
        text.push_str(&format::wide(&started.name(era)));
        text.push_str("着手、");
    }
    text.push_str(&format::wide(&work.year.name(era)));
    text.push_str(work.state.phrase());
    if let Some(rate) = work.rate {
        text.push_str("（進捗率");
        text.push_str(&format::wide(&format::quantity(rate.percent(), "%")));
        text.push('）');
    }
    text
}
