//! What 地域 says: titles, units and the sentence for what is chosen.

use super::{chosen, figures, places};
use crate::{
    dataset::Dataset,
    facets::Selection,
    fiscal_year::{Era, FiscalYear},
    format::{self, Money},
    ratio::Ratio,
    view::MapFigure,
};

/// The unit of a figure of the map.
#[must_use]
pub const fn unit(figure: MapFigure, money: Money) -> &'static str {
    match figure {
        MapFigure::Programs | MapFigure::Projects => "件",
        MapFigure::Budget => money.title(),
    }
}

/// A figure of the map without its unit, which stands in the title: 「6,615」, 「661.5」.
#[must_use]
pub fn digits(amount: u32, figure: MapFigure, money: Money) -> String {
    match figure {
        MapFigure::Programs | MapFigure::Projects => format::group(amount),
        MapFigure::Budget => {
            let text = format::money(amount, money);
            text.trim_end_matches(money.title()).to_owned()
        }
    }
}

/// What the map shows, with its unit.
#[must_use]
pub fn title(figure: MapFigure, money: Money, year: Option<FiscalYear>, era: Era) -> String {
    let unit = unit(figure, money);
    match figure {
        MapFigure::Programs => format!("振興局ごとの事業の数（{unit}）"),
        MapFigure::Budget => {
            let year = year.map_or_else(String::new, |year| format!("{}の", year.name(era)));
            format!("振興局ごとの{year}予算額（{unit}）")
        }
        MapFigure::Projects => format!("振興局ごとのプロジェクトの数（{unit}）"),
    }
}

/// How the figure may, and may not, be compared.
#[must_use]
pub const fn caveat(figure: MapFigure) -> &'static str {
    match figure {
        MapFigure::Programs => {
            "文書に載っている事業の数です。空知が多いのは、空知だけを扱う文書が2つあるためで、ほかの振興局の事業が少ないという意味ではありません。"
        }
        MapFigure::Budget => {
            "予算の表に載っている主な施策の金額を足したもので、振興局の予算のすべてではありません。"
        }
        MapFigure::Projects => {
            "文書に名前のあるプロジェクトの数です。空知と後志は、その地域だけを扱う文書があるため多くなります。方針が数える51プロジェクトの、振興局ごとの内訳は文書にありません。"
        }
    }
}

/// A part of a whole: 「全体の5.7%」; empty for a whole of nothing.
#[must_use]
pub fn share(part: u32, whole: u32) -> String {
    Ratio::new(part.into(), whole.into()).map_or_else(String::new, |share| {
        format!("全体の{}", format::percent(share))
    })
}

/// What is chosen, by name: 「空知・石狩」.
#[must_use]
pub fn names(dataset: &Dataset, selection: &Selection) -> String {
    let names: Vec<_> = chosen(selection)
        .into_iter()
        .map(|region| region.name(dataset))
        .collect();
    if names.is_empty() {
        "北海道全体".to_owned()
    } else {
        names.join("・")
    }
}

/// What is chosen and what there is, in a sentence to be read out.
#[must_use]
pub fn sentence(dataset: &Dataset, selection: &Selection, money: Money) -> String {
    let found = figures(dataset, &places(selection));
    format!(
        "{}：事業{}件、予算額{}、プロジェクト{}件。",
        names(dataset, selection),
        found.programs,
        format::money(found.budget, money),
        found.projects.len()
    )
}
