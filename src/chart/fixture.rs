//! Figures of the documents, for the tests of this layer.

use michishirube_core::{
    fiscal_year::FiscalYear,
    model::{Dated, Observation},
    progress::Method,
    scenario::Figures,
};

pub fn year(western: u16) -> FiscalYear {
    FiscalYear::try_from(western).unwrap()
}

pub fn dated(western: u16, value: &str) -> Dated {
    Dated {
        year: year(western),
        value: value.parse().unwrap(),
    }
}

pub fn published(value: &str) -> Observation {
    Observation::Published(value.parse().unwrap())
}

pub fn method() -> Method {
    Method::standard(year(2023))
}

/// 001, 評価指標（KPI）一覧: 新規高卒者管内企業就職率.
pub fn local_employment() -> Figures {
    Figures {
        baseline: Some(dated(2020, "60.9")),
        target: Some(dated(2024, "63.9")),
        first_year: year(2021),
        results: vec![
            published("59.5"),
            published("60.3"),
            published("52.0"),
            Observation::Absent,
            Observation::Absent,
        ],
    }
}

/// 001, 評価指標（KPI）一覧: 管内への観光入込客数.
pub fn sorachi_visitors() -> Figures {
    Figures {
        baseline: Some(dated(2019, "1232")),
        target: Some(dated(2024, "1278")),
        first_year: year(2021),
        results: vec![
            published("852"),
            published("1159.6"),
            Observation::Pending,
            Observation::Absent,
            Observation::Absent,
        ],
    }
}
