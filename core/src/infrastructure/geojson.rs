//! Works as GeoJSON (RFC 7946): a FeatureCollection for map programs.
//!
//! Each work is a Feature. Its properties have the headings of the CSV as names; years are western
//! numbers, 進捗率 is a number, 見本 is `true`. Its geometry is a Point, or `null` for a work that
//! cannot be mapped. A work of a municipality has 市町村 and the point of its office: reading, the
//! municipality goes before the point.

use super::{
    form::{Field, Form, SAMPLE, short},
    import::{Import, Problem},
    work::{Place, Position, Work},
    works::Works,
};
use crate::{fiscal_year::Era, language::in_japanese, model::Municipality, sentence, words};
use serde_json::{Map, Value, json};

/// The works as a file.
#[must_use]
pub fn write(works: &Works, municipalities: &[Municipality]) -> String {
    let features: Vec<Value> = works
        .entries()
        .iter()
        .map(|entry| feature(&entry.work, municipalities))
        .collect();
    let collection = json!({ "type": "FeatureCollection", "features": features });
    serde_json::to_string_pretty(&collection).unwrap_or_default()
}

fn feature(work: &Work, municipalities: &[Municipality]) -> Value {
    let form = in_japanese(|| Form::of(work, municipalities, Era::Seireki));
    let mut properties = Map::new();
    for field in Field::ALL {
        let text = form.get(field);
        let value = match field {
            Field::Latitude | Field::Longitude => continue,
            _ if text.is_empty() => continue,
            Field::Started => json!(work.started.map(u16::from)),
            Field::Year => json!(u16::from(work.year)),
            Field::Rate => number(text),
            Field::Sample => json!(true),
            _ => json!(text),
        };
        properties.insert(field.column().to_owned(), value);
    }
    let office = |slug: &str| {
        municipalities
            .iter()
            .find(|municipality| municipality.slug == slug)
            .and_then(|municipality| {
                Position::new(municipality.place.latitude, municipality.place.longitude).ok()
            })
    };
    let position = match &work.place {
        Place::Municipality(slug) => office(slug),
        Place::Point(position) => Some(*position),
        Place::Unmapped => None,
    };
    let geometry = position.map_or(Value::Null, |position| {
        json!({
            "type": "Point",
            "coordinates": [
                number(&position.longitude().to_string()),
                number(&position.latitude().to_string()),
            ],
        })
    });
    json!({ "type": "Feature", "geometry": geometry, "properties": properties })
}

/// A figure as a JSON number, whole where it is whole.
fn number(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or(Value::Null)
}

/// Reads a file.
#[must_use]
pub fn read(text: &str, municipalities: &[Municipality]) -> Import {
    let mut import = Import::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let features = match features(text) {
        Ok(features) => features,
        Err(problem) => {
            import.problems.push(problem);
            return import;
        }
    };
    let mut unknown: Vec<String> = Vec::new();
    for (at, feature) in features.iter().enumerate() {
        let place = sentence!("{number}番目の地物", "Feature {number}", number = at + 1);
        match form(feature, &mut unknown) {
            Ok(form) => match form.read(municipalities) {
                Ok(work) => import.works.push(work),
                Err(faults) => import.problems.extend(
                    faults
                        .iter()
                        .map(|(field, fault)| Problem::of_field(place.clone(), *field, fault)),
                ),
            },
            Err((part, message)) => import.problems.push(Problem {
                place: Some(place),
                column: Some(part),
                message,
            }),
        }
    }
    import.leave_unread(words!("項目", "properties"), unknown.iter());
    import
}

fn features(text: &str) -> Result<Vec<Value>, Problem> {
    let file: Value = serde_json::from_str(text).map_err(|error| Problem {
        place: Some(sentence!(
            "{line}行目の{column}文字目",
            "Line {line}, character {column}",
            line = error.line(),
            column = error.column()
        )),
        column: None,
        message: words!(
            "JSONとして読めません。GeoJSON（.geojson）のファイルか確かめてください。",
            "This cannot be read as JSON. Check that it is a GeoJSON file (.geojson)."
        )
        .to_owned(),
    })?;
    let no_geojson = || {
        Problem::of_file(words!(
            "GeoJSONではありません。FeatureCollection のファイルを選んでください。",
            "This is not GeoJSON. Choose a file with a FeatureCollection."
        ))
    };
    let Value::Object(mut file) = file else {
        return Err(no_geojson());
    };
    let features = file.remove("features");
    match (file.get("type").and_then(Value::as_str), features) {
        (Some("FeatureCollection"), Some(Value::Array(features))) => Ok(features),
        (Some("FeatureCollection"), _) => Err(Problem {
            place: None,
            column: Some("features".to_owned()),
            message: words!(
                "地物の並び（配列）がありません。",
                "There is no list (array) of features."
            )
            .to_owned(),
        }),
        (Some(other), _) => Err(Problem {
            place: None,
            column: Some("type".to_owned()),
            message: sentence!(
                "「{found}」のファイルは読めません。FeatureCollection のファイルを選んでください。",
                "A file of “{found}” cannot be read. Choose a file with a FeatureCollection.",
                found = short(other)
            ),
        }),
        (None, _) => Err(no_geojson()),
    }
}

/// The texts of a feature, or the part that cannot be read and why.
fn form(feature: &Value, unknown: &mut Vec<String>) -> Result<Form, (String, String)> {
    let wrong = |part: &str, message: &str| Err((part.to_owned(), message.to_owned()));
    if feature.get("type").and_then(Value::as_str) != Some("Feature") {
        return wrong(
            "type",
            words!("Feature ではありません。", "This is not a Feature."),
        );
    }
    let mut form = Form::default();
    match feature.get("properties") {
        None | Some(Value::Null) => {}
        Some(Value::Object(properties)) => {
            for (name, value) in properties {
                match Field::headed(name) {
                    Some(Field::Latitude | Field::Longitude) | None => {
                        if !unknown.contains(name) {
                            unknown.push(name.clone());
                        }
                    }
                    Some(field) => form.set(field, text(field, value)?),
                }
            }
        }
        Some(_) => {
            return wrong(
                "properties",
                words!(
                    "項目の集まり（オブジェクト）ではありません。",
                    "This is not a set of properties (an object)."
                ),
            );
        }
    }
    // The municipality goes before the point, which is then only that of its office.
    let position = position(feature.get("geometry"))?;
    if let Some(position) = position
        && form.get(Field::Municipality).trim().is_empty()
    {
        form.set_position(position);
    }
    Ok(form)
}

fn text(field: Field, value: &Value) -> Result<String, (String, String)> {
    match value {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        Value::Bool(sample) if field == Field::Sample => {
            Ok(if *sample { SAMPLE } else { "" }.to_owned())
        }
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => Err((
            field.column_named(),
            words!("文字か数字にしてください。", "Use text or a number.").to_owned(),
        )),
    }
}

fn position(geometry: Option<&Value>) -> Result<Option<Position>, (String, String)> {
    let wrong = |part: &str, message: String| Err((part.to_owned(), message));
    let geometry = match geometry {
        None | Some(Value::Null) => return Ok(None),
        Some(geometry) => geometry,
    };
    match geometry.get("type").and_then(Value::as_str) {
        Some("Point") => {}
        Some(other) => {
            return wrong(
                "geometry",
                sentence!(
                    "形が「{found}」です。点（Point）にするか、図示できない事業なら null にしてください。",
                    "The shape is “{found}”. Use a Point, or null for works that cannot be shown on the map.",
                    found = short(other)
                ),
            );
        }
        None => {
            let missing = words!(
                "形の種類（type）がありません。",
                "The kind of shape (type) is missing."
            );
            return wrong("geometry", missing.to_owned());
        }
    }
    let degrees = geometry
        .get("coordinates")
        .and_then(Value::as_array)
        .and_then(|pair| Some((pair.first()?.as_f64()?, pair.get(1)?.as_f64()?)));
    let Some((longitude, latitude)) = degrees else {
        return wrong(
            "coordinates",
            words!(
                "[経度, 緯度] の順の、2つの数字にしてください。",
                "Use two numbers in the order [longitude, latitude]."
            )
            .to_owned(),
        );
    };
    Position::from_degrees(latitude, longitude)
        .map(Some)
        .map_err(|fault| ("coordinates".to_owned(), fault.message()))
}
