//! Invented works, to try the map with. No such work exists; every name says so.

use super::{
    form::{Field, Form, SAMPLE},
    work::Work,
};
use crate::model::Municipality;

/// Columns: 事業名, 種別, 市町村, 緯度, 経度, 着手年度, 状況, 進捗率, 当該年度の事業内容.
const WORKS: [[&str; 9]; 6] = [
    [
        "【見本】架空第一道路整備事業",
        "道路",
        "倶知安町",
        "",
        "",
        "R2",
        "事業中",
        "40",
        "架空の道路改良工事",
    ],
    [
        "【見本】架空港湾整備事業",
        "港湾",
        "小樽市",
        "",
        "",
        "H30",
        "完成予定",
        "",
        "架空の岸壁改良工事",
    ],
    [
        "【見本】架空川河川改修事業",
        "河川・砂防",
        "",
        "42.845",
        "140.620",
        "R4",
        "事業中",
        "62.5",
        "架空の築堤工事",
    ],
    [
        "【見本】架空漁港整備事業",
        "漁港",
        "",
        "42.783",
        "140.200",
        "R元",
        "完成予定",
        "95",
        "架空の防波堤改良工事",
    ],
    [
        "【見本】架空運動公園整備事業",
        "公園",
        "余市町",
        "",
        "",
        "R3",
        "完成",
        "100",
        "架空の園路整備工事",
    ],
    [
        "【見本】架空橋梁長寿命化事業",
        "道路",
        "",
        "",
        "",
        "R5",
        "事業中",
        "20",
        "架空の管内一円の橋の点検と補修",
    ],
];

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
    WORKS
        .iter()
        .filter_map(|texts| {
            let mut form = Form::default();
            for (field, text) in FIELDS.into_iter().zip(texts) {
                form.set(field, (*text).to_owned());
            }
            form.set(
                Field::Note,
                "見本のため、実在の事業ではありません".to_owned(),
            );
            form.set(Field::Sample, SAMPLE.to_owned());
            form.read(municipalities).ok()
        })
        .collect()
}
