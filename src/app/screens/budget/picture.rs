//! The picture: a treemap whose tiles are links, each with its own parts faintly inside.

use super::shown::Shown;
use crate::{
    app::components::Link,
    chart::treemap::{self, Frames, Place},
};
use leptos::prelude::*;
use michishirube_core::{
    budget::{self, Group, Key, Level, Order},
    dataset::Dataset,
    format,
    view::{Screen, View},
};

/// Where a tile stands in the frame of wide screens and in that of phones.
#[derive(Clone, Copy)]
struct Places {
    wide: Place,
    tall: Place,
}

/// Amounts, largest first, in frames of these shapes.
fn places(amounts: &[u32], wide: f64, tall: f64) -> Vec<Places> {
    treemap::treemap(amounts, wide)
        .into_iter()
        .zip(treemap::treemap(amounts, tall))
        .map(|(wide, tall)| Places { wide, tall })
        .collect()
}

/// The parts of what is shown, as large as their amounts.
pub fn picture(dataset: &'static Dataset, shown: &Shown) -> AnyView {
    let groups = budget::groups(&shown.rows, shown.level, Order::Amount);
    let amounts: Vec<u32> = groups.iter().map(|group| group.amount).collect();
    let largest = amounts.first().copied().unwrap_or_default();
    let frames = treemap::frames(groups.len());
    let places = places(&amounts, frames.wide.aspect, frames.tall.aspect);
    let tiles: Vec<_> = groups
        .iter()
        .zip(places)
        .map(|(group, places)| tile(dataset, shown, group, places, largest))
        .collect();
    let next = match shown.level {
        Level::Program => "選ぶと、その事業のページに進みます。",
        _ => "選ぶと、その内訳に進みます。",
    };
    let title = format!(
        "{}ごとの予算額（単位：{}）",
        shown.level.title(),
        shown.view.money.title(),
    );
    view! {
        <figure class="treemap-figure" aria-labelledby="budget-picture">
            <figcaption>
                <h3 id="budget-picture">
                    {title}
                </h3>
                <p class="hint">"四角の大きさは予算額に比例します。" {next}</p>
            </figcaption>
            <ul class="treemap" class:is-flat=groups.len() < 4>{tiles}</ul>
        </figure>
    }
    .into_any()
}

/// One part: its name and amount, and what it is divided into.
fn tile(
    dataset: &'static Dataset,
    shown: &Shown,
    group: &Group,
    places: Places,
    largest: u32,
) -> AnyView {
    let to: View = match (
        group.key,
        budget::narrowed(&shown.view.selection, group.key),
    ) {
        (_, Some(selection)) => View {
            selection,
            level: shown.level.finer().unwrap_or_default(),
            ..shown.view.clone()
        },
        (Key::Program(program), None) => shown.view.on(Screen::Program(program)),
        (_, None) => shown.view.clone(),
    };
    let name = group.key.name(dataset);
    let share = format::percent_or_none(budget::share(group.amount, budget::sum(&shown.rows)));
    let amount = shown.money(group.amount);
    let digits = format::money_digits(group.amount, shown.view.money);
    let unit = shown.view.money.title();
    let tint = budget::share(group.amount, largest).map_or(0.0, |share| share.to_f64() * 100.0);
    let spoken = format!("{name}、{amount}、{share}");
    let title = format!("{name} {amount}（{share}）");
    let short_name = group.key.short_name(dataset);
    let parts = parts(dataset, shown, group, places);
    let Frames { wide, tall } = treemap::frames(budget::count(&shown.rows, shown.level));
    let out_of_wide = !places.wide.can_be_pointed_at(wide);
    let out_of_tall = !places.tall.can_be_pointed_at(tall);
    view! {
        <li
            class:out-of-wide=out_of_wide
            class:out-of-tall=out_of_tall
            style=("--wide", places.wide.inset())
            style=("--tall", places.tall.inset())
            style=("--tint", format!("{tint:.1}%"))
            title=title
        >
            <div class="money-tile">
                <Link to class="money-link">
                    <span class="visually-hidden">{spoken}</span>
                    <span class="money-face" aria-hidden="true">
                        <span class="money-name">{short_name}</span>
                        <span class="money-amount">
                            {digits} <span class="money-unit">{unit}</span> <small>{share}</small>
                        </span>
                        {parts}
                    </span>
                </Link>
            </div>
        </li>
    }
    .into_any()
}

/// What a part is divided into next, where that is more than one.
fn parts(
    dataset: &'static Dataset,
    shown: &Shown,
    group: &Group,
    within: Places,
) -> Option<AnyView> {
    let level = budget::dividing(&group.rows, shown.level.finer()?);
    let groups = budget::groups(&group.rows, level, Order::Amount);
    let amounts: Vec<u32> = groups.iter().map(|group| group.amount).collect();
    let Frames { wide, tall } = treemap::frames(budget::count(&shown.rows, shown.level));
    let places = places(&amounts, within.wide.room(wide), within.tall.room(tall));
    let parts: Vec<_> = groups
        .iter()
        .zip(places)
        .map(|(group, places)| {
            let name = group.key.short_name(dataset);
            view! {
                <span
                    class="money-part"
                    style=("--wide", places.wide.inset())
                    style=("--tall", places.tall.inset())
                >
                    <span><span>{name}</span></span>
                </span>
            }
        })
        .collect();
    (groups.len() > 1).then(|| view! { <span class="money-parts">{parts}</span> }.into_any())
}
