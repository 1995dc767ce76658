//! Where things lie: the coast of Hokkaido, borders where the data have them, the tiles that stand
//! for the 14 振興局; and the projection that puts them on a picture.
//!
//! A position is a pair of whole numbers; only pixels are binary fractions.

use crate::{
    decimal::Decimal,
    model::{Place, SubprefectureId},
};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// Steps of a [`Point`] in a degree: about 10 m.
pub const PER_DEGREE: i32 = 10_000;

/// A position on the earth, in ten-thousandths of a degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Point {
    /// Steps north of the equator.
    pub latitude: i32,
    /// Steps east of Greenwich.
    pub longitude: i32,
}

impl Point {
    /// The position of figures in degrees, rounded to whole steps.
    #[must_use]
    pub fn new(latitude: Decimal, longitude: Decimal) -> Self {
        Self {
            latitude: steps(latitude),
            longitude: steps(longitude),
        }
    }
}

impl From<&Place> for Point {
    fn from(place: &Place) -> Self {
        Self::new(place.latitude, place.longitude)
    }
}

/// Degrees in steps, half away from zero.
fn steps(degrees: Decimal) -> i32 {
    const MICRO_PER_STEP: i64 = 1_000_000 / PER_DEGREE as i64;
    let micro = degrees.micro();
    let half = micro.signum() * MICRO_PER_STEP / 2;
    i32::try_from((micro + half) / MICRO_PER_STEP).unwrap_or_default()
}

/// A closed line; the way from the last point back to the first goes without saying.
pub type Ring = Vec<Point>;

/// A named part of the land, a 市町村 for instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Boundary {
    /// Its name.
    pub name: String,
    /// Its borders: the land, its islands and its holes.
    #[serde(with = "differences")]
    pub rings: Vec<Ring>,
}

/// The place of a 振興局 among the tiles that stand for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tile {
    /// The 振興局.
    pub subprefecture: SubprefectureId,
    /// From the left, beginning with 0.
    pub column: u8,
    /// From the top, beginning with 0.
    pub row: u8,
}

/// Everything a map is drawn from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Geography {
    /// The coast of Hokkaido and its islands, the mainland first.
    #[serde(with = "differences")]
    pub coast: Vec<Ring>,
    /// Borders, where the data have any.
    pub boundaries: Vec<Boundary>,
    /// A tile for each 振興局.
    pub tiles: Vec<Tile>,
}

impl Geography {
    /// How many columns and rows the tiles take up.
    #[must_use]
    pub fn grid(&self) -> (u8, u8) {
        self.tiles.iter().fold((0, 0), |(columns, rows), tile| {
            (columns.max(tile.column + 1), rows.max(tile.row + 1))
        })
    }
}

/// Rings are kept as the way from point to point: neighbours differ little, so most steps take one
/// or two bytes instead of four.
mod differences {
    use super::{Point, Ring};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(
        rings: &[Ring],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut rings = rings.to_vec();
        for ring in &mut rings {
            for at in (1..ring.len()).rev() {
                ring[at].latitude -= ring[at - 1].latitude;
                ring[at].longitude -= ring[at - 1].longitude;
            }
        }
        rings.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Ring>, D::Error> {
        let mut rings = Vec::<Ring>::deserialize(deserializer)?;
        for ring in &mut rings {
            let mut here = Point {
                latitude: 0,
                longitude: 0,
            };
            for point in ring {
                here.latitude = here.latitude.wrapping_add(point.latitude);
                here.longitude = here.longitude.wrapping_add(point.longitude);
                *point = here;
            }
        }
        Ok(rings)
    }
}

/// The smallest rectangle around some positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Its south-western corner.
    pub south_west: Point,
    /// Its north-eastern corner.
    pub north_east: Point,
}

impl Bounds {
    /// The rectangle around all of these; `None` if there are none.
    #[must_use]
    pub fn of<'a>(points: impl IntoIterator<Item = &'a Point>) -> Option<Self> {
        let mut points = points.into_iter();
        let first = *points.next()?;
        let mut bounds = Self {
            south_west: first,
            north_east: first,
        };
        for point in points {
            let (low, high) = (&mut bounds.south_west, &mut bounds.north_east);
            low.latitude = low.latitude.min(point.latitude);
            low.longitude = low.longitude.min(point.longitude);
            high.latitude = high.latitude.max(point.latitude);
            high.longitude = high.longitude.max(point.longitude);
        }
        Some(bounds)
    }

    /// Whether a position lies in it, its edge included.
    #[must_use]
    pub const fn contains(&self, point: Point) -> bool {
        let (low, high) = (self.south_west, self.north_east);
        low.latitude <= point.latitude
            && point.latitude <= high.latitude
            && low.longitude <= point.longitude
            && point.longitude <= high.longitude
    }
}

/// How positions become pixels: straight meridians and parallels, as wide as they are at the middle
/// of the picture. Good for a region, where no distance is read off the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    /// The picture's width, in pixels.
    pub width: f64,
    /// The picture's height, in pixels.
    pub height: f64,
    margin: f64,
    bounds: Bounds,
    /// Pixels for a step east and for a step north.
    east: f64,
    north: f64,
}

impl Projection {
    /// The picture of this width that shows `bounds` with at least `margin` around; its height
    /// follows.
    #[must_use]
    pub fn fit(bounds: Bounds, width: f64, margin: f64) -> Self {
        let (low, high) = (bounds.south_west, bounds.north_east);
        // A single position still makes a picture.
        let span = |low: i32, high: i32| f64::from((high - low).max(1));
        let middle = f64::midpoint(f64::from(low.latitude), f64::from(high.latitude));
        let east = (width - 2.0 * margin) / span(low.longitude, high.longitude);
        let north = east / (middle / f64::from(PER_DEGREE)).to_radians().cos();
        Self {
            width,
            height: north * span(low.latitude, high.latitude) + 2.0 * margin,
            margin,
            bounds,
            east,
            north,
        }
    }

    /// Where a position lies on the picture: pixels from the left and from the top.
    #[must_use]
    pub fn place(&self, point: Point) -> (f64, f64) {
        let (low, high) = (self.bounds.south_west, self.bounds.north_east);
        (
            self.margin + f64::from(point.longitude - low.longitude) * self.east,
            self.margin + f64::from(high.latitude - point.latitude) * self.north,
        )
    }

    /// The position of a place on the picture, to a step.
    #[must_use]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "rounded, and `as` keeps within i32"
    )]
    pub fn point(&self, x: f64, y: f64) -> Point {
        let (low, high) = (self.bounds.south_west, self.bounds.north_east);
        let steps = |pixels: f64, scale: f64| ((pixels - self.margin) / scale).round() as i32;
        Point {
            latitude: high.latitude.saturating_sub(steps(y, self.north)),
            longitude: low.longitude.saturating_add(steps(x, self.east)),
        }
    }

    /// Whether any of a ring may be seen on the picture.
    fn shows(&self, ring: &Ring) -> bool {
        Bounds::of(ring).is_some_and(|bounds| {
            let (left, bottom) = self.place(bounds.south_west);
            let (right, top) = self.place(bounds.north_east);
            left <= self.width && right >= 0.0 && top <= self.height && bottom >= 0.0
        })
    }
}

/// SVG path data of rings, to a tenth of a pixel; those wholly off the picture are left out.
#[must_use]
pub fn path(rings: &[Ring], projection: &Projection) -> String {
    let mut path = String::new();
    for ring in rings.iter().filter(|ring| projection.shows(ring)) {
        let mut before = None;
        for point in ring {
            let (x, y) = projection.place(*point);
            let here = (tenths(x), tenths(y));
            // Points closer than a tenth of a pixel are one.
            if before == Some(here) {
                continue;
            }
            path.push(if before.is_none() { 'M' } else { 'L' });
            push_tenths(&mut path, here.0);
            path.push(' ');
            push_tenths(&mut path, here.1);
            before = Some(here);
        }
        path.push('Z');
    }
    path
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "rounded, and `as` keeps within i32"
)]
fn tenths(pixels: f64) -> i32 {
    (pixels * 10.0).round() as i32
}

fn push_tenths(text: &mut String, tenths: i32) {
    let sign = if tenths < 0 { "-" } else { "" };
    let tenths = tenths.unsigned_abs();
    // Writing to a `String` cannot fail.
    let _ = write!(text, "{sign}{}", tenths / 10);
    let fraction = tenths % 10;
    if fraction > 0 {
        let _ = write!(text, ".{fraction}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{embed, model::RowId};
    use proptest::prelude::*;

    const fn point(latitude: i32, longitude: i32) -> Point {
        Point {
            latitude,
            longitude,
        }
    }

    /// From 渡島大島 to 択捉島.
    const HOKKAIDO: Bounds = Bounds {
        south_west: point(41_4011, 139_3376),
        north_east: point(45_5281, 148_8560),
    };

    #[test]
    fn a_position_is_rounded_to_about_ten_metres() {
        let degrees = |text: &str| text.parse::<Decimal>().unwrap();
        for (text, steps) in [("43.200", 432_000), ("43.20005", 432_001), ("-0.00005", -1)] {
            assert_eq!(Point::new(degrees(text), degrees("0")).latitude, steps);
        }
    }

    #[test]
    fn a_picture_is_as_high_as_the_land_and_keeps_its_margin() {
        let picture = Projection::fit(HOKKAIDO, 800.0, 10.0);
        // 780 px for 9.5184° east; at 43.46° a degree east is 0.7258 of one north, and 4.127° are shown.
        assert!((picture.height - 486.0).abs() < 0.1, "{}", picture.height);
        assert_eq!(picture.place(point(45_5281, 139_3376)), (10.0, 10.0));
        let (right, bottom) = picture.place(point(41_4011, 148_8560));
        assert!((right - 790.0).abs() < 1e-9);
        assert!((bottom - (picture.height - 10.0)).abs() < 1e-9);
    }

    #[test]
    fn a_single_position_still_makes_a_picture() {
        let sapporo = point(43_0670, 141_3500);
        let picture = Projection::fit(Bounds::of([&sapporo]).unwrap(), 100.0, 10.0);
        assert!(picture.height.is_finite() && picture.height > 0.0);
        assert!(Bounds::of([]).is_none());
    }

    #[test]
    fn a_path_has_whole_rings_to_a_tenth_and_leaves_out_what_is_far_away() {
        let bounds = Bounds {
            south_west: point(-100, 0),
            north_east: point(100, 200),
        };
        let picture = Projection::fit(bounds, 20.0, 0.0);
        let near = vec![point(100, 0), point(100, 1), point(95, 13), point(-150, -5)];
        let far = vec![point(100, 900), point(90, 900), point(90, 990)];
        assert_eq!(path(&[near, far], &picture), "M0 0L0.1 0L1.3 0.5L-0.5 25Z");
    }

    #[test]
    fn the_embedded_form_keeps_every_point() {
        let ring = vec![
            point(45_5281, 139_3376),
            point(-1, 5),
            point(41_4011, 148_8560),
        ];
        let geography = Geography {
            coast: vec![ring.clone(), Vec::new()],
            boundaries: vec![Boundary {
                name: "倶知安町".to_owned(),
                rings: vec![ring],
            }],
            tiles: vec![Tile {
                subprefecture: SubprefectureId::new(3),
                column: 5,
                row: 2,
            }],
        };
        let bytes = embed::encode(&geography).unwrap();
        assert_eq!(embed::decode::<Geography>(&bytes).unwrap(), geography);
        assert_eq!(geography.grid(), (6, 3));
    }

    proptest! {
        #[test]
        fn a_click_finds_the_position_drawn_there(
            latitude in 41_4011..=45_5281,
            longitude in 139_3376..=148_8560,
            width in 200.0..4000.0,
        ) {
            let picture = Projection::fit(HOKKAIDO, width, 16.0);
            let (x, y) = picture.place(point(latitude, longitude));
            prop_assert_eq!(picture.point(x, y), point(latitude, longitude));
        }

        #[test]
        fn no_bytes_panic(bytes: Vec<u8>) {
            let _ = embed::decode::<Geography>(&bytes);
        }
    }
}
