//! 進捗率 and 達成率 as they are shown everywhere.

use super::dynamic;
use crate::app::state::state;
use leptos::prelude::*;
use michishirube_core::{
    fiscal_year::Era,
    format,
    progress::{Attainment, OfficialRate, Progress},
};

/// The text of 進捗率, and the note under it (集計中 and the reference of an earlier year).
pub fn official_texts(progress: &Progress, era: Era) -> (String, Option<String>) {
    let reference = || {
        progress
            .reference
            .map(|(year, rate)| format!("参考 {} {}", year.short_name(era), format::percent(rate)))
    };
    match progress.official {
        OfficialRate::Rate(rate) => (format::percent(rate), None),
        OfficialRate::Pending => (
            format::NONE.to_owned(),
            Some(reference().map_or_else(|| "集計中".to_owned(), |text| format!("集計中\n{text}"))),
        ),
        OfficialRate::NoResult => (
            format::NONE.to_owned(),
            Some(reference().unwrap_or_else(|| "実績の記載なし".to_owned())),
        ),
        OfficialRate::Undefined => (format::NONE.to_owned(), Some("計算できません".to_owned())),
    }
}

/// The text of 達成率, and the note under it.
pub fn attainment_texts(progress: &Progress, era: Era) -> (String, Option<String>) {
    let year = || {
        progress
            .latest
            .filter(|_| progress.official.ratio().is_none())
            .map(|latest| format!("{}の実績で", latest.year.short_name(era)))
    };
    match progress.attainment {
        Attainment::Rate(rate) => (format::percent(rate), year()),
        Attainment::Maintain { shortfall } => {
            let text = if progress.met == Some(true) {
                "維持"
            } else {
                "未達"
            };
            (
                text.to_owned(),
                shortfall.map(|shortfall| format!("目標比 {}", format::percent(shortfall))),
            )
        }
        Attainment::Undefined => (format::NONE.to_owned(), None),
    }
}

fn cell(texts: (String, Option<String>)) -> impl IntoView {
    let (text, note) = texts;
    view! {
        <span class="figure">{text}</span>
        {note.map(|note| view! { <small class="figure-note">{note}</small> })}
    }
}

/// 進捗率 in a table cell.
#[component]
pub fn OfficialCell(
    /// The indicator's progress.
    progress: Progress,
) -> impl IntoView {
    let era = state().era();
    cell(official_texts(&progress, era))
}

/// 達成率 in a table cell.
#[component]
pub fn AttainmentCell(
    /// The indicator's progress.
    progress: Progress,
) -> impl IntoView {
    let era = state().era();
    cell(attainment_texts(&progress, era))
}

/// The two rates side by side, large, each with what it compares.
#[component]
pub fn RatePair(
    /// The indicator's progress, perhaps with a draft laid over it.
    #[prop(into)]
    progress: Signal<Progress>,
    /// The official progress, shown beside where it differs.
    #[prop(optional)]
    official: Option<Progress>,
) -> impl IntoView {
    let era = state().era();
    let part = move |name: &'static str,
                     rule: &'static str,
                     texts: fn(&Progress, Era) -> (String, Option<String>)| {
        view! {
            <div class="rate">
                <dt>{name} <small>{rule}</small></dt>
                <dd>
                    {dynamic(move || cell(texts(&progress.get(), era)))}
                    {dynamic(move || {
                        let before = texts(&official?, era).0;
                        let after = texts(&progress.get(), era).0;
                        (before != after)
                            .then(|| view! { <span class="official-beside">"公式 " {before}</span> })
                    })}
                </dd>
            </div>
        }
    };
    view! {
        <dl class="rate-pair">
            {part("進捗率", "実績 ÷ 目標", official_texts)}
            {part("達成率", "基準値から目標までの幅のうち", attainment_texts)}
        </dl>
    }
}
