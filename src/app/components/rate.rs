//! 進捗率 and 達成率 as they are shown everywhere.

use super::dynamic;
use crate::app::state::state;
use leptos::prelude::*;
use michishirube_core::{
    fiscal_year::{Era, FiscalYear},
    format,
    progress::{Attainment, Band, OfficialRate, Progress},
};

/// The year of the latest result, where it is not the one reported on: 進捗率 and 達成率 are then of
/// different years.
fn later(progress: &Progress) -> Option<FiscalYear> {
    let latest = progress.latest?.year;
    (latest != progress.method.reporting_year).then_some(latest)
}

/// The text of 進捗率, and the note under it (集計中 and the reference of an earlier year).
pub fn official_texts(progress: &Progress, era: Era) -> (String, Option<String>) {
    let decimals = progress.method.decimals;
    let reference = || {
        progress.reference.map(|(year, rate)| {
            let rate = format::percent_to(rate, decimals);
            format!("参考 {} {rate}", year.short_name(era))
        })
    };
    match progress.official {
        OfficialRate::Rate(rate) => (
            format::percent_to(rate, decimals),
            later(progress).map(|_| result_of(progress.method.reporting_year, era)),
        ),
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
    let decimals = progress.method.decimals;
    match progress.attainment {
        Attainment::Rate(rate) => (
            format::percent_to(rate, decimals),
            later(progress).map(|year| result_of(year, era)),
        ),
        Attainment::Maintain { shortfall } => {
            let text = if progress.band == Band::Kept {
                "維持"
            } else {
                "未達"
            };
            let tolerated = if progress.is_tolerated() {
                "\n許容の範囲内"
            } else {
                ""
            };
            (
                text.to_owned(),
                shortfall.map(|shortfall| {
                    let shortfall = format::percent_to(shortfall, decimals);
                    format!("目標比 {shortfall}{tolerated}")
                }),
            )
        }
        Attainment::Undefined => (format::NONE.to_owned(), None),
    }
}

fn result_of(year: FiscalYear, era: Era) -> String {
    format!("{}の実績で", year.short_name(era))
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
                        let (official, tried) = (official?, progress.get());
                        // Compared with the same decimals; the official one is printed as ever.
                        let alike = official.printed_with(tried.method.decimals);
                        (texts(&alike, era).0 != texts(&tried, era).0)
                            .then(|| {
                                let before = texts(&official, era).0;
                                view! { <span class="official-beside">"公式 " {before}</span> }
                            })
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
