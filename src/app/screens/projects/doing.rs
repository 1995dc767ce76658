//! Do: what was done, when, where, by whom, with which figures.

use super::parts::{Organisers, Part, paragraphs};
use crate::app::{
    components::{SourceNote, original},
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    language::lang_of,
    model::{Activity, Event, ProjectId, ProjectKind, ReviewProject},
    project, words,
};

/// これまでの主な取組・成果.
#[component]
pub fn Do(
    /// The project.
    project: ProjectId,
    /// What 001 says of it.
    review: &'static ReviewProject,
) -> impl IntoView {
    let source = project::source(state().dataset, project, ProjectKind::Review);
    let activities = review.activities.iter().map(activity).collect_view();
    view! {
        <Part id="do" letter="D" title=words!("Do 実行", "Do")>
            <p class="section-lead">
                {words!(
                    "これまでの主な取組と成果です。日付と数字は、文書の書き方のままです。",
                    "The main activities and their outcomes so far. Dates and figures stand as the document writes them."
                )}
            </p>
            <ul class="activities">{activities}</ul>
            <SourceNote sources=source.into_iter().collect() />
        </Part>
    }
}

fn activity(activity: &'static Activity) -> impl IntoView {
    let events = activity.events.iter().map(event).collect_view();
    view! {
        <li class="card activity">
            <div class="activity-head">
                <h3 lang=lang_of(&activity.title)>{activity.title.as_str()}</h3>
                <Organisers names=&activity.organisers />
            </div>
            {events}
        </li>
    }
}

fn event(event: &'static Event) -> AnyView {
    let when = project::dates(event).into_iter().map(|line| {
        let lang = line.iter().find_map(|part| lang_of(part.text));
        let parts = line
            .into_iter()
            .map(|part| match part.date {
                Some(date) => view! { <time datetime=date>{part.text}</time> }.into_any(),
                None => part.text.into_any(),
            })
            .collect_view();
        view! { <span class="line" lang=lang>{parts}</span> }
    });
    let when: Vec<_> = when.collect();
    let is_plain = when.is_empty() && event.place.is_empty();
    let (figures, remarks): (Vec<_>, Vec<_>) = event
        .notes
        .iter()
        .map(|note| (note.as_str(), project::figures(note)))
        .partition(|(_, figures)| !figures.is_empty());
    let figures = figures.into_iter().flat_map(|(_, figures)| figures);
    let figures: Vec<_> = figures
        .map(|figure| {
            let texts = [figure.label, figure.value, figure.remark];
            let remark =
                (!figure.remark.is_empty()).then(|| view! { <small>{figure.remark}</small> });
            view! {
                <div lang=texts.into_iter().find_map(lang_of)>
                    <dt>{figure.label}</dt>
                    <dd><span class="figure">{figure.value}</span> {remark}</dd>
                </div>
            }
        })
        .collect();
    let remarks = remarks
        .into_iter()
        .map(|(note, _)| view! { <p lang=lang_of(note)>{note}</p> })
        .collect_view();
    view! {
        <div class="event" class:is-plain=is_plain>
            {(!event.title.is_empty()).then(|| view! { <h4 lang=lang_of(&event.title)>{event.title.as_str()}</h4> })}
            {(!is_plain)
                .then(|| {
                    view! {
                        <dl class="event-facts">
                            {(!when.is_empty())
                                .then(|| view! { <div><dt>{words!("時期", "When")}</dt><dd>{when}</dd></div> })}
                            {(!event.place.is_empty())
                                .then(|| {
                                    view! {
                                        <div>
                                            <dt>{words!("場所", "Where")}</dt>
                                            <dd lang=lang_of(&event.place)>{event.place.as_str()}</dd>
                                        </div>
                                    }
                                })}
                        </dl>
                    }
                })}
            <div class="event-outline">
                {paragraphs(&event.outline)} {remarks}
                {(!figures.is_empty()).then(|| view! { <dl class="noted-figures">{figures}</dl> })}
                {(!event.captions.is_empty())
                    .then(|| {
                        let captions = event.captions.join(words!("」「", "”, “"));
                        view! {
                            <p class="hint">
                                {words!("写真の説明：「", "Photo captions: “")}
                                {original(captions)} {words!("」", "”")}
                            </p>
                        }
                    })}
            </div>
        </div>
    }
    .into_any()
}
