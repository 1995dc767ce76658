//! 意見シート: write one's own, gather those of others, see them together, take them to the meeting.

use super::{
    desk::{Desk, NotKept},
    gather::Gather,
    paper::Paper,
    question::Question,
    summary::Summary,
    write::Write,
};
use crate::app::{
    components::{Link, PageTitle, SourceNote, Undo, dynamic, switch},
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    model::Source,
    view::{Screen, View},
};

/// What the page is used for; a link says it as [`View::section`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    Write,
    Gather,
    Summary,
}

impl Use {
    const ALL: [Self; 3] = [Self::Write, Self::Gather, Self::Summary];

    const fn key(self) -> &'static str {
        match self {
            Self::Write => "",
            Self::Gather => "gather",
            Self::Summary => "summary",
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Write => "書く",
            Self::Gather => "集める",
            Self::Summary => "まとめ",
        }
    }

    fn of(view: &View) -> Self {
        Self::ALL
            .into_iter()
            .find(|part| part.key() == view.section)
            .unwrap_or(Self::Write)
    }
}

/// Opinions on the measures of the vision.
#[component]
pub fn Opinions() -> impl IntoView {
    let router = state().router;
    let vision = prose::vision();
    let desk = Desk::new();
    let on = move |part: Use| switch(move || router.view.with(|view| Use::of(view) == part));
    let off = move |part: Use| switch(move || router.view.with(|view| Use::of(view) != part));
    let uses = Use::ALL
        .map(|part| {
            let to = View {
                section: part.key().to_owned(),
                ..router.view.with_untracked(|view| view.on(Screen::Opinions))
            };
            let waiting = dynamic(move || {
                let count = match part {
                    Use::Gather => desk.kept.with(|sheets| sheets.conflicts().len()),
                    Use::Write | Use::Summary => 0,
                };
                (count > 0)
                    .then(|| view! { <span class="tab-note">"食い違い " {count} "件"</span> })
            });
            view! {
                <li>
                    <Link to current=on(part)>
                        {part.name()}
                        {waiting}
                    </Link>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="wrap opinions" class:prints-summary=on(Use::Summary)>
            <div class="opinions-screen">
                <p class="back">
                    <Link to=Screen::Vision>"ビジョンへ戻る"</Link>
                </p>
                <PageTitle
                    title="意見シート"
                    lead=Signal::stored("19の施策のうち、官民共創チームで臨むとよいのはどれか。意見を書き、集め、会議へ持っていくためのシートです。書いたことはこの端末にだけ残ります。".to_owned())
                />
                <nav class="tabs" aria-label="意見シートの使い方">
                    <ul>{uses}</ul>
                </nav>
                <NotKept desk />
                <div class="toolbar opinions-toolbar">
                    <Undo kept=desk.kept />
                </div>
                <div hidden=off(Use::Write)>
                    <Question />
                    <Write desk />
                </div>
                <div hidden=off(Use::Gather)>
                    <Gather desk />
                </div>
                <div class="panel-summary" hidden=off(Use::Summary)>
                    <Summary desk shown=on(Use::Summary) />
                </div>
                <SourceNote sources=vec![Source { document: vision.document, section: &vision.heading }] />
            </div>
            <Paper desk />
        </div>
    }
}
