//! 地域 against the documents and against 事業をさがす.

use crate::{
    facets::{any_selection, facets},
    shared::{dataset, edition, prose},
};
use michishirube_core::{
    areas::{self, Region, map, words},
    facets::{Facet, Selection},
    fiscal_year::Era,
    format::Money,
    infrastructure::labels::Rectangle,
    model::{AreaId, RowId, SubprefectureId},
    search::SearchIndex,
    view::MapFigure,
};
use proptest::prelude::*;

fn area(slug: &str) -> Region {
    let row = dataset().areas.iter().position(|area| area.slug == slug);
    Region::Area(AreaId::new(row.unwrap()))
}

fn place(slug: &str) -> Region {
    let places = &dataset().subprefectures;
    let row = places.iter().position(|place| place.slug == slug);
    Region::Subprefecture(SubprefectureId::new(row.unwrap()))
}

fn selected(regions: &[Region]) -> Selection {
    let mut selection = Selection::default();
    for region in regions {
        region.toggle(&mut selection);
    }
    selection
}

/// 003 (3 主なプロジェクト), and 002 added up by area; `core/tests/expected/counts.csv` has the same.
#[test]
fn an_area_has_the_projects_and_the_money_of_the_documents() {
    let mut all = (0, 0);
    for (slug, projects, rows, budget) in [
        ("doo", 18, 11, 48_941),
        ("donan", 6, 5, 18_204),
        ("dohoku", 13, 6, 17_426),
        ("okhotsk", 5, 2, 8_006),
        ("tokachi", 4, 2, 2_182),
        ("kushiro-nemuro", 5, 5, 20_376),
    ] {
        let figures = areas::figures_of(dataset(), area(slug));
        assert_eq!(
            (figures.budget_rows, figures.budget),
            (rows, budget),
            "{slug}"
        );
        let counted = areas::counted_projects(dataset(), &selected(&[area(slug)]));
        assert_eq!(counted, Some(projects), "{slug}");
        assert!(figures.projects.len() <= projects as usize, "{slug}");
        all = (all.0 + projects, all.1 + budget);
    }
    assert_eq!(all, (51, 115_135));
    let everything = Selection::default();
    assert_eq!(areas::counted_projects(dataset(), &everything), Some(51));
    assert_eq!(areas::figures(dataset(), &everything).budget, 115_135);
}

/// Programmes and named projects, counted by hand: 002, for 空知 with 000 and 001, for 後志 with 004.
#[test]
fn a_subprefecture_has_what_the_documents_say_of_it() {
    for (slug, programs, projects, budget) in [
        // 000 has 7 programmes, 001 10 (3 of them among those), 002 2 more appearances of known ones.
        ("sorachi", 14, 6, 6_615),
        ("ishikari", 3, 2, 24_232),
        // 001's 炭鉄港, two of 002, three of 004.
        ("shiribeshi", 2, 6, 3_304),
        ("iburi", 2, 2, 9_995),
        ("hidaka", 2, 2, 4_795),
        ("oshima", 3, 2, 10_731),
        ("hiyama", 2, 2, 7_473),
        ("kamikawa", 2, 1, 7_022),
        ("rumoi", 2, 2, 6_296),
        ("soya", 2, 2, 4_108),
        ("okhotsk", 2, 1, 8_006),
        ("tokachi", 2, 2, 2_182),
        ("kushiro", 3, 3, 11_298),
        ("nemuro", 2, 2, 9_078),
    ] {
        let figures = areas::figures_of(dataset(), place(slug));
        assert_eq!(
            (figures.programs, figures.projects.len(), figures.budget),
            (programs, projects, budget),
            "{slug}"
        );
        let none = areas::counted_projects(dataset(), &selected(&[place(slug)]));
        assert_eq!(none, None, "the 51 are given by area only");
    }
    let everything = areas::figures(dataset(), &Selection::default());
    assert_eq!((everything.programs, everything.projects.len()), (43, 32));
}

#[test]
fn choosing_again_takes_away_and_the_other_level_gives_way() {
    let mut selection = selected(&[place("soya"), place("rumoi")]);
    let chosen = areas::chosen(&selection);
    // In the documents' order, whatever the order of choosing.
    assert_eq!(chosen, [place("rumoi"), place("soya")]);
    place("soya").toggle(&mut selection);
    assert!(place("rumoi").is_chosen(&selection));
    area("tokachi").toggle(&mut selection);
    assert_eq!(areas::chosen(&selection), [area("tokachi")]);
    area("tokachi").toggle(&mut selection);
    assert_eq!(selection, Selection::default());
}

#[test]
fn every_area_has_the_example_and_the_aim_of_the_policy() {
    let aims: Vec<_> = dataset()
        .areas
        .iter()
        .enumerate()
        .map(|(row, _)| {
            let example = areas::example(&prose().policy, AreaId::new(row)).unwrap();
            areas::aim(dataset(), example.indicator, Era::Wareki)
        })
        .collect();
    assert_eq!(
        aims,
        [
            "7,250千人（R2） → 7,468千人（R7）",
            "1施設（R2） → 11施設（R7）",
            "2,260万人（R1） → 2,504万人（R7）",
            "67.7%（R2） → 75.0%（R6）",
            "1市町村（R2） → 19市町村（R7）",
            "47.4万kW（R1） → 79.9万kW（R7）",
        ]
    );
    let soya = areas::areas(dataset(), &selected(&[place("soya")]));
    assert_eq!(soya.len(), 1);
    assert_eq!(dataset().area(soya[0]).slug, "dohoku");
}

#[test]
fn a_figure_is_said_with_its_unit_and_what_it_is_compared_with() {
    let soya = selected(&[place("soya"), place("rumoi")]);
    assert_eq!(
        words::sentence(dataset(), &soya, Money::TenThousand),
        "留萌・宗谷：事業4件、予算額1,040.4万円、プロジェクト3件。"
    );
    assert_eq!(
        words::sentence(dataset(), &Selection::default(), Money::Thousand),
        "北海道全体：事業43件、予算額115,135千円、プロジェクト32件。"
    );
    // 6,615 of 115,135.
    assert_eq!(words::share(6_615, 115_135), "全体の5.7%");
    assert_eq!(words::share(0, 0), "");
    let digits = |money| words::digits(6_615, MapFigure::Budget, money);
    assert_eq!(digits(Money::Thousand), "6,615");
    assert_eq!(digits(Money::TenThousand), "661.5");
    let (_, year) = areas::budget_source(dataset()).unwrap();
    assert_eq!(
        words::title(MapFigure::Budget, Money::Thousand, Some(year), Era::Wareki),
        "振興局ごとの令和3年度の予算額（千円）"
    );
}

#[test]
fn no_name_on_the_map_covers_another_or_a_dot() {
    let map = map::map(dataset(), &edition().geography).unwrap();
    assert_eq!(map.seats.len(), 14);
    assert!(map.borders.is_empty());
    let frame = Rectangle {
        left: 0.0,
        top: 0.0,
        width: map.width,
        height: map.height,
    };
    for seat in &map.seats {
        assert!(seat.name.is_within(&frame));
        for other in &map.seats {
            let dot = Rectangle::around(other.at, map::DOT);
            assert!(seat.name.overlap(&dot) <= 0.0);
            assert!(seat == other || seat.name.overlap(&other.name) <= 0.0);
        }
    }
}

proptest! {
    /// The panel's figure and the list behind its link are the same.
    #[test]
    fn programmes_are_counted_as_the_list_counts_them(selection in any_selection()) {
        let places = areas::places(&selection);
        let listed = facets().apply(&places, &SearchIndex::all(dataset())).programs;
        prop_assert_eq!(areas::figures(dataset(), &selection).programs, listed.count_ones(..));
        prop_assert_eq!(areas::figures(dataset(), &places), areas::figures(dataset(), &selection));
        let others = [Facet::Category, Facet::Sdg, Facet::Year, Facet::Document, Facet::Project];
        prop_assert!(others.into_iter().all(|facet| places.chosen(facet).is_empty()));
    }
}
