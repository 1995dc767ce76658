//! Invented works, to try the map with. No such work exists; every name says so.

use super::{
    form::{Field, Form, SAMPLE},
    work::Work,
};
use crate::{model::Municipality, words};

/// Columns: 事業名, 種別, 市町村, 緯度, 経度, 着手年度, 状況, 進捗率, 当該年度の事業内容.
fn texts() -> [[&'static str; 9]; 6] {
    [
        [
            words!(
                "【見本】架空第一道路整備事業",
                "[Sample] Imaginary Road No. 1 improvement"
            ),
            "道路",
            "倶知安町",
            "",
            "",
            "R2",
            "事業中",
            "40",
            words!("架空の道路改良工事", "Imaginary road widening"),
        ],
        [
            words!(
                "【見本】架空港湾整備事業",
                "[Sample] Imaginary Port development"
            ),
            "港湾",
            "小樽市",
            "",
            "",
            "H30",
            "完成予定",
            "",
            words!("架空の岸壁改良工事", "Imaginary quay improvement"),
        ],
        [
            words!(
                "【見本】架空川河川改修事業",
                "[Sample] Imaginary River improvement"
            ),
            "河川・砂防",
            "",
            "42.845",
            "140.620",
            "R4",
            "事業中",
            "62.5",
            words!("架空の築堤工事", "Imaginary embankment works"),
        ],
        [
            words!(
                "【見本】架空漁港整備事業",
                "[Sample] Imaginary Fishing Port development"
            ),
            "漁港",
            "",
            "42.783",
            "140.200",
            "R元",
            "完成予定",
            "95",
            words!("架空の防波堤改良工事", "Imaginary breakwater improvement"),
        ],
        [
            words!(
                "【見本】架空運動公園整備事業",
                "[Sample] Imaginary Sports Park development"
            ),
            "公園",
            "余市町",
            "",
            "",
            "R3",
            "完成",
            "100",
            words!("架空の園路整備工事", "Imaginary park path works"),
        ],
        [
            words!(
                "【見本】架空橋梁長寿命化事業",
                "[Sample] Imaginary bridge life extension"
            ),
            "道路",
            "",
            "",
            "",
            "R5",
            "事業中",
            "20",
            words!(
                "架空の管内一円の橋の点検と補修",
                "Imaginary inspection and repair of bridges across the area"
            ),
        ],
    ]
}

/// The invented works, each marked as a sample.
#[must_use]
pub fn works(municipalities: &[Municipality]) -> Vec<Work> {
    const FIELDS: [Field; 9] = [
        Field::Name,
        Field::Kind,
        Field::Municipality,
        Field::Latitude,
        Field::Longitude,
        Field::Started,
        Field::State,
        Field::Rate,
        Field::Content,
    ];
    texts()
        .into_iter()
        .filter_map(|texts| {
            let mut form = Form::default();
            for (field, text) in FIELDS.into_iter().zip(texts) {
                form.set(field, text.to_owned());
            }
            form.set(
                Field::Note,
                words!(
                    "見本のため、実在の事業ではありません",
                    "A sample: these are not real works"
                )
                .to_owned(),
            );
            form.set(Field::Sample, SAMPLE.to_owned());
            form.read(municipalities).ok()
        })
        .collect()
}
