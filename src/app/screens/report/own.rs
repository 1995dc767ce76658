//! The user's own words: the fields they are written in, and their places in the paper.

use super::desk::Desk;
use crate::app::{
    components::{dynamic, effect, text},
    kept::Keeping,
};
use leptos::prelude::*;
use michishirube_core::report::{
    edit::Edit,
    own::{self, Note, ReportNotes},
};

/// Every field, folded.
#[component]
pub fn OwnWords(desk: Desk) -> impl IntoView {
    let (dataset, notes, review) = (desk.state.dataset, desk.notes, desk.review);
    let written = text(move || match notes.with(ReportNotes::len) {
        0 => "まだ何も書いていません".to_owned(),
        count => format!("{count}か所"),
    });
    let kept = text(move || match notes.keeping.get() {
        Keeping::Unchanged => {
            "書いた文章は、この端末に自動で保存します。外には送りません。".to_owned()
        }
        Keeping::Saved(_) => "この端末に保存しました。".to_owned(),
        Keeping::MemoryOnly(_) => {
            "保存できません（このページを閉じると消えます）。印刷するか、JSONで保存してください。"
                .to_owned()
        }
    });
    let mut seen = Vec::new();
    for listing in dataset.review_listings() {
        if !seen.contains(&listing.indicator) {
            seen.push(listing.indicator);
        }
    }
    let indicators = seen
        .into_iter()
        .map(|indicator| {
            let note = Note::Indicator(dataset.indicator_slug(indicator));
            view! { <Field desk note lines=2 /> }
        })
        .collect_view();
    let projects = review
        .projects
        .iter()
        .map(|sheet| {
            let project = dataset.project(sheet.project);
            view! { <Field desk note=Note::Project(&project.slug) lines=2 /> }
        })
        .collect_view();
    view! {
        <details class="card own-words">
            <summary>"自分の文章を入れる " <span class="count">{written}</span></summary>
            <p class="hint">
                "数字からは分からないこと（理由、事情、これからの方針）は、ここに書くと紙面の決まった場所に入ります。空けておくと、文書の記述だけを載せます。"
            </p>
            <p class="hint" role="status">{kept}</p>
            <div class="own-fields">
                <fieldset>
                    <legend>"表紙"</legend>
                    <Field desk note=Note::Title />
                    <Field desk note=Note::DateLine />
                    <Field desk note=Note::Organisation />
                </fieldset>
                <fieldset>
                    <legend>"分析・対応方向"</legend>
                    <Field desk note=Note::Analysis lines=3 />
                    <Field desk note=Note::Outlook lines=3 />
                </fieldset>
                <fieldset>
                    <legend>"評価指標ごとの分析"</legend>
                    {indicators}
                </fieldset>
                <fieldset>
                    <legend>"プロジェクトごとの補足"</legend>
                    {projects}
                </fieldset>
            </div>
        </details>
    }
}

/// A field for a text; kept as it is typed.
#[component]
fn Field(
    desk: Desk,
    note: Note<'static>,
    /// Lines of the field; one is a single line.
    #[prop(default = 1)]
    lines: u8,
) -> impl IntoView {
    let label = note.label(desk.state.dataset);
    let typed = RwSignal::new(String::new());
    // Another tab may write, or a step be taken back; what is typed here stays as it is while it means the same.
    effect(move |_| {
        let text = desk.notes.with(|notes| notes.get(note).to_owned());
        if typed.with_untracked(|typed| own::kept(typed)) != text {
            typed.set(text);
        }
    });
    let take = move |event| {
        let text = event_target_value(&event);
        desk.edit(&Edit::Write(note, text.clone()));
        typed.set(text);
    };
    let limit = own::NOTE_LIMIT.to_string();
    let id = match note {
        Note::Title => "own-title".to_owned(),
        Note::DateLine => "own-date".to_owned(),
        Note::Organisation => "own-organisation".to_owned(),
        Note::Analysis => "own-analysis".to_owned(),
        Note::Outlook => "own-outlook".to_owned(),
        Note::Indicator(slug) => format!("own-indicator-{slug}"),
        Note::Project(slug) => format!("own-project-{slug}"),
    };
    view! {
        <div class="own-field">
            <label for=id.clone()>{label}</label>
            {if lines == 1 {
                view! {
                    <input id=id type="text" autocomplete="off" maxlength=limit prop:value=typed on:input=take />
                }
                .into_any()
            } else {
                view! {
                    <textarea id=id rows=lines.to_string() maxlength=limit prop:value=typed on:input=take></textarea>
                }
                .into_any()
            }}
        </div>
    }
}

/// The place of a text in the paper; nothing where none is written.
#[component]
pub fn Own(desk: Desk, note: Note<'static>, label: &'static str) -> impl IntoView {
    dynamic(move || {
        let text = desk.notes.with(|notes| notes.get(note).to_owned());
        (!text.is_empty()).then(|| {
            view! {
                <div class="own-text">
                    <p class="own-label">{label}</p>
                    <p class="own-lines">{text}</p>
                </div>
            }
        })
    })
}

/// A line of the cover: the user's own, or what stands there otherwise.
pub fn own_or(desk: Desk, note: Note<'static>, otherwise: String) -> Signal<String> {
    text(move || {
        desk.notes.with(|notes| match notes.get(note) {
            "" => otherwise.clone(),
            own => own.to_owned(),
        })
    })
}
