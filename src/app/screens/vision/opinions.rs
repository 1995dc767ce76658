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
    components::{Link, PageTitle, SourceNote, Undo, dynamic, later, switch},
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    model::Source,
    view::{Screen, View},
    words,
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

    fn name(self) -> &'static str {
        match self {
            Self::Write => words!("書く", "Write"),
            Self::Gather => words!("集める", "Gather"),
            Self::Summary => words!("まとめ", "Summary"),
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
                    .then(|| view! { <span class="tab-note">{words!("食い違い ", "Contradictions: ")} {count} {words!("件", "")}</span> })
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
                    <Link to=Screen::Vision>{words!("ビジョンへ戻る", "Back to the vision")}</Link>
                </p>
                <PageTitle
                    title=words!("意見シート", "Opinion sheet")
                    lead=Signal::stored(
                        words!(
                            "19の施策のうち、官民共創チームで臨むとよいのはどれか。意見を書き、集め、会議へ持っていくためのシートです。書いたことはこの端末にだけ残ります。",
                            "Which of the 19 measures would a public–private co-creation team do well to take on? A sheet for writing opinions, gathering them and taking them to the meeting. What you write stays on this device only."
                        )
                        .to_owned(),
                    )
                />
                <nav class="tabs" aria-label=words!("意見シートの使い方", "Ways to use the opinion sheet")>
                    <ul>{uses}</ul>
                </nav>
                <NotKept desk />
                <div class="toolbar opinions-toolbar">
                    <Undo kept=desk.kept />
                </div>
                <div hidden=off(Use::Write)>
                    {later(|| view! { <Question /> })}
                    {later(move || view! { <Write desk /> })}
                </div>
                <div hidden=off(Use::Gather)>
                    {later(move || view! { <Gather desk /> })}
                </div>
                <div class="panel-summary" hidden=off(Use::Summary)>
                    {later(move || view! { <Summary desk shown=on(Use::Summary) /> })}
                </div>
                <SourceNote sources=vec![Source { document: vision.document, section: &vision.heading }] />
            </div>
            {later(move || view! { <Paper desk /> })}
        </div>
    }
}
