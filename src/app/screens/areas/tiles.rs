//! The tiles: a button for each 振興局, about where it lies, and one for each area.

use crate::app::{
    components::{Glyph, Icon, SourceNote, attribute, dynamic, later, text},
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    areas::{self, Region, words},
    format,
    geography::{Tile, pixels},
    language::{Language, spoken},
    model::{AreaId, DocumentId, RowId, Source},
    view::MapFigure,
    words,
};

/// All tiles, with the areas as their key.
#[component]
pub fn Tiles() -> impl IntoView {
    let state = state();
    let (dataset, router) = (state.dataset, state.router);
    let geography = prose::geography();
    let year = areas::budget_source(dataset).map(|(_, year)| year);
    let title = text(move || {
        router
            .view
            .with(|view| words::title(view.figure, view.money, year, state.era()))
    });
    let keys = (0..dataset.areas.len())
        .map(|row| later(move || view! { <AreaKey area=AreaId::new(row) /> }));
    // The longest bar is the largest figure; every bar begins at 0.
    let largest = MapFigure::ALL.map(|figure| {
        let tiles = geography.tiles.iter();
        let figures =
            tiles.map(|tile| figure_of(Region::Subprefecture(tile.subprefecture), figure));
        figures.max().unwrap_or_default().max(1)
    });
    // From left to right and from top to bottom, as the eye goes.
    let (columns, rows) = geography.grid();
    let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
    let tiles = places
        .filter_map(|place| {
            let tiles = geography.tiles.iter();
            tiles.copied().find(|tile| (tile.column, tile.row) == place)
        })
        .map(|tile| later(move || view! { <TileButton tile largest /> }));
    view! {
        <section class="atlas-tiles" aria-labelledby="tiles-title">
            <h3 id="tiles-title">{title}</h3>
            <ul class="area-keys" aria-label=words!("連携地域", "Cooperation areas")>{keys.collect_view()}</ul>
            <ul class="tiles" aria-labelledby="tiles-title">{tiles.collect_view()}</ul>
            {dynamic(move || {
                let figure = router.view.with(|view| view.figure);
                view! {
                    <p class="hint">{words::caveat(figure)}</p>
                    <SourceNote sources=sources(figure) />
                }
            })}
        </section>
    }
}

fn figure_of(region: Region, figure: MapFigure) -> u32 {
    areas::figures_of(state().dataset, region).shown(figure)
}

/// The documents a figure is counted in.
fn sources(figure: MapFigure) -> Vec<Source<'static>> {
    let dataset = state().dataset;
    let budget = areas::budget_source(dataset).map(|(document, _)| document);
    let has = |document: DocumentId| match figure {
        MapFigure::Programs => dataset.appearances.documents.contains(&document),
        MapFigure::Budget => budget == Some(document),
        MapFigure::Projects => dataset
            .projects
            .iter()
            .flat_map(|project| &project.appearances)
            .any(|place| place.document == document),
    };
    (0..dataset.documents.len())
        .map(DocumentId::new)
        .filter(|document| has(*document))
        .map(|document| Source {
            document,
            section: "",
        })
        .collect()
}

/// The mark of what is chosen itself.
fn tick() -> AnyView {
    view! {
        <span class="tile-tick">
            <Icon glyph=Glyph::Tick />
        </span>
    }
    .into_any()
}

/// An area: its pattern, its name, its figure; chosen as a whole.
#[component]
fn AreaKey(area: AreaId) -> impl IntoView {
    let state = state();
    let (dataset, router) = (state.dataset, state.router);
    let region = Region::Area(area);
    let row = dataset.area(area);
    let pressed = move || router.view.with(|view| region.is_chosen(&view.selection));
    let figure = text(move || {
        router.view.with(|view| {
            let figure = figure_of(region, view.figure);
            let digits = words::digits(figure, view.figure, view.money);
            match (spoken(), view.figure) {
                (Language::Japanese, _) => {
                    format!("{digits}{}", words::unit(view.figure, view.money))
                }
                (Language::English, MapFigure::Budget) => format::money(figure, view.money),
                (Language::English, MapFigure::Programs | MapFigure::Projects) => digits,
            }
        })
    });
    view! {
        <li>
            <button
                type="button"
                class=format!("area-key area-{}", row.slug)
                aria-pressed=attribute(move || Some(if pressed() { "true" } else { "false" }))
                on:click=move |_| router.update(|view| region.toggle(&mut view.selection))
            >
                <span class="area-swatch" aria-hidden="true"></span>
                <span class="area-name">{row.short_name.as_str()}</span>
                <span class="area-figure">{figure}</span>
                {tick()}
            </button>
        </li>
    }
}

/// A 振興局.
#[component]
fn TileButton(tile: Tile, largest: [u32; MapFigure::ALL.len()]) -> impl IntoView {
    let state = state();
    let (dataset, router) = (state.dataset, state.router);
    let region = Region::Subprefecture(tile.subprefecture);
    let place = dataset.subprefecture(tile.subprefecture);
    let area = dataset.area(place.area);
    let pressed = move || router.view.with(|view| region.is_chosen(&view.selection));
    let class = text(move || {
        router.view.with(|view| {
            let left = areas::includes(dataset, &view.selection, tile.subprefecture);
            match (areas::chosen(&view.selection).is_empty(), left) {
                (true, _) => "tile",
                (false, true) => "tile is-within",
                (false, false) => "tile is-out",
            }
            .to_owned()
        })
    });
    let digits = text(move || {
        router
            .view
            .with(|view| words::digits(figure_of(region, view.figure), view.figure, view.money))
    });
    let width = text(move || {
        let figure = router.view.with(|view| view.figure);
        let part = f64::from(figure_of(region, figure)) / f64::from(largest[figure as usize]);
        format!("{}%", pixels(part * 100.0))
    });
    view! {
        <li
            class=format!("area-{}", area.slug)
            style:grid-column=(tile.column + 1).to_string()
            style:grid-row=(tile.row + 1).to_string()
        >
            <button
                type="button"
                class=class
                aria-pressed=attribute(move || Some(if pressed() { "true" } else { "false" }))
                on:click=move |_| router.update(|view| region.toggle(&mut view.selection))
            >
                <span class="area-swatch" aria-hidden="true"></span>
                <span class="tile-area">{area.short_name.as_str()}</span>
                <span class="tile-name">{place.name.as_str()}</span>
                <span class="tile-figure">{digits}</span>
                <span class="tile-bar" aria-hidden="true">
                    <span style:inline-size=width></span>
                </span>
                {tick()}
            </button>
        </li>
    }
}
