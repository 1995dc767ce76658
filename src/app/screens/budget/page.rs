//! The page: filters, the way down, key figures; the controls stay while what they control is made
//! again.

use super::{indicators::indicators, picture::picture, shown::Shown, table::table};
use crate::app::{
    components::{Link, PageTitle, SourceNote, dynamic, effect, focus, later, memo, switch},
    prose,
    screens::programs::{Choice, Chosen, Filters, Loosen},
    state::{State, state},
};
use leptos::prelude::*;
use michishirube_core::{
    budget::{self, Level, Row, Step},
    dataset::Dataset,
    facets::FacetIndex,
    format::{self, Money},
    model::Source,
    sentence,
    view::View,
    words,
};
use std::sync::OnceLock;

/// The heading of what is chosen.
const FOCUS: &str = "budget-focus";

/// The whole budget table and its facets, made when first shown.
struct Whole {
    rows: Vec<Row>,
    facets: FacetIndex,
}

fn whole(dataset: &Dataset) -> &'static Whole {
    static WHOLE: OnceLock<Whole> = OnceLock::new();
    WHOLE.get_or_init(|| Whole {
        rows: budget::rows(dataset),
        facets: budget::facets(dataset),
    })
}

/// The money of the projects.
#[component]
pub fn Budget() -> impl IntoView {
    let state = state();
    let (dataset, router) = (state.dataset, state.router);
    let Whole { rows: all, facets } = whole(dataset);
    let whole = budget::sum(all);
    let choice = Choice::new(facets);
    let shown = memo(move |_| {
        let view = router.view.get();
        let programs = choice.outcome.with(|outcome| outcome.programs.clone());
        let rows = budget::choose(all, choice.facets, &view.selection, &programs);
        let level = budget::dividing(&rows, view.level);
        Shown {
            rows,
            level,
            view,
            whole,
        }
    });
    let way = memo(move |_| {
        router
            .view
            .with(|view| budget::way(dataset, &view.selection))
    });
    // A step taken by a link in the picture or the table takes that link away with it: whoever
    // goes by keyboard goes on from the heading of what is shown now.
    effect(move |before: Option<Vec<Step>>| {
        let now = way.get();
        if before.is_some_and(|before| before != now) {
            request_animation_frame(focus_if_lost);
        }
        now
    });
    let document = prose::budget();
    let parts = dynamic(move || {
        shown.with(|shown| {
            if shown.rows.is_empty() {
                let known = sentence!(
                    "予算額が書かれているのは、{years}の{count}事業だけです。",
                    "Budgets are given for only {count} programmes, those of {years}.",
                    years = budget::years(all, state.era()),
                    count = all.len(),
                );
                return view! {
                    <p>{known}</p>
                    <Loosen choice />
                }
                .into_any();
            }
            view! {
                {picture(dataset, shown)}
            }
            .into_any()
        })
    });
    let rest = dynamic(move || {
        shown.with(|shown| {
            (!shown.rows.is_empty()).then(|| {
                let rows = shown.rows.clone();
                view! {
                    {table(&state, shown)}
                    <SourceNote sources=vec![Source {
                        document: document.document,
                        section: "",
                    }] />
                    {later(move || indicators(&state, &rows))}
                }
            })
        })
    });
    view! {
        <div class="wrap">
            <PageTitle
                title=words!("予算", "Budget")
                lead=Signal::stored(budget::in_words(all, state.era()))
            />
            <div class="with-sidebar">
                {later(move || view! { <Filters choice /> })}
                <section class="budget" aria-labelledby=FOCUS>
                    {dynamic(move || way.with(|way| breadcrumbs(&state, way)))}
                    {later(|| view! { <Chosen /> })}
                    {dynamic(move || shown.with(|shown| way.with(|way| figures(dataset, all, shown, way))))}
                    <p class="visually-hidden" role="status">
                        {dynamic(move || shown.with(|shown| {
                            sentence!(
                                "{count}事業、合計{sum}",
                                "Programmes: {count}. Total: {sum}",
                                count = shown.rows.len(),
                                sum = shown.money(budget::sum(&shown.rows)),
                            )
                        }))}
                    </p>
                    {later(move || view! { <Controls shown /> })}
                    {later(move || parts)}
                    {later(move || rest)}
                </section>
            </div>
        </div>
    }
}

fn focus_if_lost() {
    let lost = document()
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY");
    if lost {
        focus(FOCUS);
    }
}

/// The way from the whole to what is chosen, each step a link back.
fn breadcrumbs(state: &State, way: &[Step]) -> Option<AnyView> {
    let (last, before) = way.split_last().filter(|(_, before)| !before.is_empty())?;
    let dataset = state.dataset;
    let name = |step: &Step| {
        step.key.map_or(words!("全体", "Whole budget"), |key| {
            key.short_name(dataset)
        })
    };
    let links: Vec<_> = before
        .iter()
        .map(|step| {
            let view = View {
                selection: step.selection.clone(),
                level: step.level,
                ..state.router.view.get_untracked()
            };
            let name = name(step);
            view! { <li><Link to=view>{name}</Link></li> }
        })
        .collect();
    let last = name(last);
    let last = view! { <li aria-current="location">{last}</li> };
    Some(
        view! {
            <nav class="breadcrumbs" aria-label=words!("内訳の位置", "Position in the breakdown")>
                <ol>{links} {last}</ol>
            </nav>
        }
        .into_any(),
    )
}

/// Sum, number and mean of what is chosen, each with what it is compared with.
fn figures(dataset: &'static Dataset, all: &[Row], shown: &Shown, way: &[Step]) -> AnyView {
    let rows = &shown.rows;
    let heading = budget::heading(dataset, way, &shown.view.search);
    let sum = budget::sum(rows);
    let is_whole = rows.len() == all.len();
    let mean = |rows: &[Row]| {
        budget::mean(rows).map_or_else(
            || format::NONE.to_owned(),
            |mean| format::mean_money(mean, shown.view.money),
        )
    };
    let extreme =
        |amount: Option<u32>| amount.map_or_else(String::new, |amount| shown.money(amount));
    let amounts = || rows.iter().map(|row| row.amount);
    let (of_sum, of_count, of_mean) = if is_whole {
        (
            sentence!(
                "{years}の主な施策の合計",
                "Total of the main measures of {years}",
                years = budget::years(rows, state().era()),
            ),
            sentence!(
                "{places}振興局の{projects}プロジェクト",
                "{projects} projects in {places} subprefectures",
                places = budget::count(rows, Level::Subprefecture),
                projects = budget::count(rows, Level::Project),
            ),
            sentence!(
                "最大{largest}、最小{smallest}",
                "Largest {largest}, smallest {smallest}",
                largest = extreme(amounts().max()),
                smallest = extreme(amounts().min()),
            ),
        )
    } else {
        (
            sentence!(
                "全体（{whole}）の{share}",
                "{share} of the whole ({whole})",
                whole = shown.money(shown.whole),
                share = format::percent_or_none(budget::share(sum, shown.whole)),
            ),
            sentence!(
                "全体は{count}件",
                "of {count} in the whole",
                count = all.len()
            ),
            sentence!(
                "全体の平均は{mean}",
                "Average of the whole: {mean}",
                mean = mean(all)
            ),
        )
    };
    let figure = |name: &'static str, figure: String, beside: String| {
        view! {
            <div class="card key-figure">
                <dt>{name}</dt>
                <dd class="big-figure">{figure}</dd>
                <dd>{beside}</dd>
            </div>
        }
    };
    view! {
        <h2 id=FOCUS tabindex="-1">{heading}</h2>
        <dl class="budget-figures" hidden=rows.is_empty()>
            {figure(words!("予算額", "Budget"), shown.money(sum), of_sum)}
            {figure(words!("事業", "Programmes"), sentence!("{count}件", "{count}", count = rows.len()), of_count)}
            {figure(words!("1事業あたりの平均", "Average per programme"), mean(rows), of_mean)}
        </dl>
    }
    .into_any()
}

/// What the parts are, and the unit.
#[component]
fn Controls(shown: Memo<Shown>) -> impl IntoView {
    let router = state().router;
    let levels = Level::ALL.map(|level| {
        segment(
            "level",
            level.title(),
            switch(move || shown.with(|shown| shown.level == level)),
            switch(move || {
                shown.with(|shown| shown.level != level && budget::count(&shown.rows, level) < 2)
            }),
            Box::new(move || router.update(|view| view.level = level)),
        )
    });
    let units = Money::ALL.map(|unit| {
        segment(
            "unit",
            unit.title(),
            switch(move || shown.with(|shown| shown.view.money == unit)),
            Signal::stored(false),
            Box::new(move || router.update(|view| view.money = unit)),
        )
    });
    view! {
        <div class="budget-controls" hidden=switch(move || shown.with(|shown| shown.rows.is_empty()))>
            <fieldset class="segments">
                <legend>{words!("内訳", "Break down by")}</legend>
                {levels.collect_view()}
            </fieldset>
            <fieldset class="segments">
                <legend>{words!("単位", "Unit")}</legend>
                {units.collect_view()}
            </fieldset>
        </div>
    }
}

fn segment(
    group: &'static str,
    name: &'static str,
    checked: Signal<bool>,
    disabled: Signal<bool>,
    choose: Box<dyn Fn()>,
) -> AnyView {
    view! {
        <label class="segment">
            <input
                type="radio"
                name=group
                prop:checked=checked
                disabled=disabled
                on:change=move |_| choose()
            />
            <span>{name}</span>
        </label>
    }
    .into_any()
}
