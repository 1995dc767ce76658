//! What is known of the chosen places.

use crate::app::{
    components::{Link, SourceNote, dynamic, memo},
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    areas::{self, words},
    facets::Selection,
    format,
    model::{AreaId, Source},
    view::{Screen, View},
};

/// The figures, the example and the ways on.
#[component]
pub fn Panel() -> impl IntoView {
    let router = state().router;
    // Made again when another place is chosen or another unit: nothing in it keeps the focus then.
    let shown = memo(move |_| {
        router
            .view
            .with(|view| (areas::places(&view.selection), view.money))
    });
    view! {
        <section class="atlas-panel card" aria-labelledby="panel-title">
            {dynamic(move || {
                let (selection, money) = shown.get();
                view! { <Facts selection=selection.clone() money /> <Examples selection /> }
            })}
        </section>
    }
}

/// Four figures, each with the whole it is a part of.
#[component]
fn Facts(selection: Selection, money: format::Money) -> impl IntoView {
    let state = state();
    let (dataset, router) = (state.dataset, state.router);
    let here = areas::figures(dataset, &selection);
    let all = areas::figures(dataset, &Selection::default());
    let whole = areas::counted_projects(dataset, &Selection::default()).unwrap_or_default();
    let some_chosen = !areas::chosen(&selection).is_empty();
    let of = |text: String| some_chosen.then(|| view! { <small>{text}</small> });
    let counted = match areas::counted_projects(dataset, &selection) {
        Some(count) => view! {
            <dd><strong>{count} "件"</strong> {of(format!("全{whole}件のうち"))}</dd>
        }
        .into_any(),
        None => view! {
            <dd>"記載なし" <small>"数は連携地域ごとのみ"</small></dd>
        }
        .into_any(),
    };
    let year =
        areas::budget_source(dataset).map_or_else(String::new, |(_, year)| year.name(state.era()));
    let to = |screen: Screen| -> View {
        let view = router.view.with_untracked(|view| view.on(screen));
        View {
            selection: selection.clone(),
            search: String::new(),
            ..view
        }
    };
    view! {
        <h3 id="panel-title">{words::names(dataset, &selection)}</h3>
        <dl class="panel-facts">
            <div>
                <dt>"方針が数えるプロジェクト"</dt>
                {counted}
            </div>
            <div>
                <dt>"文書に名前のあるプロジェクト"</dt>
                <dd>
                    <strong>{here.projects.len()} "件"</strong>
                    {of(format!("全{}件のうち", all.projects.len()))}
                </dd>
            </div>
            <div>
                <dt>"文書に載っている事業"</dt>
                <dd>
                    <strong>{here.programs} "件"</strong> {of(format!("全{}件のうち", all.programs))}
                </dd>
            </div>
            <div>
                <dt>{year} "の予算額"</dt>
                <dd>
                    <strong>{format::money(here.budget, money)}</strong>
                    <small>{format!("{}件の施策", here.budget_rows)}</small>
                    {of(words::share(here.budget, all.budget))}
                </dd>
            </div>
        </dl>
        <ul class="panel-ways">
            <li>
                <Link to=to(Screen::Programs) class="button">
                    {format!("事業をさがす（{}件）", here.programs)}
                </Link>
            </li>
            <li>
                <Link to=to(Screen::Budget) class="button">"予算を見る"</Link>
            </li>
            <li>
                <Link to=to(Screen::Projects) class="button">
                    {format!("プロジェクトを見る（{}件）", here.projects.len())}
                </Link>
            </li>
        </ul>
    }
}

/// The example of the policy for each area that is chosen, or that a chosen 振興局 belongs to.
#[component]
fn Examples(selection: Selection) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    if areas::chosen(&selection).is_empty() {
        return view! {
            <p class="hint">
                "ます目や連携地域の名前を押すと、そこだけの数字と、方針が挙げるプロジェクトの例が出ます。もう一度押すと外れます。"
            </p>
        }
        .into_any();
    }
    let examples = areas::areas(dataset, &selection)
        .into_iter()
        .map(|area| view! { <Example area /> })
        .collect_view();
    let policy = prose::policy();
    let sources = vec![Source {
        document: policy.document,
        section: "",
    }];
    view! {
        {examples}
        <SourceNote sources />
    }
    .into_any()
}

#[component]
fn Example(area: AreaId) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let example = areas::example(prose::policy(), area)?;
    let measures = example.measures.iter().map(|measure| {
        view! { <li>{measure.as_str()}</li> }
    });
    Some(view! {
        <div class=format!("panel-example area-{}", dataset.area(area).slug)>
            <h4>
                <span class="area-swatch" aria-hidden="true"></span>
                {dataset.area(area).name.as_str()} "のプロジェクト（例）"
            </h4>
            <p>
                <Link to=Screen::Project(example.project)>
                    {dataset.project(example.project).name.as_str()}
                </Link>
            </p>
            <dl>
                <dt>"主な施策"</dt>
                <dd><ul>{measures.collect_view()}</ul></dd>
                <dt>"主なKPI"</dt>
                <dd>
                    <Link to=Screen::Indicator(example.indicator)>
                        {dataset.indicator_name(example.indicator)}
                    </Link>
                    <span class="aim">{areas::aim(dataset, example.indicator, state.era())}</span>
                </dd>
            </dl>
        </div>
    })
}
