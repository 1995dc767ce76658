//! 分析・対応方向: what the figures say, what the document says, what the user says, each marked.

use super::{
    desk::Desk,
    own::Own,
    sheet::{ANALYSIS, Sheet},
};
use leptos::prelude::*;
use michishirube_core::{
    fiscal_year::FiscalYear,
    report::{Analysis, IndicatorAnalysis, own::Note},
};

/// The analysis.
#[component]
pub fn AnalysisSheet(
    desk: Desk,
    analysis: Analysis<'static>,
    /// The year whose results the quoted document reports.
    document_year: FiscalYear,
    scenario: bool,
) -> impl IntoView {
    let source = quote_label(desk, document_year, scenario);
    let indicators = analysis
        .indicators
        .into_iter()
        .map(|one| {
            let source = source.clone();
            view! { <Indicator desk one source /> }
        })
        .collect_view();
    view! {
        <Sheet id=ANALYSIS title="分析・対応方向" scenario>
            <div class="finding finding-overall">
                <h4>"全体"</h4>
                <ul class="dots">
                    {analysis.sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}
                </ul>
                <p class="sheet-note">"評価指標の数は、再掲を含む。率（%）の変化は、値の差（ポイント）で示す。"</p>
                <Quotes quotes=analysis.quotes source=source.clone() />
                <Own desk note=Note::Analysis label="作成者の記述" />
            </div>
            <h4 class="findings-title">"評価指標ごと"</h4>
            <div class="findings">{indicators}</div>
            <div class="finding finding-outlook">
                <h4>"対応方向"</h4>
                <Quotes quotes=analysis.outlook_quotes source=source />
                <Own desk note=Note::Outlook label="作成者の記述" />
            </div>
        </Sheet>
    }
}

/// What is quoted speaks of the document's own figures, whatever figures this paper is on.
fn quote_label(desk: Desk, document_year: FiscalYear, scenario: bool) -> String {
    let year = document_year.name(desk.state.era());
    if scenario {
        format!("文書の記述（公式の値による。{year}の実績について）")
    } else {
        format!("文書の記述（{year}の実績について）")
    }
}

#[component]
fn Indicator(desk: Desk, one: IndicatorAnalysis<'static>, source: String) -> impl IntoView {
    view! {
        <div class="finding">
            <h5>
                {one.changed.then(|| view! { <mark class="draft-mark">"試算"</mark> })} {one.name}
            </h5>
            <p>{one.sentences.concat()}</p>
            <Quotes quotes=one.quotes source />
            <Own desk note=Note::Indicator(one.id) label="作成者の記述" />
        </div>
    }
}

#[component]
fn Quotes(quotes: Vec<&'static str>, source: String) -> impl IntoView {
    (!quotes.is_empty()).then(|| {
        view! {
            <figure class="quote">
                <figcaption>{source}</figcaption>
                {quotes.into_iter().map(|quote| view! { <blockquote>{quote}</blockquote> }).collect_view()}
            </figure>
        }
    })
}
