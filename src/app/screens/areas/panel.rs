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
    language::{Language, counted, lang_of, spoken},
    model::{AreaId, Source},
    sentence,
    view::{Screen, View},
    words,
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
    let of_all = |all: usize| of(sentence!("全{all}件のうち", "of {all}"));
    let in_policy = match areas::counted_projects(dataset, &selection) {
        Some(count) => view! {
            <dd>
                <strong>{sentence!("{count}件", "{count}")}</strong>
                {of(sentence!("全{whole}件のうち", "of {whole}"))}
            </dd>
        }
        .into_any(),
        None => view! {
            <dd>
                {words!("記載なし", "Not stated")}
                <small>{words!("数は連携地域ごとのみ", "counted by cooperation area only")}</small>
            </dd>
        }
        .into_any(),
    };
    let year =
        areas::budget_source(dataset).map_or_else(String::new, |(_, year)| year.name(state.era()));
    let measures = match spoken() {
        Language::Japanese => format!("{}件の施策", here.budget_rows),
        Language::English => counted(here.budget_rows, "measure", "measures"),
    };
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
                <dt>{words!("方針が数えるプロジェクト", "Projects counted by the policy")}</dt>
                {in_policy}
            </div>
            <div>
                <dt>{words!("文書に名前のあるプロジェクト", "Projects named in the documents")}</dt>
                <dd>
                    <strong>{sentence!("{count}件", "{count}", count = here.projects.len())}</strong>
                    {of_all(all.projects.len())}
                </dd>
            </div>
            <div>
                <dt>{words!("文書に載っている事業", "Programmes in the documents")}</dt>
                <dd>
                    <strong>{sentence!("{count}件", "{count}", count = here.programs)}</strong>
                    {of_all(all.programs)}
                </dd>
            </div>
            <div>
                <dt>{sentence!("{year}の予算額", "Budget of {year}")}</dt>
                <dd>
                    <strong>{format::money(here.budget, money)}</strong>
                    <small>{measures}</small>
                    {of(words::share(here.budget, all.budget))}
                </dd>
            </div>
        </dl>
        <ul class="panel-ways">
            <li>
                <Link to=to(Screen::Programs) class="button">
                    {sentence!("事業をさがす（{count}件）", "Find programmes ({count})", count = here.programs)}
                </Link>
            </li>
            <li>
                <Link to=to(Screen::Budget) class="button">{words!("予算を見る", "See the budget")}</Link>
            </li>
            <li>
                <Link to=to(Screen::Projects) class="button">
                    {sentence!(
                        "プロジェクトを見る（{count}件）",
                        "See the projects ({count})",
                        count = here.projects.len()
                    )}
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
                {words!(
                    "ます目や連携地域の名前を押すと、そこだけの数字と、方針が挙げるプロジェクトの例が出ます。もう一度押すと外れます。",
                    "Select a tile or the name of a cooperation area to see the figures for that place alone and the example project the policy gives for it. Select it again to clear it."
                )}
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
        view! { <li lang=lang_of(measure)>{measure.as_str()}</li> }
    });
    Some(view! {
        <div class=format!("panel-example area-{}", dataset.area(area).slug)>
            <h4>
                <span class="area-swatch" aria-hidden="true"></span>
                {sentence!(
                    "{name}のプロジェクト（例）",
                    "{name}: example project",
                    name = dataset.area(area).name
                )}
            </h4>
            <p>
                <Link to=Screen::Project(example.project)>
                    {dataset.project(example.project).name.as_str()}
                </Link>
            </p>
            <dl>
                <dt>{words!("主な施策", "Main measures")}</dt>
                <dd><ul>{measures.collect_view()}</ul></dd>
                <dt>{words!("主なKPI", "Main KPI")}</dt>
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
