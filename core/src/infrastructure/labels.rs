//! Room for labels on a map: each near its mark, inside the frame, never on top of another.
//!
//! Pure geometry in the units of the picture. What is important is placed first; what finds no room
//! gets a smaller form or none, and the table beside the map says it all anyway.

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rectangle {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Rectangle {
    /// A square around a point.
    #[must_use]
    pub const fn around((x, y): (f64, f64), half: f64) -> Self {
        Self {
            left: x - half,
            top: y - half,
            width: 2.0 * half,
            height: 2.0 * half,
        }
    }

    /// With so much more on every side.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            width: self.width + 2.0 * by,
            height: self.height + 2.0 * by,
        }
    }

    /// The common area.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> f64 {
        let across =
            (self.left + self.width).min(other.left + other.width) - self.left.max(other.left);
        let down = (self.top + self.height).min(other.top + other.height) - self.top.max(other.top);
        across.max(0.0) * down.max(0.0)
    }

    /// Whether it lies within another.
    #[must_use]
    pub fn is_within(&self, frame: &Self) -> bool {
        self.left >= frame.left
            && self.top >= frame.top
            && self.left + self.width <= frame.left + frame.width
            && self.top + self.height <= frame.top + frame.height
    }

    /// The point of it that is nearest to another point.
    #[must_use]
    pub fn nearest(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (
            x.clamp(self.left, self.left + self.width),
            y.clamp(self.top, self.top + self.height),
        )
    }

    /// Whether the way between two points leads through it.
    #[must_use]
    pub fn is_crossed(&self, from: (f64, f64), to: (f64, f64)) -> bool {
        const PACE: f64 = 3.0;
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let mut gone = 0.0;
        while gone <= length {
            let part = gone / length.max(1.0);
            let at = (
                from.0 + (to.0 - from.0) * part,
                from.1 + (to.1 - from.1) * part,
            );
            if at.0 > self.left
                && at.0 < self.left + self.width
                && at.1 > self.top
                && at.1 < self.top + self.height
            {
                return true;
            }
            gone += PACE;
        }
        false
    }
}

/// A label that wants a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// Its mark.
    pub at: (f64, f64),
    /// How far the mark reaches from there.
    pub reach: f64,
    /// How wide and high it is, in each of its forms, the best first.
    pub forms: Vec<(f64, f64)>,
    /// How much further off than the mark's edge it may stand, each tried in turn.
    pub distances: &'static [f64],
}

/// A label in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Which of its forms.
    pub form: usize,
    /// Where it is.
    pub rectangle: Rectangle,
}

/// Directions around a mark, the better looking ones first: right, left, above, below, between.
const DIRECTIONS: [(f64, f64); 16] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (0.71, -0.71),
    (0.71, 0.71),
    (-0.71, -0.71),
    (-0.71, 0.71),
    (0.92, -0.38),
    (0.92, 0.38),
    (-0.92, -0.38),
    (-0.92, 0.38),
    (0.38, -0.92),
    (0.38, 0.92),
    (-0.38, -0.92),
    (-0.38, 0.92),
];

/// What is kept free around a label.
const GAP: f64 = 1.5;

/// Takes a place for a label: the first free one, in its best form that finds any. What it takes is
/// added to `taken`.
pub fn place(wanted: &Wanted, taken: &mut Vec<Rectangle>, frame: &Rectangle) -> Option<Placed> {
    let free = |rectangle: &Rectangle| {
        let with_gap = rectangle.grown(GAP);
        rectangle.is_within(frame)
            && !taken.iter().any(|other| {
                with_gap.overlap(other) > 0.0
                    || other.is_crossed(edge(wanted, rectangle), rectangle.nearest(wanted.at))
            })
    };
    let placed = spots(wanted).find(|placed| free(&placed.rectangle))?;
    taken.push(placed.rectangle);
    Some(placed)
}

/// Takes a place for a label that must be read in any case: the one that covers least.
pub fn insist(wanted: &Wanted, taken: &mut Vec<Rectangle>, frame: &Rectangle) -> Option<Placed> {
    if let Some(placed) = place(wanted, taken, frame) {
        return Some(placed);
    }
    let mut best: Option<(f64, Placed)> = None;
    for placed in spots(wanted) {
        let covered: f64 = taken
            .iter()
            .map(|other| placed.rectangle.overlap(other))
            .sum();
        let beyond = if placed.rectangle.is_within(frame) {
            0.0
        } else {
            1.0e6
        };
        if best
            .as_ref()
            .is_none_or(|(least, _)| covered + beyond < *least)
        {
            best = Some((covered + beyond, placed));
        }
    }
    let (_, placed) = best?;
    taken.push(placed.rectangle);
    Some(placed)
}

/// Where the line from a mark to its label begins: outside the mark, which is itself taken.
fn edge(wanted: &Wanted, rectangle: &Rectangle) -> (f64, f64) {
    let to = rectangle.nearest(wanted.at);
    let (dx, dy) = (to.0 - wanted.at.0, to.1 - wanted.at.1);
    let length = dx.hypot(dy).max(1.0);
    let part = ((wanted.reach + 3.0) * 1.5 / length).min(1.0);
    (wanted.at.0 + dx * part, wanted.at.1 + dy * part)
}

fn spots(wanted: &Wanted) -> impl Iterator<Item = Placed> + '_ {
    wanted
        .forms
        .iter()
        .enumerate()
        .flat_map(move |(form, (width, height))| {
            wanted.distances.iter().flat_map(move |distance| {
                DIRECTIONS.into_iter().map(move |(dx, dy)| {
                    let reach = wanted.reach + distance;
                    let (x, y) = (wanted.at.0 + dx * reach, wanted.at.1 + dy * reach);
                    // The label grows away from its mark: as far aside as the direction says.
                    let left = x - width * (1.0 - dx) / 2.0;
                    let top = y - height * (1.0 - dy) / 2.0;
                    Placed {
                        form,
                        rectangle: Rectangle {
                            left,
                            top,
                            width: *width,
                            height: *height,
                        },
                    }
                })
            })
        })
}

/// A guess at how wide a text is, in letters as wide as high.
#[must_use]
pub fn ems(text: &str) -> f64 {
    text.chars()
        .map(|letter| match letter {
            ',' | '.' | ' ' => 0.3,
            letter if letter.is_ascii() => 0.6,
            _ => 1.0,
        })
        .sum()
}
