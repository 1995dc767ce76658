//! The map of Hokkaido as data: the coast, and the 14 振興局 with room for their names.

use crate::{
    dataset::Dataset,
    geography::{Bounds, Geography, Point, Projection, path},
    infrastructure::labels::{Rectangle, Wanted, ems, insist},
    model::{RowId, SubprefectureId},
};

/// The height of a name's letters, in the units of the picture: readable on a phone, where the
/// picture is half as wide as its units.
pub const LETTERS: f64 = 22.0;
/// How far the dot of an office reaches.
pub const DOT: f64 = 7.0;
const WIDTH: f64 = 720.0;
const MARGIN: f64 = 12.0;

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// Its width, in units of its own.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The coast, as SVG path data.
    pub coast: String,
    /// Borders of municipalities, where the data have any.
    pub borders: String,
    /// The offices of the 振興局, in the order of the documents.
    pub seats: Vec<Seat>,
}

/// The office of a 振興局 on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seat {
    /// The 振興局.
    pub subprefecture: SubprefectureId,
    /// Where its dot is.
    pub at: (f64, f64),
    /// The room for its name.
    pub name: Rectangle,
}

/// Draws Hokkaido; `None` without a coast.
#[must_use]
pub fn map(dataset: &Dataset, geography: &Geography) -> Option<Map> {
    let bounds = Bounds::of(geography.coast.iter().flatten())?;
    let projection = Projection::fit(bounds, WIDTH, MARGIN);
    let frame = Rectangle {
        left: 0.0,
        top: 0.0,
        width: projection.width,
        height: projection.height,
    };
    let dots: Vec<(f64, f64)> = dataset
        .subprefectures
        .iter()
        .map(|place| projection.place(Point::from(&place.seat)))
        .collect();
    let mut taken: Vec<Rectangle> = dots
        .iter()
        .map(|dot| Rectangle::around(*dot, DOT + 1.0))
        .collect();
    let seats = dataset
        .subprefectures
        .iter()
        .zip(&dots)
        .enumerate()
        .filter_map(|(row, (place, dot))| {
            let wanted = Wanted {
                at: *dot,
                reach: DOT,
                forms: vec![(ems(&place.name) * LETTERS, LETTERS * 1.15)],
                distances: &[3.0, 8.0, 14.0],
            };
            Some(Seat {
                subprefecture: SubprefectureId::new(row),
                at: *dot,
                name: insist(&wanted, &mut taken, &frame)?.rectangle,
            })
        })
        .collect();
    let borders: Vec<_> = geography
        .boundaries
        .iter()
        .flat_map(|boundary| boundary.rings.iter().cloned())
        .collect();
    Some(Map {
        width: projection.width,
        height: projection.height,
        coast: path(&geography.coast, &projection),
        borders: path(&borders, &projection),
        seats,
    })
}
