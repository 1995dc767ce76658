//! 共有された試算: a scenario from a link, to be read. Nothing of one's own changes by looking at it;
//! keeping it is a choice, and puts it beside one's own.
//!
//! What is in it was written by somebody else: it becomes text and nothing more.

use super::{share::no_room, summary::SummaryHead};
use crate::app::{
    components::{BandBadge, Glyph, Icon, Link, PageTitle, TableRegion},
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    scenario::Scenario,
    share::{
        changes::{Beside, Changed, changes},
        link::{self, ShareError, Shared as Found},
    },
    view::Screen,
};

/// The page of a shared scenario, or of a link that is none.
#[component]
pub fn Shared() -> impl IntoView {
    let state = state();
    let fragment = state.router.shared.get_untracked().unwrap_or_default();
    let (lead, body) = match link::decode(&fragment, state.dataset) {
        Ok(found) => (
            "リンクで渡された試算です。見るだけでは、自分の試算は変わりません。",
            sound(found),
        ),
        Err(error) => ("このリンクの試算は開けませんでした。", broken(error)),
    };
    view! {
        <div class="wrap wrap-wide shared">
            <PageTitle title="共有された試算" lead=Signal::stored(lead.to_owned()) />
            {body}
        </div>
    }
}

fn broken(error: ShareError) -> AnyView {
    view! {
        <div class="notice notice-warning" role="alert">
            <Icon glyph=Glyph::Attention />
            <p>{error.message()} "自分の試算はそのままです。"</p>
        </div>
        <div class="toolbar">
            <Close />
        </div>
    }
    .into_any()
}

#[component]
fn Close() -> impl IntoView {
    let router = state().router;
    view! {
        <button type="button" class="button" on:click=move |_| router.close_shared()>
            <Icon glyph=Glyph::Cross />
            "閉じる"
        </button>
    }
}

fn sound(found: Found) -> AnyView {
    let era = state().era();
    let Found { scenario, left_out } = found;
    let description = scenario.description().to_owned();
    let settings = scenario.settings().words(era);
    let unknown = scenario.unknown();
    let changed = changes(&scenario, state().dataset, era);
    view! {
        <section aria-labelledby="shared-name">
            <h2 id="shared-name">
                <bdi>{scenario.title().to_owned()}</bdi>
            </h2>
            {(!description.is_empty())
                .then(|| view! { <p class="shared-description" dir="auto">{description}</p> })}
            {(!settings.is_empty())
                .then(|| {
                    let items = settings.into_iter().map(|words| view! { <li>{words}</li> });
                    view! {
                        <h3>"計算の設定"</h3>
                        <ul class="shared-settings">{items.collect_view()}</ul>
                    }
                })}
            <Actions scenario />
        </section>
        <section aria-labelledby="shared-changes">
            <h2 id="shared-changes">"変えた値"</h2>
            {if changed.is_empty() {
                view! { <p>"公式の値から変えたものはありません。"</p> }.into_any()
            } else {
                table(changed)
            }}
            {(unknown > 0)
                .then(|| {
                    view! {
                        <p class="hint">
                            {format!("ほかに、このサイトの文書にない指標の値を{unknown}件変えています。取っておくと、いっしょに残ります。")}
                        </p>
                    }
                })}
            {(left_out > 0)
                .then(|| {
                    view! {
                        <p class="hint">
                            {format!("リンクにある値のうち{left_out}件は、このサイトの公式の値と同じか、それと合わないため、含めていません。")}
                        </p>
                    }
                })}
        </section>
    }
    .into_any()
}

/// To keep it, or not.
#[component]
fn Actions(scenario: Scenario) -> impl IntoView {
    let (router, draft) = (state().router, state().draft);
    let said = RwSignal::new(String::new());
    let keep = move |_| {
        if !draft.take_in(vec![scenario.clone()]) {
            said.set(no_room());
            return;
        }
        router.close_shared();
        let screen = router.screen.get_untracked();
        if !matches!(screen, Screen::Scenario(_)) {
            let view = router
                .view
                .with_untracked(|view| view.on(Screen::Scenario(None)));
            router.go(view);
        }
    };
    view! {
        <div class="toolbar">
            <button type="button" class="button button-primary" on:click=keep>
                <Icon glyph=Glyph::Plus />
                "自分の試算として取っておく"
            </button>
            <Close />
            <p role="status">{said}</p>
        </div>
    }
}

fn table(changed: Vec<Changed>) -> AnyView {
    let dataset = state().dataset;
    let rows = changed.into_iter().map(move |changed| {
        let Changed {
            indicator,
            figures,
            official_rate,
            attainment,
            bands,
        } = changed;
        let figures = figures.into_iter().map(|figure| {
            let Beside {
                name,
                official,
                scenario,
            } = figure;
            view! { <li>{name} " " {official} " → " <strong>{scenario}</strong></li> }
        });
        view! {
            <tr>
                <th scope="row">
                    <Link to=Screen::Indicator(indicator)>{dataset.indicator_name(indicator)}</Link>
                </th>
                <td>
                    <ul class="shared-figures">{figures.collect_view()}</ul>
                </td>
                <td class="num">{official_rate.official}</td>
                <td class="num draft-figure">{official_rate.scenario}</td>
                <td class="num">{attainment.official}</td>
                <td class="num draft-figure">{attainment.scenario}</td>
                <td class="cell-band">
                    <BandBadge band=bands.0 />
                </td>
                <td class="cell-band">
                    <BandBadge band=bands.1 />
                </td>
            </tr>
        }
    });
    view! {
        <TableRegion label="共有された試算が変えた値と、進捗率・達成率・判定">
            <table class="summary-table">
                <SummaryHead own="この試算" between="変えた値（公式 → この試算）" />
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </TableRegion>
    }
    .into_any()
}
