//! The map: where the offices of the 振興局 are. The tiles are its keyboard twin, the tables its text.

use crate::app::{
    components::{switch, text},
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    areas::{
        self, Region,
        map::{self, CHOSEN_DOT, DOT, LETTERS, Seat},
    },
    geography::pixels,
    words,
};

/// Hokkaido with a dot and a name for each 振興局.
#[component]
pub fn HokkaidoMap() -> impl IntoView {
    let map = map::map(state().dataset, prose::geography())?;
    let seats = map
        .seats
        .iter()
        .map(|seat| view! { <SeatMark seat=*seat /> });
    let borders = (!map.borders.is_empty())
        .then(|| view! { <path class="map-borders" d=map.borders.clone() /> });
    Some(view! {
        <section class="atlas-map" aria-labelledby="map-title">
            <h3 id="map-title">{words!("振興局の所在地（地図）", "Where the subprefectural offices are (map)")}</h3>
            <svg viewBox=format!("0 0 {} {}", pixels(map.width), pixels(map.height)) aria-hidden="true">
                <path class="map-coast" d=map.coast.clone() />
                {borders}
                {seats.collect_view()}
            </svg>
            <p class="hint">
                {words!(
                    "点は振興局のある市町で、押すとます目と同じように選べます。ます目の並びは、位置に合わせて編集部が決めました。",
                    "Each dot is the city or town where the subprefectural office is. Select it to choose the subprefecture, just as with its tile. The editors laid the tiles out to follow these positions."
                )}
            </p>
            <p class="source-note">
                <span class="source-label">{words!("出典", "Source")}</span>
                <span>{words!("海岸線：Natural Earth（パブリックドメイン）", "Coastline: Natural Earth (public domain)")}</span>
                <span>{words!("位置：GeoNames（CC BY 4.0）", "Positions: GeoNames (CC BY 4.0)")}</span>
            </p>
        </section>
    })
}

/// A dot with its name; a click chooses as the tile does.
#[component]
fn SeatMark(seat: Seat) -> impl IntoView {
    let state = state();
    let (dataset, router) = (state.dataset, state.router);
    let place = dataset.subprefecture(seat.subprefecture);
    let region = Region::Subprefecture(seat.subprefecture);
    let chosen = move || {
        router.view.with(|view| {
            let any = !areas::chosen(&view.selection).is_empty();
            any && areas::includes(dataset, &view.selection, seat.subprefecture)
        })
    };
    let ((x, y), name) = (seat.at, seat.name);
    view! {
        <g
            class=format!("map-seat area-{}", dataset.area(place.area).slug)
            class:is-chosen=switch(chosen)
            on:click=move |_| router.update(|view| region.toggle(&mut view.selection))
        >
            // What a finger hits: the dot and its surroundings, and the name.
            <circle class="map-target" cx=pixels(x) cy=pixels(y) r=pixels(DOT * 2.5) />
            <rect
                class="map-name-ground"
                x=pixels(name.left)
                y=pixels(name.top)
                width=pixels(name.width)
                height=pixels(name.height)
                rx="3"
            />
            <circle
                class="map-dot"
                cx=pixels(x)
                cy=pixels(y)
                r=text(move || pixels(if chosen() { CHOSEN_DOT } else { DOT }))
            />
            <text
                x=pixels(name.left + name.width / 2.0)
                y=pixels(name.top + name.height * 0.8)
                font-size=pixels(LETTERS)
                text-anchor="middle"
            >
                {place.name.as_str()}
            </text>
        </g>
    }
}
