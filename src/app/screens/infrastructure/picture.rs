//! The map as SVG: the coast, the municipalities, the works.

use crate::app::prose;
use leptos::prelude::*;
use michishirube_core::{
    fiscal_year::Era,
    geography::{self, Point, Projection},
    infrastructure::{
        sheet::{LINE, Label, Layout, Mark, PADDING, SMALLER, Sheet, Town},
        work::{FRAME, State},
        works::Entry,
    },
    model::Municipality,
};

/// A size the map is drawn in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    width: f64,
    layout: Layout,
}

/// For screens and paper.
pub const WIDE: Size = Size {
    width: 900.0,
    layout: Layout {
        mark: 11.0,
        dot: 3.5,
        town_letters: 14.0,
        work_letters: 13.0,
    },
};

/// For phones: numbers, and the names in the list below.
pub const NARROW: Size = Size {
    width: 380.0,
    layout: Layout {
        mark: 9.0,
        dot: 2.5,
        town_letters: 11.0,
        work_letters: 0.0,
    },
};

impl Size {
    /// What puts places on the picture.
    pub fn projection(&self) -> Projection {
        Projection::fit(FRAME, self.width, 0.0)
    }
}

/// The map.
pub fn picture(entries: &[Entry], towns: &[Municipality], size: &Size, era: Era) -> AnyView {
    let projection = size.projection();
    let sheet = Sheet::new(entries, towns, &projection, &size.layout, era);
    let geography = prose::geography();
    let samples = entries.iter().filter(|entry| entry.work.sample).count();
    let borders: Vec<AnyView> = geography
        .boundaries
        .iter()
        .map(|boundary| {
            let own = towns.iter().any(|town| town.place.name == boundary.name);
            let path = geography::path(&boundary.rings, &projection);
            view! { <path class="plan-border" class:is-own=own d=path /> }.into_any()
        })
        .collect();
    let dots: Vec<AnyView> = sheet
        .towns
        .iter()
        .map(|town| {
            view! { <circle class="plan-dot" cx=town.at.0 cy=town.at.1 r=size.layout.dot /> }
                .into_any()
        })
        .collect();
    let names: Vec<AnyView> = sheet.towns.iter().map(|it| town(it, size)).collect();
    let leaders: Vec<AnyView> = sheet.marks.iter().filter_map(leader).collect();
    let marks: Vec<AnyView> = sheet.marks.iter().map(|it| mark(it, size)).collect();
    let labels: Vec<AnyView> = sheet
        .marks
        .iter()
        .filter_map(|mark| Some(label(mark.label.as_ref()?, mark.sample, size)))
        .collect();
    let says = format!(
        "後志管内の地図。20市町村の位置と、図示した事業{}件の番号・名称・状況。くわしくは下の一覧にあります。{}",
        sheet.marks.len(),
        if samples > 0 {
            "架空の見本を含みます。"
        } else {
            ""
        },
    );
    view! {
        <svg
            class="plan"
            viewBox=format!("0 0 {} {:.1}", projection.width, projection.height)
            role="img"
            aria-label=says
        >
            <rect class="plan-sea" width=projection.width height=projection.height />
            <path class="plan-land" d=geography::path(&geography.coast, &projection) />
            {borders}
            {scale(&projection, size)}
            {leaders}
            {dots}
            {names}
            {labels}
            {marks}
            {(samples > 0).then(|| stamp(size))}
        </svg>
    }
    .into_any()
}

fn town(town: &Town, size: &Size) -> AnyView {
    let letters = size.layout.town_letters;
    let (left, width) = (town.label.left, town.label.width);
    view! {
        <text
            class="plan-town"
            font-size=letters
            text-anchor="middle"
            x=left + width / 2.0
            y=town.label.top + letters * 0.95
        >
            {town.name.clone()}
        </text>
    }
    .into_any()
}

/// From the work's own place to its mark, and from the mark to its label.
fn leader(mark: &Mark) -> Option<AnyView> {
    let line = |class: &'static str, from: (f64, f64), to: (f64, f64)| {
        view! { <line class=class x1=from.0 y1=from.1 x2=to.0 y2=to.1 /> }.into_any()
    };
    let own = mark.anchor.map(|anchor| line("plan-tie", anchor, mark.at));
    let label = mark
        .label
        .as_ref()
        .map(|label| line("plan-leader", label.leader.0, label.leader.1));
    match (own, label) {
        (None, None) => None,
        parts => Some(parts.into_any()),
    }
}

fn mark(mark: &Mark, size: &Size) -> AnyView {
    let reach = size.layout.mark;
    view! {
        <g class="plan-mark" class:is-sample=mark.sample>
            {shape(mark.state, mark.at, reach)}
            <text
                class=number_class(mark.state)
                font-size=if mark.number < 100 { reach * 1.15 } else { reach * 0.85 }
                text-anchor="middle"
                x=mark.at.0
                y=mark.at.1 + reach * 0.41
            >
                {mark.number}
            </text>
        </g>
    }
    .into_any()
}

fn number_class(state: State) -> &'static str {
    match state {
        State::Completed => "plan-number is-completed",
        State::Ongoing | State::Completing => "plan-number",
    }
}

/// The shape that says the state: a circle, a diamond, a filled square.
fn shape(state: State, (x, y): (f64, f64), reach: f64) -> AnyView {
    match state {
        State::Ongoing => {
            view! { <circle class="mark-ongoing" cx=x cy=y r=reach - 1.0 /> }.into_any()
        }
        State::Completing => {
            let far = reach * 1.2;
            let points = format!(
                "{},{} {},{} {},{} {},{}",
                x,
                y - far,
                x + far,
                y,
                x,
                y + far,
                x - far,
                y
            );
            view! { <polygon class="mark-completing" points=points /> }.into_any()
        }
        State::Completed => {
            let half = reach - 1.5;
            view! {
                <rect class="mark-completed" x=x - half y=y - half width=2.0 * half height=2.0 * half />
            }
            .into_any()
        }
    }
}

/// A mark by itself, beside a text.
pub fn symbol(state: State, number: Option<usize>) -> AnyView {
    view! {
        <svg class="plan-symbol" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
            {shape(state, (14.0, 14.0), 11.0)}
            {number
                .map(|number| {
                    view! {
                        <text
                            class=number_class(state)
                            font-size=if number < 100 { 12.5 } else { 9.5 }
                            text-anchor="middle"
                            x="14"
                            y="18.5"
                        >
                            {number}
                        </text>
                    }
                })}
        </svg>
    }
    .into_any()
}

fn label(label: &Label, sample: bool, size: &Size) -> AnyView {
    let letters = size.layout.work_letters;
    let box_ = label.rectangle;
    let left = box_.left + PADDING * letters;
    let mut y = box_.top + (PADDING + 0.9) * letters;
    let mut lines: Vec<AnyView> = Vec::new();
    for (text, small) in label
        .name
        .iter()
        .map(|text| (text, false))
        .chain(label.progress.iter().map(|text| (text, true)))
    {
        let (class, part) = if small {
            ("plan-progress", SMALLER)
        } else {
            ("plan-name", 1.0)
        };
        let line = view! {
            <text class=class font-size=letters * part x=left y=y>
                {text.clone()}
            </text>
        };
        lines.push(line.into_any());
        y += letters * LINE * part;
    }
    view! {
        <g class="plan-label" class:is-sample=sample>
            <rect x=box_.left y=box_.top width=box_.width height=box_.height rx="3" />
            {lines}
        </g>
    }
    .into_any()
}

/// 20 km, in the lower left corner.
fn scale(projection: &Projection, size: &Size) -> AnyView {
    // A degree of longitude at 42.95° north is 81.6 km.
    let west = Point {
        latitude: 42_9500,
        longitude: 140_0000,
    };
    let east = Point {
        longitude: 140_2451,
        ..west
    };
    let length = projection.place(east).0 - projection.place(west).0;
    let letters = size.layout.town_letters * 0.9;
    let (x, y) = (letters * 1.5, projection.height - letters * 1.5);
    view! {
        <g class="plan-scale">
            <path d=format!("M{x} {} V{y} H{} V{}", y - 5.0, x + length, y - 5.0) />
            <text font-size=letters x=x + length / 2.0 y=y - 6.0 text-anchor="middle">"約20km"</text>
        </g>
    }
    .into_any()
}

/// 「見本」, so large that no copy of the map can lose it.
fn stamp(size: &Size) -> AnyView {
    let letters = size.layout.town_letters * 1.4;
    let width = letters * 12.6;
    let x = letters;
    view! {
        <g class="plan-stamp">
            <rect x=x y=letters width=width height=letters * 2.0 rx="3" />
            <text font-size=letters text-anchor="middle" x=x + width / 2.0 y=letters * 2.35>
                "見本（架空の事業を含む）"
            </text>
        </g>
    }
    .into_any()
}
