//! Links: written and read without loss, and never broken.

use crate::{
    facets::{any_selection, facets},
    shared::dataset,
};
use michishirube_core::{
    budget::Level,
    comparison::Compared,
    facets::Facet,
    fiscal_year::Era,
    format::Money,
    model::{DocumentId, IndicatorId, ProgramId, ProjectId, RowId},
    scenario::ScenarioId,
    view::{Ignored, Layout, MapFigure, Screen, Sort, View},
};
use proptest::prelude::*;

fn parse(query: &str) -> (View, Vec<Ignored>) {
    View::parse(query, dataset(), facets())
}

/// The query string without 「?」.
fn query(view: &View) -> String {
    let query = view.to_query(dataset(), facets());
    query.strip_prefix('?').unwrap_or(&query).to_owned()
}

fn any_screen() -> impl Strategy<Value = Screen> {
    let program = (0..dataset().programs.names.len()).prop_map(ProgramId::new);
    let indicator = || (0..dataset().indicators.names.len()).prop_map(IndicatorId::new);
    let project = (0..dataset().projects.len()).prop_map(ProjectId::new);
    let document = (0..dataset().documents.len()).prop_map(DocumentId::new);
    let screen = prop_oneof![
        Just(Screen::Home),
        Just(Screen::Programs),
        program.prop_map(Screen::Program),
        Just(Screen::Indicators),
        indicator().prop_map(Screen::Indicator),
        proptest::option::of(indicator()).prop_map(Screen::Scenario),
        proptest::option::of(indicator()).prop_map(Screen::Comparison),
        Just(Screen::Data),
        Just(Screen::Projects),
        project.prop_map(Screen::Project),
        Just(Screen::Budget),
        Just(Screen::Areas),
        Just(Screen::Policy),
        Just(Screen::Vision),
        Just(Screen::Opinions),
        Just(Screen::Infrastructure),
        Just(Screen::Report),
        Just(Screen::Accessibility),
        document.prop_map(Screen::Document),
    ];
    // A new screen must be added above: this does not compile until it is here as well.
    screen.prop_map(|screen| match screen {
        Screen::Home
        | Screen::Programs
        | Screen::Program(_)
        | Screen::Indicators
        | Screen::Indicator(_)
        | Screen::Scenario(_)
        | Screen::Comparison(_)
        | Screen::Data
        | Screen::Projects
        | Screen::Project(_)
        | Screen::Budget
        | Screen::Areas
        | Screen::Policy
        | Screen::Vision
        | Screen::Opinions
        | Screen::Infrastructure
        | Screen::Report
        | Screen::Accessibility
        | Screen::Document(_) => screen,
    })
}

/// None to three, and now and then one twice.
fn any_compared() -> impl Strategy<Value = Compared> {
    proptest::collection::vec(prop_oneof![0_u32..4, any::<u32>()], 0..=4).prop_map(|numbers| {
        let mut compared = Compared::default();
        for number in numbers {
            compared.add(ScenarioId::new(number));
        }
        compared
    })
}

fn any_view() -> impl Strategy<Value = View> {
    let words = proptest::collection::vec(any::<char>(), 0..=200);
    (
        any_screen(),
        any_selection(),
        words,
        prop::sample::select(Sort::ALL.to_vec()),
        any::<[bool; 4]>(),
        (
            prop::sample::select(Level::ALL.to_vec()),
            prop::sample::select(Money::ALL.to_vec()),
            prop::sample::select(MapFigure::ALL.to_vec()),
            proptest::collection::vec(any::<char>(), 0..=200),
            proptest::option::of(any::<u32>().prop_map(ScenarioId::new)),
            any_compared(),
        ),
    )
        .prop_map(|(screen, selection, words, sort, flags, more)| {
            let (level, money, figure, section, scenario, compared) = more;
            let [seireki, table, distinct, with_draft] = flags;
            View {
                screen,
                era: if seireki { Era::Seireki } else { Era::Wareki },
                selection,
                search: words.into_iter().collect(),
                sort,
                layout: if table { Layout::Table } else { Layout::Cards },
                distinct,
                with_draft,
                scenario,
                compared,
                level,
                money,
                figure,
                section: section.into_iter().collect(),
            }
        })
}

/// Known words in unknown combinations.
fn any_pair() -> impl Strategy<Value = String> {
    let keys = Facet::ALL.map(Facet::key).into_iter();
    let keys: Vec<_> = keys
        .chain([
            "screen", "id", "era", "q", "sort", "layout", "tags", "rows", "figures", "by", "unit",
            "map", "section", "plan", "plans", "",
        ])
        .collect();
    let values = vec![
        "program",
        "programs",
        "indicator",
        "scenario",
        "comparison",
        "1,k3f9x2",
        "home",
        "data",
        "sns-followers",
        "k3f9x2",
        "tantetsuko-wide-area",
        "seireki",
        "table",
        "draft",
        "2021",
        "17",
        "18",
        "000",
        "%ff",
        "",
    ];
    (prop::sample::select(keys), prop::sample::select(values))
        .prop_map(|(key, value)| format!("{key}={value}"))
}

proptest! {
    #[test]
    fn a_copied_link_shows_the_same(view in any_view()) {
        prop_assert_eq!(parse(&query(&view)), (view, Vec::new()));
    }

    #[test]
    fn whatever_a_link_says_it_shows_a_page_that_has_a_link(
        link in prop_oneof![
            "\\PC*".boxed(),
            proptest::collection::vec(any_pair(), 0..6).prop_map(|pairs| pairs.join("&")).boxed(),
        ],
    ) {
        let (view, _) = parse(&link);
        prop_assert_eq!(parse(&query(&view)), (view, Vec::new()));
    }
}

#[test]
fn the_plain_first_page_has_no_query() {
    assert_eq!(View::default().to_query(dataset(), facets()), "");
    assert_eq!(parse(""), (View::default(), Vec::new()));
}

#[test]
fn a_link_says_only_what_it_needs_in_words_that_stay() {
    let mut view = View {
        screen: Screen::Programs,
        search: "食 ワイン".to_owned(),
        ..View::default()
    };
    for (facet, key) in [(Facet::Sdg, "8"), (Facet::Category, "local-resources")] {
        view.selection
            .set(facet, facets().find(facet, key).unwrap(), true);
    }
    assert_eq!(
        view.to_query(dataset(), facets()),
        "?screen=programs&category=local-resources&sdg=8&q=%E9%A3%9F+%E3%83%AF%E3%82%A4%E3%83%B3"
    );
}

#[test]
fn a_broken_link_shows_the_nearest_page_and_says_what_it_left_out() {
    let home = View::default();
    let programs = View {
        screen: Screen::Programs,
        ..View::default()
    };
    let indicators = View {
        screen: Screen::Indicators,
        ..View::default()
    };
    let scenario = View {
        screen: Screen::Scenario(None),
        ..View::default()
    };
    let compared = View {
        screen: Screen::Comparison(None),
        compared: Compared::parse("1").0,
        ..View::default()
    };
    let mut table = programs.clone();
    table.layout = Layout::Table;
    for (link, view, left_out) in [
        ("screen=map", &home, &[("screen", "map")][..]),
        ("screen=program&id=gone", &programs, &[("id", "gone")]),
        ("id=gone&screen=program", &programs, &[("id", "gone")]),
        ("screen=indicator&id=gone", &indicators, &[("id", "gone")]),
        ("screen=scenario&id=gone", &scenario, &[("id", "gone")]),
        (
            "screen=comparison&plans=1.%3F",
            &compared,
            &[("plans", "1.?")],
        ),
        (
            "screen=programs&id=sns-followers",
            &programs,
            &[("id", "sns-followers")],
        ),
        ("id=sns-followers", &home, &[("id", "sns-followers")]),
        (
            "screen=programs&category=magic&sdg=18&year=R3&layout=table",
            &table,
            &[("category", "magic"), ("sdg", "18"), ("year", "R3")],
        ),
        (
            "sort=size&era=meiji&tags=all",
            &home,
            &[("sort", "size"), ("era", "meiji"), ("tags", "all")],
        ),
        (
            "utm_source=x&screen=programs",
            &programs,
            &[("utm_source", "x")],
        ),
    ] {
        let ignored = left_out.iter().map(|(key, value)| Ignored {
            key: (*key).to_owned(),
            value: (*value).to_owned(),
        });
        assert_eq!(parse(link), (view.clone(), ignored.collect()), "{link}");
    }
}

#[test]
fn a_page_within_a_list_keeps_its_filters_and_another_page_does_not() {
    let (list, _) = parse("screen=programs&sdg=8&q=wine&sort=budget&layout=table&era=seireki");
    let page = list.on(Screen::Program(ProgramId::new(0)));
    assert_eq!(parse(&query(&page)).0.on(Screen::Programs), list);
    assert_eq!(query(&list.on(Screen::Data)), "screen=data&era=seireki");
    let (table, _) = parse("screen=comparison&plans=1.k3f9x2");
    let chart = table.on(Screen::Comparison(Some(IndicatorId::new(0))));
    assert_eq!(chart.compared, table.compared);
    assert_eq!(query(&chart.on(Screen::Scenario(None))), "screen=scenario");
    let (list, _) = parse("screen=indicators&rows=distinct&figures=draft");
    let page = list.on(Screen::Indicator(IndicatorId::new(0)));
    assert_eq!(parse(&query(&page)).0.on(Screen::Indicators), list);
}
