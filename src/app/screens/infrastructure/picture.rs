//! The map as SVG: the coast, the municipalities, the works.

use crate::app::prose;
use leptos::prelude::*;
use michishirube_core::{
    fiscal_year::Era,
    geography::{self, Point, Projection},
    infrastructure::{
        labels::Rectangle,
        sheet::{LINE, Label, Layout, PADDING, SMALLER, Sheet},
        work::{FRAME, State},
        works::Entry,
    },
    language::{Language, lang_of, spoken},
    model::Municipality,
    sentence, words,
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

/// A shape. Everything drawn is a path or a text, since to Leptos each kind of element is a type of
/// its own, which people on phones wait for.
fn path(class: &str, d: String) -> AnyView {
    view! { <path class=class.to_owned() d=d /> }.into_any()
}

/// A text, by the left end or the middle of its line.
fn letters(class: &str, size: f64, middle: bool, (x, y): (f64, f64), text: String) -> AnyView {
    let anchor = if middle { "middle" } else { "start" };
    let lang = lang_of(&text);
    view! {
        <text class=class.to_owned() font-size=pixels(size) text-anchor=anchor x=pixels(x) y=pixels(y) lang=lang>
            {text}
        </text>
    }
    .into_any()
}

/// To a tenth of a pixel.
fn pixels(length: f64) -> String {
    format!("{length:.1}")
}

/// Path data of a way through points.
fn way(points: &[(f64, f64)], closed: bool) -> String {
    let mut data = String::new();
    for (at, (x, y)) in points.iter().enumerate() {
        data.push(if at == 0 { 'M' } else { 'L' });
        data.push_str(&format!("{x:.1} {y:.1}"));
    }
    if closed {
        data.push('Z');
    }
    data
}

fn rectangle(box_: &Rectangle) -> String {
    let (right, bottom) = (box_.left + box_.width, box_.top + box_.height);
    let corners = [
        (box_.left, box_.top),
        (right, box_.top),
        (right, bottom),
        (box_.left, bottom),
    ];
    way(&corners, true)
}

fn circle((x, y): (f64, f64), radius: f64) -> String {
    format!(
        "M{:.1} {y:.1}a{radius} {radius} 0 1 0 {1} 0a{radius} {radius} 0 1 0 -{1} 0Z",
        x - radius,
        2.0 * radius
    )
}

/// The class of what belongs to a work: of an invented one, it says so.
fn class(name: &'static str, sample: bool) -> String {
    if sample {
        format!("{name} is-sample")
    } else {
        name.to_owned()
    }
}

/// The map.
pub fn picture(entries: &[Entry], towns: &[Municipality], size: &Size, era: Era) -> AnyView {
    let projection = size.projection();
    let layout = &size.layout;
    let samples = entries.iter().any(|entry| entry.work.sample);
    let mut reserved = vec![scale(&projection, size)];
    if samples {
        reserved.push(stamp(size));
    }
    let sheet = Sheet::new(entries, towns, &projection, layout, &reserved, era);
    let geography = prose::geography();
    let ground = Rectangle {
        left: 0.0,
        top: 0.0,
        width: projection.width,
        height: projection.height,
    };
    let mut parts = vec![
        path("plan-sea", rectangle(&ground)),
        path("plan-land", geography::path(&geography.coast, &projection)),
    ];
    for boundary in &geography.boundaries {
        let own = towns.iter().any(|town| town.is_called(&boundary.name));
        let class = if own {
            "plan-border is-own"
        } else {
            "plan-border"
        };
        parts.push(path(class, geography::path(&boundary.rings, &projection)));
    }
    write_scale(&reserved[0], size, &mut parts);
    // From the work's own place to its mark, and from the mark to its label.
    for mark in &sheet.marks {
        if let Some(anchor) = mark.anchor {
            parts.push(path("plan-tie", way(&[anchor, mark.at], false)));
        }
        if let Some(label) = &mark.label {
            parts.push(path(
                "plan-leader",
                way(&[label.leader.0, label.leader.1], false),
            ));
        }
    }
    for town in &sheet.towns {
        parts.push(path("plan-dot", circle(town.at, layout.dot)));
    }
    for town in &sheet.towns {
        let size = layout.town_letters;
        let middle = town.label.left + town.label.width / 2.0;
        let at = (middle, town.label.top + size * 0.95);
        parts.push(letters("plan-town", size, true, at, town.name.clone()));
    }
    for mark in &sheet.marks {
        if let Some(label) = &mark.label {
            write(label, mark.sample, layout.work_letters, &mut parts);
        }
        parts.push(path(
            shape_class(mark.state),
            shape(mark.state, mark.at, layout.mark),
        ));
        parts.push(number(mark.state, mark.number, mark.at, layout.mark));
    }
    if let Some(stamp) = reserved.get(1) {
        write_stamp(stamp, &mut parts);
    }
    let says = sentence!(
        "後志管内の地図。20市町村の位置と、図示した事業{count}件の番号・名称・状況。くわしくは下の一覧にあります。{samples}",
        "Map of Shiribeshi. It shows the positions of the 20 municipalities, and the number, name and status of the works that are mapped ({count}). The list below has the details.{samples}",
        count = sheet.marks.len(),
        samples = if samples {
            words!("架空の見本を含みます。", " It includes invented samples.")
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
            {parts}
        </svg>
    }
    .into_any()
}

const fn shape_class(state: State) -> &'static str {
    match state {
        State::Ongoing => "mark-ongoing",
        State::Completing => "mark-completing",
        State::Completed => "mark-completed",
    }
}

/// The shape that says the state: a circle, a diamond, a filled square.
fn shape(state: State, at: (f64, f64), reach: f64) -> String {
    let (x, y) = at;
    match state {
        State::Ongoing => circle(at, reach - 1.0),
        State::Completing => {
            let far = reach * 1.2;
            way(
                &[(x, y - far), (x + far, y), (x, y + far), (x - far, y)],
                true,
            )
        }
        State::Completed => rectangle(&Rectangle::around(at, reach - 1.5)),
    }
}

fn number(state: State, number: usize, (x, y): (f64, f64), reach: f64) -> AnyView {
    let class = match state {
        State::Completed => "plan-number is-completed",
        State::Ongoing | State::Completing => "plan-number",
    };
    let size = reach * if number < 100 { 1.15 } else { 0.85 };
    letters(class, size, true, (x, y + size * 0.36), number.to_string())
}

/// A small drawing beside a text.
fn small(parts: Vec<AnyView>) -> AnyView {
    view! {
        <svg class="plan-symbol" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
            {parts}
        </svg>
    }
    .into_any()
}

/// A mark by itself.
pub fn symbol(state: State, numbered: Option<usize>) -> AnyView {
    let at = (14.0, 14.0);
    let mut parts = vec![path(shape_class(state), shape(state, at, 11.0))];
    if let Some(count) = numbered {
        parts.push(number(state, count, at, 11.0));
    }
    small(parts)
}

/// The dot of a municipality by itself.
pub fn dot_symbol() -> AnyView {
    small(vec![path("plan-dot", circle((14.0, 14.0), 5.0))])
}

/// The line to a mark by itself.
pub fn tie_symbol() -> AnyView {
    small(vec![path(
        "plan-tie",
        way(&[(4.0, 22.0), (24.0, 6.0)], false),
    )])
}

/// A label: its box and its lines.
fn write(label: &Label, sample: bool, size: f64, parts: &mut Vec<AnyView>) {
    let box_ = &label.rectangle;
    parts.push(path(&class("plan-label", sample), rectangle(box_)));
    let x = box_.left + PADDING * size;
    let mut y = box_.top + (PADDING + 0.9) * size;
    for name in &label.name {
        parts.push(letters("plan-name", size, false, (x, y), name.clone()));
        y += size * LINE;
    }
    for progress in &label.progress {
        let small = size * SMALLER;
        parts.push(letters(
            "plan-progress",
            small,
            false,
            (x, y),
            progress.clone(),
        ));
        y += small * LINE;
    }
}

/// What the scale covers: 20 km, in the lower left corner.
fn scale(projection: &Projection, size: &Size) -> Rectangle {
    // A degree of longitude at 42.95° north is 81.6 km.
    let west = Point {
        latitude: 42_9500,
        longitude: 140_0000,
    };
    let east = Point {
        longitude: 140_2451,
        ..west
    };
    let high = size.layout.town_letters * 1.8;
    Rectangle {
        left: high * 0.6,
        top: projection.height - high * 1.6,
        width: projection.place(east).0 - projection.place(west).0,
        height: high,
    }
}

fn write_scale(box_: &Rectangle, size: &Size, parts: &mut Vec<AnyView>) {
    let (left, right) = (box_.left, box_.left + box_.width);
    let bottom = box_.top + box_.height;
    let bracket = [
        (left, bottom - 5.0),
        (left, bottom),
        (right, bottom),
        (right, bottom - 5.0),
    ];
    parts.push(path("plan-scale", way(&bracket, false)));
    let middle = (f64::midpoint(left, right), bottom - 6.0);
    let high = size.layout.town_letters * 0.9;
    parts.push(letters(
        "plan-distance",
        high,
        true,
        middle,
        words!("約20km", "about 20 km").to_owned(),
    ));
}

/// What the stamp covers: 「見本」, so large that no copy of the map can lose it.
fn stamp(size: &Size) -> Rectangle {
    let high = size.layout.town_letters * 1.4;
    let letters = match spoken() {
        Language::Japanese => 7.0,
        Language::English => 10.5,
    };
    Rectangle {
        left: high * 0.7,
        top: high * 0.7,
        width: high * letters,
        height: high * 3.2,
    }
}

fn write_stamp(box_: &Rectangle, parts: &mut Vec<AnyView>) {
    parts.push(path("plan-stamp", rectangle(box_)));
    let high = box_.height / 3.2;
    let x = box_.left + box_.width / 2.0;
    let lines = [
        words!("見本", "Sample"),
        words!("架空の事業を含む", "includes invented works"),
    ];
    for (line, text) in lines.into_iter().enumerate() {
        let (size, y) = if line == 0 {
            (high * 1.2, 1.4)
        } else {
            (high * 0.8, 2.6)
        };
        let at = (x, box_.top + y * high);
        parts.push(letters("plan-stamp-text", size, true, at, text.to_owned()));
    }
}
