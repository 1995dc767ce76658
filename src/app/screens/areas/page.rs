//! 地域.

use super::{map::HokkaidoMap, panel::Panel, tables::Tables, tiles::Tiles};
use crate::app::{
    components::{Glyph, Icon, Link, PageTitle, Terms, dynamic, later, switch, text},
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    areas::{self, words},
    facets::Facet,
    format::Money,
    glossary::Term,
    sentence,
    view::{MapFigure, Screen},
    words,
};

/// The areas and 振興局 on tiles, on a map and as tables.
#[component]
pub fn Areas() -> impl IntoView {
    let state = state();
    let (dataset, router) = (state.dataset, state.router);
    let lead = sentence!(
        "北海道の{areas}つの連携地域と{places}の振興局ごとに、事業・予算・プロジェクトを見ます。えらんだ地域は「事業をさがす」「プロジェクト」「予算」でもそのまま使えます。",
        "See the programmes, budgets and projects of Hokkaido’s {areas} cooperation areas and {places} subprefectures. The places you choose here stay chosen in “Find programmes”, “Projects” and “Budget”.",
        areas = dataset.areas.len(),
        places = dataset.subprefectures.len(),
    );
    let said = text(move || {
        router.view.with(|view| {
            if areas::chosen(&view.selection).is_empty() {
                String::new()
            } else {
                words::sentence(dataset, &view.selection, view.money)
            }
        })
    });
    view! {
        <div class="wrap">
            <PageTitle title=words!("地域", "Areas") lead=Signal::stored(lead) />
            <p class="areas-policy">
                <Link to=Screen::Policy>{words!("連携地域と方針のしくみ", "How the cooperation areas and the policy work")}</Link>
            </p>
            <Terms terms=&[Term::Area, Term::Subprefecture, Term::Indicator] />
            <section aria-labelledby="choose-area">
                <h2 id="choose-area">{words!("地域をえらぶ", "Choose an area")}</h2>
                {later(|| view! { <Toolbar /> })}
                <OtherChoices />
                <p class="visually-hidden" role="status">{said}</p>
                <div class="atlas">
                    {later(|| view! { <Tiles /> })}
                    {later(|| view! { <Panel /> })}
                    {later(|| view! { <HokkaidoMap /> })}
                </div>
            </section>
            {later(|| view! { <Tables /> })}
        </div>
    }
}

/// What the tiles show, in which unit, and the way back to all of Hokkaido.
#[component]
fn Toolbar() -> impl IntoView {
    let router = state().router;
    let figures = MapFigure::ALL.map(|figure| {
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name="map-figure"
                    prop:checked=switch(move || router.view.with(|view| view.figure == figure))
                    on:change=move |_| router.update(|view| view.figure = figure)
                />
                <span>{figure.title()}</span>
            </label>
        }
    });
    let units = Money::ALL.map(|unit| {
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name="map-unit"
                    prop:checked=switch(move || router.view.with(|view| view.money == unit))
                    on:change=move |_| router.update(|view| view.money = unit)
                />
                <span>{unit.title()}</span>
            </label>
        }
    });
    let clear = move |_| {
        router.update(|view| {
            view.selection.clear(Facet::Area);
            view.selection.clear(Facet::Subprefecture);
        });
    };
    view! {
        <div class="toolbar atlas-toolbar">
            <fieldset class="segments">
                <legend class="visually-hidden">{words!("ます目に表す数字", "Figure shown on the tiles")}</legend>
                {figures.collect_view()}
            </fieldset>
            <fieldset class="segments">
                <legend class="visually-hidden">{words!("金額の単位", "Unit of money")}</legend>
                {units.collect_view()}
            </fieldset>
            <button type="button" class="button-quiet" on:click=clear>
                <Icon glyph=Glyph::Cross />
                {words!("地域の選択をすべて外す", "Clear all chosen areas")}
            </button>
        </div>
    }
}

/// What else is chosen, for other screens, and does not matter here.
#[component]
fn OtherChoices() -> impl IntoView {
    let router = state().router;
    dynamic(move || {
        let others = router.view.with(|view| {
            let places = areas::chosen(&view.selection).len();
            view.selection.iter().count() - places
        });
        (others > 0).then(|| {
            view! {
                <p class="hint">
                    {sentence!(
                        "地域のほかに選ばれている条件（{others}件）は、この画面の数字には使いません。",
                        "The filters chosen besides areas ({others}) are not used for the figures on this page."
                    )}
                </p>
            }
        })
    })
}
