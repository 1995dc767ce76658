//! The JSON file holds what the documents say, for programs other than this one.

use crate::shared::{dataset, edition};
use michishirube_core::export;
use serde_json::Value;

#[test]
fn the_json_has_the_documents_figures_with_their_own_digits() {
    let text = export::json(dataset(), &edition().english);
    let whole: Value = serde_json::from_str(&text).unwrap();
    let programs = whole["programs"].as_array().unwrap();
    let budgets: Vec<u64> = programs
        .iter()
        .flat_map(|program| program["appearances"].as_array().unwrap())
        .filter_map(|appearance| appearance["budget_thousand_yen"].as_u64())
        .collect();
    // 002: 31 rows, 115,135 千円.
    assert_eq!((budgets.len(), budgets.iter().sum()), (31, 115_135_u64));
    // 001, 評価指標一覧: 新規高卒者管内企業就職率 60.9 (R2), 52.0 (R5), 63.9 (R6).
    let employment = whole["indicators"]
        .as_array()
        .unwrap()
        .iter()
        .find(|indicator| indicator["id"] == "local-employment-rate")
        .unwrap();
    assert_eq!(employment["target"]["fiscal_year"], 2024);
    assert_eq!(employment["results"][2]["fiscal_year"], 2023);
    // As printed, which a number type of the reader would not show.
    assert!(text.contains(r#""value": 52.0"#));
    assert_eq!(
        employment["listings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|listing| listing["relisted"].as_bool().unwrap())
            .collect::<Vec<_>>(),
        [false, true]
    );
    // 炭鉄港: 集計中 is a status without a value.
    let visitors = whole["indicators"]
        .as_array()
        .unwrap()
        .iter()
        .find(|indicator| indicator["id"] == "tantetsuko-visitors")
        .unwrap();
    let pending = &visitors["results"][2];
    assert_eq!(pending["status"], "pending");
    assert!(pending.get("value").is_none());
    // Every name has its English beside it.
    assert_eq!(employment["name"], "新規高卒者管内企業就職率");
    assert_eq!(
        employment["name_en"],
        "Rate of new high school graduates employed by companies in the subprefecture"
    );
    assert_eq!(
        (&visitors["unit"], &visitors["unit_en"]),
        (&"千人".into(), &"thousand people".into())
    );
    let seat = &whole["subprefectures"][2]["seat"];
    assert_eq!(
        (&seat["name"], &seat["name_en"]),
        (&"倶知安町".into(), &"Kutchan Town".into())
    );
}
