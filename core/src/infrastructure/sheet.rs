//! The picture as data: municipalities, marks of works and their labels, in the units of the picture.
//!
//! Knows neither colours nor how the ground is drawn.

use super::{
    callout,
    labels::{Placed, Rectangle, Wanted, ems, insist, place},
    work::{Place, State, Work},
    works::{Entry, WorkId},
};
use crate::{
    fiscal_year::Era,
    geography::{Point, Projection},
    language::{Language, spoken},
    model::Municipality,
    words,
};

/// How large things are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// From the middle of a mark to its edge.
    pub mark: f64,
    /// From the middle of a municipality's dot to its edge.
    pub dot: f64,
    /// The size of the letters of municipalities.
    pub town_letters: f64,
    /// The size of the letters of works; 0 where there is room for their numbers only.
    pub work_letters: f64,
}

/// The picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The municipalities, in the order of the dataset.
    pub towns: Vec<Town>,
    /// The works that can be mapped, in order.
    pub marks: Vec<Mark>,
    /// The works that stand beside the map, with their numbers.
    pub callouts: Vec<(usize, WorkId)>,
}

/// A municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct Town {
    /// Its name.
    pub name: String,
    /// Its dot.
    pub at: (f64, f64),
    /// Its name's place.
    pub label: Rectangle,
}

/// A work on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The work.
    pub id: WorkId,
    /// Its number on map and list, from 1.
    pub number: usize,
    /// What its shape says.
    pub state: State,
    /// Whether it is invented.
    pub sample: bool,
    /// Its middle.
    pub at: (f64, f64),
    /// Where the work is, when there was no room for the mark right there.
    pub anchor: Option<(f64, f64)>,
    /// What is written beside it.
    pub label: Option<Label>,
}

/// What is written beside a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Its box.
    pub rectangle: Rectangle,
    /// The name, line by line.
    pub name: Vec<String>,
    /// How far it is, in the document's wording, line by line; empty where there is no room.
    pub progress: Vec<String>,
    /// The line from the mark's edge to the box.
    pub leader: ((f64, f64), (f64, f64)),
}

/// From a text's edge to its box, in letters.
pub const PADDING: f64 = 0.45;
/// From line to line, in letters.
pub const LINE: f64 = 1.4;
/// How many letters a line of a label has.
const LETTERS: usize = 15;
/// How wide a line of words is, in letters as wide as high.
const WIDTH: f64 = 15.0;
/// How many lines a name has at most.
const NAME_LINES: usize = 3;
/// How much smaller the second part of a label is set.
pub const SMALLER: f64 = 0.9;

impl Sheet {
    /// Finds a place for everything, off what is `reserved`.
    #[must_use]
    pub fn new(
        entries: &[Entry],
        municipalities: &[Municipality],
        projection: &Projection,
        layout: &Layout,
        reserved: &[Rectangle],
        era: Era,
    ) -> Self {
        let frame = Rectangle {
            left: 4.0,
            top: 4.0,
            width: projection.width - 8.0,
            height: projection.height - 8.0,
        };
        let dots: Vec<(f64, f64)> = municipalities
            .iter()
            .map(|municipality| projection.place(Point::from(&municipality.place)))
            .collect();
        let mut taken: Vec<Rectangle> = dots
            .iter()
            .map(|dot| Rectangle::around(*dot, layout.dot + 1.0))
            .collect();
        taken.extend_from_slice(reserved);

        let mut marks = Vec::new();
        let mut callouts = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            let number = at + 1;
            let anchor = match &entry.work.place {
                Place::Municipality(slug) => municipalities
                    .iter()
                    .position(|municipality| municipality.slug == *slug)
                    .map(|at| dots[at]),
                Place::Point(position) => Some(projection.place(position.on_map())),
                Place::Unmapped => None,
            };
            let Some(anchor) = anchor else {
                callouts.push((number, entry.id));
                continue;
            };
            let (at, moved) = beside(anchor, layout, &mut taken, &frame);
            marks.push(Mark {
                id: entry.id,
                number,
                state: entry.work.state,
                sample: entry.work.sample,
                at,
                anchor: moved.then_some(anchor),
                label: None,
            });
        }

        let towns = municipalities
            .iter()
            .zip(&dots)
            .filter_map(|(municipality, dot)| {
                let name = &municipality.place.name;
                let wanted = Wanted {
                    at: *dot,
                    reach: layout.dot,
                    forms: vec![(
                        (ems(name) + 0.3) * layout.town_letters,
                        layout.town_letters * 1.2,
                    )],
                    distances: &[2.0, 6.0, 12.0, 22.0, 34.0, 48.0],
                };
                Some(Town {
                    name: name.clone(),
                    at: *dot,
                    label: insist(&wanted, &mut taken, &frame)?.rectangle,
                })
            })
            .collect();

        if layout.work_letters > 0.0 {
            for mark in &mut marks {
                let work = entries.get(mark.number - 1).map(|entry| &entry.work);
                mark.label =
                    work.and_then(|work| label(mark, work, layout, era, &mut taken, &frame));
            }
        }
        Self {
            towns,
            marks,
            callouts,
        }
    }
}

/// The place of a mark: at the work, or, where something is there, as near as there is room.
fn beside(
    anchor: (f64, f64),
    layout: &Layout,
    taken: &mut Vec<Rectangle>,
    frame: &Rectangle,
) -> ((f64, f64), bool) {
    let half = layout.mark + 1.0;
    let here = Rectangle::around(anchor, half);
    if here.is_within(frame) && !taken.iter().any(|other| here.overlap(other) > 0.0) {
        taken.push(here);
        return (anchor, false);
    }
    let wanted = Wanted {
        at: anchor,
        reach: layout.dot,
        forms: vec![(2.0 * half, 2.0 * half)],
        distances: &[6.0, 12.0, 20.0, 30.0, 42.0, 56.0],
    };
    let placed = insist(&wanted, taken, frame);
    placed.map_or((anchor, false), |Placed { rectangle, .. }| {
        ((rectangle.left + half, rectangle.top + half), true)
    })
}

fn label(
    mark: &Mark,
    work: &Work,
    layout: &Layout,
    era: Era,
    taken: &mut Vec<Rectangle>,
    frame: &Rectangle,
) -> Option<Label> {
    let name = match spoken() {
        Language::Japanese => lines(&work.shown_name()),
        Language::English => lines_of_words(&work.shown_name()),
    };
    // When it began and how far it is are a line each.
    let mut progress = callout::phrases(work, era);
    if work.rate.is_some()
        && let Some(rate) = progress.pop()
        && let Some(now) = progress.last_mut()
    {
        now.push_str(words!("", " "));
        now.push_str(&rate);
    }
    let letters = layout.work_letters;
    let size = |progress: &[String]| {
        let widest = |lines: &[String]| lines.iter().map(|line| ems(line)).fold(0.0, f64::max);
        #[allow(clippy::cast_precision_loss, reason = "a handful of lines")]
        let height = name.len() as f64 + progress.len() as f64 * SMALLER;
        (
            (widest(&name).max(widest(progress) * SMALLER) + 2.0 * PADDING) * letters,
            (height * LINE + 2.0 * PADDING - (LINE - 1.0) * 0.6) * letters,
        )
    };
    let wanted = Wanted {
        at: mark.at,
        reach: layout.mark,
        forms: vec![size(&progress), size(&[])],
        distances: &[
            7.0, 14.0, 24.0, 36.0, 48.0, 60.0, 75.0, 90.0, 110.0, 135.0, 165.0,
        ],
    };
    let placed = place(&wanted, taken, frame)?;
    let to = placed.rectangle.nearest(mark.at);
    let (dx, dy) = (to.0 - mark.at.0, to.1 - mark.at.1);
    let part = (layout.mark / dx.hypot(dy).max(1.0)).min(1.0);
    Some(Label {
        rectangle: placed.rectangle,
        name,
        progress: if placed.form == 0 {
            progress
        } else {
            Vec::new()
        },
        leader: ((mark.at.0 + dx * part, mark.at.1 + dy * part), to),
    })
}

/// A name in lines that end between words, cut where it is too long for a label. What is wider than a
/// line without a space, as a name in Japanese may be, is torn.
fn lines_of_words(name: &str) -> Vec<String> {
    let fits = |text: &str| ems(text) <= WIDTH;
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ') {
        if let Some(line) = lines.last_mut()
            && fits(&format!("{line} {word}"))
        {
            line.push(' ');
            line.push_str(word);
            continue;
        }
        let mut line = String::new();
        for letter in word.chars() {
            if !line.is_empty() && !fits(&format!("{line}{letter}")) {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
        lines.push(line);
    }
    if lines.len() > NAME_LINES {
        lines.truncate(NAME_LINES);
        if let Some(last) = lines.last_mut() {
            last.pop();
            last.push('…');
        }
    }
    lines
}

/// A name in lines of equal length, cut where it is too long for a label.
fn lines(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let count = letters.len().div_ceil(LETTERS).clamp(1, NAME_LINES);
    let each = letters.len().div_ceil(count).min(LETTERS);
    let mut lines: Vec<String> = letters
        .chunks(each.max(1))
        .take(NAME_LINES)
        .map(|line| line.iter().collect())
        .collect();
    if letters.len() > NAME_LINES * LETTERS
        && let Some(last) = lines.last_mut()
    {
        last.pop();
        last.push('…');
    }
    lines
}
