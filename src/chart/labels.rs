//! Where the labels of a chart go: each beside its mark, off the lines and off each other.
//!
//! Pixels are estimated for the narrowest and a wide screen, since one placing serves both.
//! Knows no colours and no chart library.

/// Where a label stands beside its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Above.
    Above,
    /// Below.
    Below,
    /// To the left, at the same height.
    Left,
    /// To the right, at the same height.
    Right,
}

/// Which part of a label above or below is at its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A place for a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The side of the mark.
    pub side: Side,
    /// The part of the label that is at the mark.
    pub align: Align,
    /// Whether it stands a line further off, because there is no room nearer.
    pub far: bool,
}

impl Spot {
    /// From the middle of the mark to the label, in pixels.
    pub const fn distance(self) -> f64 {
        if self.far {
            DISTANCE + FURTHER
        } else {
            DISTANCE
        }
    }
}

/// A point of the chart: a category (0, 1, …) and the share of the value axis (0 to 1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The category.
    pub category: f64,
    /// How high on the value axis.
    pub share: f64,
}

/// A drawn line that labels keep off.
#[derive(Clone, Debug, PartialEq)]
pub struct Obstacle {
    /// Its points.
    pub points: Vec<Point>,
    /// How much it matters.
    pub weight: f64,
}

/// A label that wants a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted<'a> {
    /// Its mark.
    pub at: Point,
    /// What it says.
    pub text: &'a str,
}

/// The size of the letters of labels, in pixels.
pub const FONT_SIZE: f64 = 13.0;
/// From the middle of a mark to its label.
const DISTANCE: f64 = 10.0;
/// How much further off a far label is.
const FURTHER: f64 = 13.0;
/// How far a label with one end at its mark reaches over the mark's middle.
pub const OVERHANG: f64 = 8.0;

const LINE_HEIGHT: f64 = 17.0;
/// The plot inside the axes on a phone and on a wide screen.
const PLOTS: [(f64, f64); 2] = [(268.0, 234.0), (800.0, 250.0)];
/// The places tried, the better looking ones first.
const SPOTS: [Spot; 14] = [
    spot(Side::Above, Align::Middle, false),
    spot(Side::Below, Align::Middle, false),
    spot(Side::Above, Align::End, false),
    spot(Side::Above, Align::Start, false),
    spot(Side::Below, Align::End, false),
    spot(Side::Below, Align::Start, false),
    spot(Side::Left, Align::Middle, false),
    spot(Side::Right, Align::Middle, false),
    spot(Side::Above, Align::Middle, true),
    spot(Side::Below, Align::Middle, true),
    spot(Side::Above, Align::End, true),
    spot(Side::Above, Align::Start, true),
    spot(Side::Below, Align::End, true),
    spot(Side::Below, Align::Start, true),
];
/// What a far place costs, besides what it covers.
const FAR: f64 = 30.0;
/// What a pixel beyond the plot costs. On the left are the figures of the axis, above is the name of
/// the axis, and on the right the picture ends.
const BEYOND: Beyond = Beyond {
    left: 12.0,
    right: 100.0,
    top: 6.0,
    bottom: 12.0,
};
/// What is kept free around a label, in pixels.
const CLEARANCE: f64 = 2.0;
/// What covering a mark costs.
const MARK: f64 = 80.0;
/// A label that would cover more of other labels than this share of itself stays away.
const HOPELESS: f64 = 0.1;

struct Beyond {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

const fn spot(side: Side, align: Align, far: bool) -> Spot {
    Spot { side, align, far }
}

/// A place for each label, the important labels first, over `categories` columns; `None` where a
/// label has no place but on top of others. `marks` are the points that are drawn as symbols.
pub fn place(
    wanted: &[Wanted<'_>],
    marks: &[Point],
    obstacles: &[Obstacle],
    categories: usize,
) -> Vec<Option<Spot>> {
    let plots = PLOTS.map(|(width, height)| Plot {
        width,
        height,
        categories: categories.max(1),
    });
    let mut taken: [Vec<Rectangle>; 2] = [Vec::new(), Vec::new()];
    let mut spots = Vec::with_capacity(wanted.len());
    for label in wanted {
        let covered = |spot: Spot| -> f64 {
            plots
                .iter()
                .zip(&taken)
                .map(|(plot, taken)| {
                    let rectangle = plot.rectangle(label, spot);
                    taken
                        .iter()
                        .map(|other| rectangle.overlap(other))
                        .sum::<f64>()
                        / rectangle.area()
                })
                .fold(0.0, f64::max)
        };
        let cost = |spot: Spot| -> f64 {
            let lines: f64 = plots
                .iter()
                .map(|plot| {
                    let rectangle = plot.rectangle(label, spot);
                    plot.overflow(&rectangle)
                        + marks
                            .iter()
                            .filter(|mark| **mark != label.at)
                            .map(|mark| plot.mark(*mark).overlap(&rectangle).min(1.0) * MARK)
                            .sum::<f64>()
                        + obstacles
                            .iter()
                            .map(|obstacle| plot.crossing(obstacle, &rectangle) * obstacle.weight)
                            .sum::<f64>()
                })
                .sum();
            lines + covered(spot) * 1000.0 + if spot.far { FAR } else { 0.0 }
        };
        #[allow(clippy::cast_precision_loss, reason = "a place in a short list")]
        let best = SPOTS
            .into_iter()
            .enumerate()
            .map(|(rank, spot)| (spot, cost(spot) + rank as f64))
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(spot, _)| spot)
            .filter(|spot| covered(*spot) <= HOPELESS);
        if let Some(best) = best {
            for (plot, taken) in plots.iter().zip(&mut taken) {
                taken.push(plot.rectangle(label, best));
            }
        }
        spots.push(best);
    }
    spots
}

/// A guess at how wide a text is, as a multiple of the size of its letters.
pub fn ems(text: &str) -> f64 {
    text.chars().map(letter_ems).sum()
}

/// Full-width letters are as wide as they are high.
const fn letter_ems(letter: char) -> f64 {
    match letter {
        ',' | '.' | ' ' => 0.3,
        letter if letter.is_ascii() => 0.58,
        _ => 1.0,
    }
}

fn width(text: &str) -> f64 {
    ems(text) * FONT_SIZE
}

/// A text in lines of at most this width, as a multiple of the size of its letters. Japanese may break
/// anywhere.
pub fn lines(text: &str, widest: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut width) = (String::new(), 0.0);
    for letter in text.chars() {
        let wide = letter_ems(letter);
        if letter == '\n' || width + wide > widest && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            width = 0.0;
        }
        if letter != '\n' {
            line.push(letter);
            width += wide;
        }
    }
    lines.push(line);
    lines
}

/// Heights as near as can be to the wanted ones, none nearer to another than `gap`, from `top` down
/// to `bottom` while there is room.
pub fn apart(wanted: &[f64], gap: f64, top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let mut heights = wanted.to_vec();
    let mut free = top;
    for place in &order {
        heights[*place] = heights[*place].max(free);
        free = heights[*place] + gap;
    }
    let mut free = bottom;
    for place in order.iter().rev() {
        heights[*place] = heights[*place].min(free);
        free = heights[*place] - gap;
    }
    heights
}

struct Plot {
    width: f64,
    height: f64,
    categories: usize,
}

#[derive(Clone, Copy)]
struct Rectangle {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Rectangle {
    /// The common area.
    fn overlap(&self, other: &Self) -> f64 {
        let across = self.right.min(other.right) - self.left.max(other.left);
        let down = self.bottom.min(other.bottom) - self.top.max(other.top);
        across.max(0.0) * down.max(0.0)
    }

    fn area(&self) -> f64 {
        (self.right - self.left) * (self.bottom - self.top)
    }

    /// With so much more on every side.
    fn grown(&self, by: f64) -> Self {
        Self {
            left: self.left - by,
            right: self.right + by,
            top: self.top - by,
            bottom: self.bottom + by,
        }
    }

    fn contains(&self, (x, y): (f64, f64)) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }
}

impl Plot {
    #[allow(clippy::cast_precision_loss, reason = "a count of years")]
    fn pixel(&self, point: Point) -> (f64, f64) {
        (
            (point.category + 0.5) / self.categories as f64 * self.width,
            (1.0 - point.share) * self.height,
        )
    }

    /// What a mark covers.
    fn mark(&self, point: Point) -> Rectangle {
        let (x, y) = self.pixel(point);
        Rectangle {
            left: x - 6.0,
            right: x + 6.0,
            top: y - 6.0,
            bottom: y + 6.0,
        }
    }

    /// What a label covers at a place.
    fn rectangle(&self, label: &Wanted<'_>, spot: Spot) -> Rectangle {
        let (x, y) = self.pixel(label.at);
        let width = width(label.text);
        let left = match (spot.side, spot.align) {
            (Side::Left, _) => x - spot.distance() - width,
            (Side::Right, _) => x + spot.distance(),
            (_, Align::Start) => x - OVERHANG,
            (_, Align::Middle) => x - width / 2.0,
            (_, Align::End) => x + OVERHANG - width,
        };
        let top = match spot.side {
            Side::Above => y - spot.distance() - LINE_HEIGHT,
            Side::Below => y + spot.distance(),
            Side::Left | Side::Right => y - LINE_HEIGHT / 2.0,
        };
        Rectangle {
            left,
            right: left + width,
            top,
            bottom: top + LINE_HEIGHT,
        }
    }

    /// What it costs that a label reaches over the plot.
    fn overflow(&self, label: &Rectangle) -> f64 {
        [
            (-label.left, BEYOND.left),
            (label.right - self.width, BEYOND.right),
            (-label.top, BEYOND.top),
            (label.bottom - self.height, BEYOND.bottom),
        ]
        .into_iter()
        .map(|(over, cost)| over.max(0.0) * cost)
        .sum()
    }

    /// How long a line runs under a label, in pixels.
    fn crossing(&self, obstacle: &Obstacle, label: &Rectangle) -> f64 {
        let label = label.grown(CLEARANCE);
        const PACE: f64 = 2.0;
        obstacle
            .points
            .windows(2)
            .map(|ends| {
                let (from, to) = (self.pixel(ends[0]), self.pixel(ends[1]));
                let length = (to.0 - from.0).hypot(to.1 - from.1);
                let paces = (length / PACE).ceil().max(1.0);
                let mut crossed = 0.0;
                let mut pace = 0.0;
                while pace <= paces {
                    let part = pace / paces;
                    let at = (
                        from.0 + (to.0 - from.0) * part,
                        from.1 + (to.1 - from.1) * part,
                    );
                    if label.contains(at) {
                        crossed += PACE;
                    }
                    pace += 1.0;
                }
                crossed
            })
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(category: f64, share: f64) -> Point {
        Point { category, share }
    }

    fn line(points: &[(f64, f64)]) -> Obstacle {
        Obstacle {
            points: points.iter().map(|(c, s)| point(*c, *s)).collect(),
            weight: 1.0,
        }
    }

    #[test]
    fn a_label_alone_stands_above_and_one_at_the_top_below() {
        let at = |share| {
            place(
                &[Wanted {
                    at: point(2.0, share),
                    text: "52.0%",
                }],
                &[],
                &[],
                6,
            )[0]
        };
        assert_eq!(at(0.5), Some(spot(Side::Above, Align::Middle, false)));
        assert_eq!(at(0.99), Some(spot(Side::Below, Align::Middle, false)));
    }

    #[test]
    fn a_label_at_the_edge_reaches_inwards() {
        let at = |category| {
            place(
                &[Wanted {
                    at: point(category, 0.5),
                    text: "基準値 113,600ha",
                }],
                &[],
                &[],
                6,
            )[0]
            .map(|spot| spot.align)
        };
        assert_eq!(at(0.0), Some(Align::Start));
        assert_eq!(at(5.0), Some(Align::End));
    }

    #[test]
    fn labels_keep_off_lines_and_off_each_other() {
        let wanted = Wanted {
            at: point(2.0, 0.5),
            text: "52.0%",
        };
        let side = |marks: &[Point], lines: &[Obstacle]| {
            place(std::slice::from_ref(&wanted), marks, lines, 6)[0].map(|spot| spot.side)
        };
        let above = line(&[(0.0, 0.57), (5.0, 0.57)]);
        assert_eq!(side(&[], &[above]), Some(Side::Below));
        assert_eq!(side(&[point(2.0, 0.57)], &[]), Some(Side::Below));
        let spots = place(&[wanted.clone(), wanted.clone()], &[], &[], 6);
        assert_ne!(spots[0], spots[1]);
    }

    #[test]
    fn heights_keep_their_order_and_their_distance() {
        assert_eq!(
            apart(&[50.0, 51.0, 10.0], 20.0, 0.0, 100.0),
            [50.0, 70.0, 10.0]
        );
        assert_eq!(apart(&[99.0, 98.0], 20.0, 0.0, 100.0), [100.0, 80.0]);
        assert_eq!(apart(&[0.0; 3], 20.0, 5.0, 100.0), [5.0, 25.0, 45.0]);
        assert!(apart(&[], 20.0, 0.0, 100.0).is_empty());
    }

    #[test]
    fn a_text_is_broken_where_it_is_too_wide() {
        assert_eq!(lines("目標を下げた", 4.0), ["目標を下", "げた"]);
        assert_eq!(lines("一\n二", 4.0), ["一", "二"]);
        assert_eq!(lines("", 4.0), [""]);
        assert_eq!(lines("広", 0.5), ["広"]);
    }

    #[test]
    fn a_label_without_a_place_stays_away() {
        let crowd = vec![
            Wanted {
                at: point(2.0, 0.5),
                text: "公式の基準値 1,232万人",
            };
            20
        ];
        let placed = place(&crowd, &[], &[], 6);
        assert!(placed[0].is_some());
        assert_eq!(placed[19], None);
    }
}
