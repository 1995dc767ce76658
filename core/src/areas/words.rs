//! What 地域 says: titles, units and the sentence for what is chosen.

use super::{chosen, figures, places};
use crate::{
    dataset::Dataset,
    facets::Selection,
    fiscal_year::{Era, FiscalYear},
    format::{self, Money},
    language::{Language, counted, spoken},
    ratio::Ratio,
    sentence,
    view::MapFigure,
    words,
};

/// The unit of a figure of the map.
#[must_use]
pub fn unit(figure: MapFigure, money: Money) -> &'static str {
    match figure {
        MapFigure::Programs => words!("件", "programmes"),
        MapFigure::Projects => words!("件", "projects"),
        MapFigure::Budget => money.title(),
    }
}

/// A figure of the map without its unit, which stands in the title: 「6,615」, 「661.5」.
#[must_use]
pub fn digits(amount: u32, figure: MapFigure, money: Money) -> String {
    match figure {
        MapFigure::Programs | MapFigure::Projects => format::group(amount),
        MapFigure::Budget => format::money_digits(amount, money),
    }
}

/// What the map shows, with its unit.
#[must_use]
pub fn title(figure: MapFigure, money: Money, year: Option<FiscalYear>, era: Era) -> String {
    match figure {
        MapFigure::Programs => words!(
            "振興局ごとの事業の数（件）",
            "Number of programmes by subprefecture"
        )
        .to_owned(),
        MapFigure::Budget => {
            let year = year.map_or_else(String::new, |year| {
                sentence!("{year}の", ", {year}", year = year.name(era))
            });
            sentence!(
                "振興局ごとの{year}予算額（{unit}）",
                "Budget by subprefecture{year} ({unit})",
                unit = money.title(),
            )
        }
        MapFigure::Projects => words!(
            "振興局ごとのプロジェクトの数（件）",
            "Number of projects by subprefecture"
        )
        .to_owned(),
    }
}

/// How the figure may, and may not, be compared.
#[must_use]
pub fn caveat(figure: MapFigure) -> &'static str {
    match figure {
        MapFigure::Programs => words!(
            "文書に載っている事業の数です。空知が多いのは、空知だけを扱う文書が2つあるためで、ほかの振興局の事業が少ないという意味ではありません。",
            "The number of programmes in the documents. Sorachi has many because two documents are about Sorachi alone; this does not mean that the other subprefectures have few programmes."
        ),
        MapFigure::Budget => words!(
            "予算の表に載っている主な施策の金額を足したもので、振興局の予算のすべてではありません。",
            "The sum of the main measures in the budget table. It is not the whole budget of a subprefecture."
        ),
        MapFigure::Projects => words!(
            "文書に名前のあるプロジェクトの数です。空知と後志は、その地域だけを扱う文書があるため多くなります。方針が数える51プロジェクトの、振興局ごとの内訳は文書にありません。",
            "The number of projects that the documents name. Sorachi and Shiribeshi have more because there are documents about them alone. The documents do not break down by subprefecture the 51 projects that the policy counts."
        ),
    }
}

/// A part of a whole: 「全体の5.7%」; empty for a whole of nothing.
#[must_use]
pub fn share(part: u32, whole: u32) -> String {
    Ratio::new(part.into(), whole.into()).map_or_else(String::new, |share| {
        sentence!(
            "全体の{share}",
            "{share} of the whole",
            share = format::percent(share),
        )
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
        words!("北海道全体", "All of Hokkaido").to_owned()
    } else {
        names.join(words!("・", ", "))
    }
}

/// What is chosen and what there is, in a sentence to be read out.
#[must_use]
pub fn sentence(dataset: &Dataset, selection: &Selection, money: Money) -> String {
    let found = figures(dataset, &places(selection));
    let (names, budget) = (
        names(dataset, selection),
        format::money(found.budget, money),
    );
    match spoken() {
        Language::Japanese => format!(
            "{names}：事業{}件、予算額{budget}、プロジェクト{}件。",
            found.programs,
            found.projects.len()
        ),
        Language::English => format!(
            "{names}: {}, a budget of {budget}, {}.",
            counted(found.programs, "programme", "programmes"),
            counted(found.projects.len(), "project", "projects")
        ),
    }
}
