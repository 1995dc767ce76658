//! TopoJSON: the coast, and borders where a file of them lies beside it.

use super::Files;
use crate::{
    geography::{Boundary, PER_DEGREE, Point, Ring},
    problem::{Kind, Problems},
};
use serde::Deserialize;
use std::{collections::BTreeMap, fmt};

/// The outline of Hokkaido.
const COAST: &str = "hokkaido.topojson";
/// The object in it that is the coast.
const COAST_OBJECT: &str = "coast";
/// Borders of municipalities: need not be there.
const BOUNDARIES: &str = "boundaries.topojson";

#[derive(Deserialize)]
struct Topology {
    objects: BTreeMap<String, Geometry>,
    arcs: Vec<Vec<Vec<f64>>>,
    transform: Option<Transform>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

/// The kinds that enclose land; lines and points are passed over.
#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon {
        arcs: Vec<Vec<i64>>,
        properties: Option<Properties>,
    },
    MultiPolygon {
        arcs: Vec<Vec<Vec<i64>>>,
        properties: Option<Properties>,
    },
    #[serde(rename = "GeometryCollection")]
    Collection { geometries: Vec<Self> },
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct Properties {
    name: Option<String>,
}

/// What can be wrong in such a file.
enum Flaw {
    /// It cannot be read at all.
    Unreadable(serde_json::Error),
    /// It lacks the object with this name.
    NoObject(&'static str),
    /// A ring names an arc (by its number) that is not there.
    NoSuchArc(i64),
    /// An arc has positions that are not on the earth.
    OffTheEarth(i64),
    /// A ring (by its first arc) does not end where it began.
    OpenRing(i64),
    /// A border has no name.
    Unnamed,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(
                f,
                "TopoJSONとして読み取れません。書き出しをやり直してください（{error}）。"
            ),
            Self::NoObject(name) => write!(
                f,
                "「{name}」という面がありません。objectsに、この名前のPolygonかMultiPolygonを入れてください。"
            ),
            Self::NoSuchArc(number) => write!(
                f,
                "{number}番の線（arcs）がありません。objectsとarcsが同じファイルのものか確かめてください。"
            ),
            Self::OffTheEarth(number) => write!(
                f,
                "{number}番の線（arcs）が緯度・経度の範囲を出ています。座標を世界測地系の度（経度、緯度の順）にしてください。"
            ),
            Self::OpenRing(number) => write!(
                f,
                "{number}番の線（arcs）で始まる輪が閉じていません。始まりと終わりを同じ点にしてください。"
            ),
            Self::Unnamed => {
                f.write_str("名前のない面があります。properties.nameに名前を入れてください。")
            }
        }
    }
}

/// The rings of the coast.
pub(super) fn coast(files: &Files, problems: &Problems) -> Option<Vec<Ring>> {
    let Some(text) = files.get(COAST) else {
        problems.of_file(COAST, Kind::MissingFile);
        return None;
    };
    let file = File::read(COAST, text, problems)?;
    let Some(object) = file.topology.objects.get(COAST_OBJECT) else {
        file.problem(&Flaw::NoObject(COAST_OBJECT));
        return None;
    };
    let mut rings = Vec::new();
    file.shapes(object, &mut |_, shape| rings.extend(shape));
    if rings.is_empty() {
        file.problem(&Flaw::NoObject(COAST_OBJECT));
    }
    Some(rings)
}

/// The borders of every object, if the file is there.
pub(super) fn boundaries(files: &Files, problems: &Problems) -> Option<Vec<Boundary>> {
    let Some(text) = files.get(BOUNDARIES) else {
        return Some(Vec::new());
    };
    let file = File::read(BOUNDARIES, text, problems)?;
    let mut boundaries = Vec::new();
    for object in file.topology.objects.values() {
        file.shapes(object, &mut |name, rings| match name {
            Some(name) if !name.is_empty() => boundaries.push(Boundary {
                name: name.to_owned(),
                rings,
            }),
            _ => file.problem(&Flaw::Unnamed),
        });
    }
    Some(boundaries)
}

struct File<'a> {
    name: &'static str,
    topology: Topology,
    /// The arcs in steps of a [`Point`]; `None` for one that leaves the earth.
    arcs: Vec<Option<Vec<Point>>>,
    problems: &'a Problems,
}

impl<'a> File<'a> {
    fn read(name: &'static str, text: &str, problems: &'a Problems) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match serde_json::from_str::<Topology>(text) {
            Ok(topology) => Some(Self {
                name,
                arcs: topology
                    .arcs
                    .iter()
                    .map(|arc| points(arc, topology.transform.as_ref()))
                    .collect(),
                topology,
                problems,
            }),
            Err(error) => {
                let said = Kind::Said(Flaw::Unreadable(error).to_string());
                problems.of_file(name, said);
                None
            }
        }
    }

    fn problem(&self, flaw: &Flaw) {
        let said = Kind::Said(flaw.to_string());
        self.problems.of_file(self.name, said);
    }

    /// Calls `found` with the name and rings of every shape of a geometry.
    fn shapes(&self, geometry: &Geometry, found: &mut dyn FnMut(Option<&str>, Vec<Ring>)) {
        let name = |properties: &'_ Option<Properties>| {
            properties
                .as_ref()
                .and_then(|properties| properties.name.clone())
        };
        match geometry {
            Geometry::Polygon { arcs, properties } => {
                found(name(properties).as_deref(), self.rings(arcs.iter()));
            }
            Geometry::MultiPolygon { arcs, properties } => {
                found(
                    name(properties).as_deref(),
                    self.rings(arcs.iter().flatten()),
                );
            }
            Geometry::Collection { geometries } => {
                for geometry in geometries {
                    self.shapes(geometry, found);
                }
            }
            Geometry::Other => {}
        }
    }

    fn rings<'r>(&self, rings: impl Iterator<Item = &'r Vec<i64>>) -> Vec<Ring> {
        rings
            .filter_map(|arcs| match self.ring(arcs) {
                Ok(ring) => Some(ring),
                Err(flaw) => {
                    self.problem(&flaw);
                    None
                }
            })
            .collect()
    }

    /// The arcs of a ring, joined: each begins where the one before ends, and a negative number
    /// walks its arc backwards (−1 is the first).
    fn ring(&self, arcs: &[i64]) -> Result<Ring, Flaw> {
        let mut ring = Ring::new();
        for &number in arcs {
            let at = if number < 0 { !number } else { number };
            let arc = usize::try_from(at)
                .ok()
                .and_then(|at| self.arcs.get(at))
                .ok_or(Flaw::NoSuchArc(number))?;
            let arc = arc.as_ref().ok_or(Flaw::OffTheEarth(number))?;
            if number < 0 {
                ring.extend(arc.iter().rev());
            } else {
                ring.extend(arc);
            }
        }
        let closed = ring.first() == ring.last();
        // Where arcs join, and where positions are closer than a step, points repeat.
        ring.dedup();
        ring.pop();
        if closed && ring.len() >= 3 {
            Ok(ring)
        } else {
            Err(Flaw::OpenRing(arcs.first().copied().unwrap_or_default()))
        }
    }
}

/// The points of an arc: positions in degrees, or with a transform the whole steps between them.
fn points(arc: &[Vec<f64>], transform: Option<&Transform>) -> Option<Vec<Point>> {
    let (mut x, mut y) = (0.0, 0.0);
    arc.iter()
        .map(|position| {
            let [dx, dy, ..] = position[..] else {
                return None;
            };
            let (longitude, latitude) = match transform {
                Some(Transform { scale, translate }) => {
                    (x, y) = (x + dx, y + dy);
                    (x * scale[0] + translate[0], y * scale[1] + translate[1])
                }
                None => (dx, dy),
            };
            Some(Point {
                latitude: steps(latitude, 90.0)?,
                longitude: steps(longitude, 180.0)?,
            })
        })
        .collect()
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "rounded, and at most 1,800,000"
)]
fn steps(degrees: f64, limit: f64) -> Option<i32> {
    (degrees.abs() <= limit).then(|| (degrees * f64::from(PER_DEGREE)).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two squares side by side, 0.0002° each, with the border between them as arc 1.
    const SQUARES: &str = r#"{
        "type": "Topology",
        "transform": {"scale": [0.0001, 0.0001], "translate": [140, 43]},
        "objects": {
            "towns": {"type": "GeometryCollection", "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "泊村"}},
                {"type": "MultiPolygon", "arcs": [[[2, -2]]], "properties": {"name": "岩内町"}},
                {"type": "Point", "coordinates": [1, 1]}
            ]},
            "coast": {"type": "Polygon", "arcs": [[0, 2]]}
        },
        "arcs": [
            [[2, 2], [-2, 0], [0, -2], [2, 0]],
            [[2, 0], [0, 2]],
            [[2, 0], [2, 0], [0, 2], [-2, 0]]
        ]
    }"#;

    const fn at(latitude: i32, longitude: i32) -> Point {
        Point {
            latitude: 430_000 + latitude,
            longitude: 1_400_000 + longitude,
        }
    }

    fn files(name: &str, text: &str) -> Files {
        Files::from([(name.to_owned(), text.to_owned())])
    }

    fn said(name: &str, text: &str) -> Vec<String> {
        let problems = Problems::default();
        if name == COAST {
            coast(&files(name, text), &problems);
        } else {
            boundaries(&files(name, text), &problems);
        }
        let problems = problems.into_vec();
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn arcs_are_joined_forwards_and_backwards() {
        let problems = Problems::default();
        let found = boundaries(
            &files(BOUNDARIES, &SQUARES.replace(r#""coast""#, r#""shore""#)),
            &problems,
        );
        // The shore has no name, which borders need.
        assert_eq!(problems.into_vec().len(), 1);
        let found = found.unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].name, "泊村");
        assert_eq!(found[0].rings, [[at(2, 2), at(2, 0), at(0, 0), at(0, 2)]]);
        assert_eq!(found[1].name, "岩内町");
        assert_eq!(found[1].rings, [[at(0, 2), at(0, 4), at(2, 4), at(2, 2)]]);
    }

    #[test]
    fn the_coast_is_one_object_and_needs_no_name() {
        let problems = Problems::default();
        let found = coast(&files(COAST, SQUARES), &problems).unwrap();
        assert!(problems.is_empty());
        let ring = [at(2, 2), at(2, 0), at(0, 0), at(0, 2), at(0, 4), at(2, 4)];
        assert_eq!(found, [ring]);
    }

    #[test]
    fn positions_may_be_plain_degrees() {
        let plain = r#"{"type": "Topology", "objects": {"coast": {"type": "Polygon", "arcs": [[0]]}},
            "arcs": [[[140, 43], [140.0002, 43], [140.00016, 43.00024], [140, 43]]]}"#;
        let problems = Problems::default();
        let found = coast(&files(COAST, plain), &problems).unwrap();
        assert_eq!(found, [[at(0, 0), at(0, 2), at(2, 2)]]);
    }

    #[test]
    fn borders_need_not_be_there_but_the_coast_must() {
        let problems = Problems::default();
        assert_eq!(boundaries(&Files::new(), &problems), Some(Vec::new()));
        assert!(problems.is_empty());
        assert_eq!(coast(&Files::new(), &problems), None);
        assert_eq!(
            problems.into_vec()[0].to_string(),
            "hokkaido.topojson：ファイルがありません。この名前で置いてください。"
        );
    }

    #[test]
    fn a_damaged_file_is_named_with_its_remedy() {
        for (file, from, to, expected) in [
            (
                COAST,
                "\"coast\"",
                "\"shore\"",
                "hokkaido.topojson：「coast」という面がありません。objectsに、この名前のPolygonかMultiPolygonを入れてください。",
            ),
            (
                COAST,
                "[[0, 2]]",
                "[[0, 3]]",
                "hokkaido.topojson：3番の線（arcs）がありません。objectsとarcsが同じファイルのものか確かめてください。",
            ),
            (
                COAST,
                "[[0, 2]]",
                "[[0]]",
                "hokkaido.topojson：0番の線（arcs）で始まる輪が閉じていません。始まりと終わりを同じ点にしてください。",
            ),
            (
                COAST,
                "[140, 43]",
                "[140, 4300]",
                "hokkaido.topojson：0番の線（arcs）が緯度・経度の範囲を出ています。座標を世界測地系の度（経度、緯度の順）にしてください。",
            ),
            (
                COAST,
                "\"arcs\": [\n",
                "\"arcs\": [,\n",
                "hokkaido.topojson：TopoJSONとして読み取れません。",
            ),
            (
                BOUNDARIES,
                "岩内町",
                "",
                "boundaries.topojson：名前のない面があります。properties.nameに名前を入れてください。",
            ),
        ] {
            assert!(SQUARES.contains(from), "{from}");
            let said = said(file, &SQUARES.replacen(from, to, 1));
            assert!(said[0].starts_with(expected), "{said:#?}");
        }
    }
}
