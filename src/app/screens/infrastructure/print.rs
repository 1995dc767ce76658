//! The sheet of paper: the same map, with callouts, legend and the year's content, A4 or A3.

use super::{
    desk::Desk,
    legend::{Legend, Sources},
    list::{callouts, is_mapped, progress},
    picture::{WIDE, picture, symbol},
};
use crate::app::{
    components::{dynamic, today},
    prose,
};
use leptos::prelude::*;

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 297 × 210 mm.
    A4,
    /// 420 × 297 mm.
    A3,
}

impl Paper {
    /// Every size.
    pub const ALL: [Self; 2] = [Self::A4, Self::A3];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::A3 => "A3",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::A4 => "plan-paper is-a4",
            Self::A3 => "plan-paper is-a3",
        }
    }
}

/// How many works have room beside the map; the content of more stands overleaf.
const BESIDE: usize = 8;

fn list(contents: Vec<AnyView>) -> AnyView {
    view! {
        <p class="paper-heading">"事業の内容"</p>
        <ol class="paper-list">{contents}</ol>
    }
    .into_any()
}

/// What is printed, and not seen on the screen.
#[component]
pub fn Sheet(desk: Desk, paper: RwSignal<Paper>) -> impl IntoView {
    dynamic(move || {
        let map = &prose::vision().map;
        let era = desk.era();
        desk.works.with(|works| {
            let entries = works.entries();
            let contents: Vec<AnyView> = entries
                .iter()
                .enumerate()
                .filter(|(_, entry)| {
                    is_mapped(&entry.work, desk.towns()) || !entry.work.content.is_empty()
                })
                .map(|(at, entry)| {
                    let work = &entry.work;
                    view! {
                        <li class:is-sample=work.sample>
                            {symbol(work.state, Some(at + 1))}
                            <p>
                                <strong>{work.shown_name()}</strong>
                                <span>{progress(work, era)}</span>
                                {(!work.content.is_empty()).then(|| view! { <span>{work.content.clone()}</span> })}
                            </p>
                        </li>
                    }
                    .into_any()
                })
                .collect();
            let beside = callouts(desk, entries);
            let long = entries.len() > BESIDE;
            let (contents, overleaf) = if contents.is_empty() {
                (None, None)
            } else if long {
                (None, Some(list(contents)))
            } else {
                (Some(list(contents)), None)
            };
            view! {
                <div class=paper.get().class()>
                    <header>
                        <p class="paper-title">{map.title.as_str()}</p>
                        <p>{format!("{} 作成", today(era))}</p>
                        {(works.samples() > 0)
                            .then(|| view! { <p class="paper-sample">"見本：架空の事業を含みます"</p> })}
                    </header>
                    <div class="paper-body">
                        <div class="paper-map">
                            {picture(entries, desk.towns(), &WIDE, era)}
                            <Legend />
                        </div>
                        <div class="paper-side">
                            {beside
                                .map(|callouts| {
                                    view! {
                                        <p class="paper-heading">"図示できない情報"</p>
                                        {callouts}
                                    }
                                })}
                            {contents}
                            {long.then(|| view! { <p>"事業の内容は次のページにあります。"</p> })}
                            {entries.is_empty().then(|| view! { <p>"事業はまだ入っていません。"</p> })}
                        </div>
                    </div>
                    <Sources />
                    {overleaf.map(|list| view! { <div class="paper-overleaf">{list}</div> })}
                </div>
            }
        })
    })
}
