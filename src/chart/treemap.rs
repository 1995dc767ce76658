//! A treemap: amounts as rectangles that fill a frame, each as near to a square as can be (the
//! "squarified" treemap of Bruls, Huizing and van Wijk, 2000).
//!
//! Places are per cents of the frame, so that one layout serves every size of the same shape. Knows
//! no colours, no texts and no browser; whether a text has room is the style sheet's to say, which
//! knows the letters.

/// The shape of a frame, and how large it is on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width ÷ height; the style sheet has the same.
    pub aspect: f64,
    /// Its width on the narrowest screen that has it, in pixels.
    pub narrowest: f64,
    /// Its width on most screens.
    pub usual: f64,
}

/// The frames of one picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frames {
    /// Beside the filters, and on a tablet.
    pub wide: Frame,
    /// On a phone.
    pub tall: Frame,
}

/// The frames for so many tiles: two or three need no room for small print.
pub const fn frames(tiles: usize) -> Frames {
    let (wide, tall) = if tiles > 3 {
        (16.0 / 9.0, 3.0 / 4.0)
    } else {
        (32.0 / 9.0, 3.0 / 2.0)
    };
    Frames {
        wide: Frame {
            aspect: wide,
            narrowest: 576.0,
            usual: 840.0,
        },
        tall: Frame {
            aspect: tall,
            narrowest: 286.0,
            usual: 356.0,
        },
    }
}

/// The least side of a tile that can be pointed at (WCAG 2.2, 2.5.8), with the gaps around it, in
/// pixels.
const LEAST: f64 = 27.0;
/// What name and amount at the top of a tile take, and the edge around its parts, in pixels.
const HEAD: f64 = 56.0;
const EDGE: f64 = 6.0;

/// Where a tile stands, in per cent of its frame.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
}

impl Place {
    /// The CSS property `inset`: from the top, right, bottom and left.
    pub fn inset(self) -> String {
        let right = (100.0 - self.x - self.width).max(0.0);
        let bottom = (100.0 - self.y - self.height).max(0.0);
        format!("{:.3}% {right:.3}% {bottom:.3}% {:.3}%", self.y, self.x)
    }

    /// Width ÷ height of the room for parts below the name of a tile.
    pub fn room(self, frame: Frame) -> f64 {
        let width = frame.usual * self.width / 100.0 - 2.0 * EDGE;
        let height = frame.usual / frame.aspect * self.height / 100.0 - HEAD - EDGE;
        (width.max(1.0) / height.max(1.0)).clamp(0.2, 5.0)
    }

    /// Whether it can be pointed at even where the frame is smallest.
    pub fn can_be_pointed_at(self, frame: Frame) -> bool {
        let width = frame.narrowest * self.width / 100.0;
        let height = frame.narrowest / frame.aspect * self.height / 100.0;
        width.min(height) >= LEAST
    }
}

/// A place for each amount in a frame of this shape (width ÷ height). Amounts come largest first;
/// one of nothing has no size.
pub fn treemap(amounts: &[u32], aspect: f64) -> Vec<Place> {
    let total: f64 = amounts.iter().map(|amount| f64::from(*amount)).sum();
    let mut places = vec![Place::default(); amounts.len()];
    // In units of the frame's height, an amount is this area.
    let area = |amount: u32| f64::from(amount) * aspect / total;
    let (mut x, mut y, mut width, mut height) = (0.0, 0.0, aspect, 1.0);
    let mut start = 0;
    while start < amounts.len() && amounts[start] > 0 {
        // A strip along the shorter side takes amounts as long as its tiles become squarer.
        let side = f64::min(width, height);
        let largest = area(amounts[start]);
        let (mut end, mut strip) = (start + 1, largest);
        let mut elongation = elongation_of(largest, largest, strip, side);
        while end < amounts.len() && amounts[end] > 0 {
            let next = area(amounts[end]);
            let with_next = elongation_of(largest, next, strip + next, side);
            if with_next > elongation {
                break;
            }
            (end, strip, elongation) = (end + 1, strip + next, with_next);
        }
        let thickness = strip / side;
        let upright = height <= width;
        let mut along = 0.0;
        for at in start..end {
            let length = area(amounts[at]) / thickness;
            let (left, top, across, down) = if upright {
                (x, y + along, thickness, length)
            } else {
                (x + along, y, length, thickness)
            };
            places[at] = Place {
                x: left / aspect * 100.0,
                y: top * 100.0,
                width: across / aspect * 100.0,
                height: down * 100.0,
            };
            along += length;
        }
        if upright {
            (x, width) = (x + thickness, width - thickness);
        } else {
            (y, height) = (y + thickness, height - thickness);
        }
        start = end;
    }
    places
}

/// The longer side of a strip's most elongated tile ÷ the shorter; its area, the areas of its
/// largest and smallest tile, and its length are known.
fn elongation_of(largest: f64, smallest: f64, strip: f64, side: f64) -> f64 {
    let square = side * side;
    (square * largest / (strip * strip)).max(strip * strip / (square * smallest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 002: the areas, and the programmes, largest first.
    const AREAS: [u32; 6] = [48_941, 20_376, 18_204, 17_426, 8_006, 2_182];
    const PROGRAMS: [u32; 31] = [
        9515, 7717, 7000, 7000, 7000, 6835, 6726, 6613, 5715, 5013, 4000, 3891, 3810, 3582, 3330,
        3269, 3212, 2460, 2243, 2138, 2108, 1970, 1623, 1465, 1395, 1393, 1283, 900, 844, 787, 298,
    ];

    fn overlap(a: &Place, b: &Place) -> f64 {
        let across = (a.x + a.width).min(b.x + b.width) - a.x.max(b.x);
        let down = (a.y + a.height).min(b.y + b.height) - a.y.max(b.y);
        across.max(0.0) * down.max(0.0)
    }

    fn cases() -> impl Iterator<Item = (Vec<u32>, f64)> {
        let lists = [
            AREAS.to_vec(),
            PROGRAMS.to_vec(),
            vec![5715, 900],
            vec![7],
            vec![1_000_000, 1],
            vec![3; 17],
        ];
        lists.into_iter().flat_map(|amounts| {
            let Frames { wide, tall } = frames(amounts.len());
            [wide.aspect, tall.aspect, 0.2, 5.0].map(|aspect| (amounts.clone(), aspect))
        })
    }

    #[test]
    fn tiles_are_as_large_as_their_amounts_and_fill_the_frame_without_overlap() {
        for (amounts, aspect) in cases() {
            let places = treemap(&amounts, aspect);
            let total: u32 = amounts.iter().sum();
            for (at, place) in places.iter().enumerate() {
                let share = f64::from(amounts[at]) / f64::from(total) * 10_000.0;
                assert!((place.width * place.height - share).abs() < 1e-6);
                assert!(place.x > -1e-6 && place.x + place.width < 100.0 + 1e-6);
                assert!(place.y > -1e-6 && place.y + place.height < 100.0 + 1e-6);
                for other in &places[at + 1..] {
                    assert!(overlap(place, other) < 1e-6, "{amounts:?} {aspect}");
                }
            }
        }
    }

    #[test]
    fn tiles_are_near_to_squares() {
        let Frames { wide, tall } = frames(AREAS.len());
        for (amounts, frame) in [
            (AREAS.as_slice(), wide),
            (AREAS.as_slice(), tall),
            (PROGRAMS.as_slice(), wide),
            (PROGRAMS.as_slice(), tall),
        ] {
            for place in treemap(amounts, frame.aspect) {
                let shape = frame.aspect * place.width / place.height;
                assert!((0.2..=5.0).contains(&shape), "{shape} in {frame:?}");
            }
        }
    }

    #[test]
    fn only_the_smallest_cannot_be_pointed_at() {
        let out_of_reach = |amounts: &[u32]| {
            let Frames { wide, tall } = frames(amounts.len());
            [wide, tall].map(|frame| {
                let places = treemap(amounts, frame.aspect);
                let small = |place: &&Place| !place.can_be_pointed_at(frame);
                places.iter().filter(small).count()
            })
        };
        let [wide, tall] = out_of_reach(&AREAS);
        assert_eq!((wide, tall), (0, 1));
        let [wide, tall] = out_of_reach(&PROGRAMS);
        assert!(wide <= 1 && tall <= 8, "{wide} {tall}");
        // 002, 釧路: 298 of 11,298 千円.
        assert_eq!(out_of_reach(&[7000, 4000, 298]), [1, 1]);
    }

    #[test]
    fn nothing_has_no_size() {
        assert_eq!(treemap(&[], 1.0), []);
        assert_eq!(treemap(&[0, 0], 1.0), [Place::default(); 2]);
        assert_eq!(treemap(&[5, 0], 1.0)[1], Place::default());
    }

    #[test]
    fn a_place_is_written_as_the_style_sheet_wants_it() {
        let place = Place {
            x: 10.0,
            y: 25.0,
            width: 40.0,
            height: 75.0,
        };
        assert_eq!(place.inset(), "25.000% 50.000% 0.000% 10.000%");
    }
}
