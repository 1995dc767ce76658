//! The budget table: its sums at every level, against 002 and against its definition.

use crate::{
    facets::{any_selection, facets as all_facets},
    shared::dataset,
};
use fixedbitset::FixedBitSet;
use michishirube_core::{
    budget::{self, Key, Level, Order, Row},
    csv,
    facets::{Facet, FacetIndex, Selection, Value},
    fiscal_year::Era,
    format::{self, Money},
    model::{Label, Origin, RowId},
    search::SearchIndex,
};
use proptest::prelude::*;
use std::{collections::BTreeSet, sync::OnceLock};

fn facets() -> &'static FacetIndex {
    static FACETS: OnceLock<FacetIndex> = OnceLock::new();
    FACETS.get_or_init(|| budget::facets(dataset()))
}

fn rows() -> Vec<Row> {
    budget::rows(dataset())
}

/// A selection of these facets and keys.
fn choosing(values: &[(Facet, &str)]) -> Selection {
    let mut selection = Selection::default();
    for (facet, key) in values {
        selection.set(*facet, facets().find(*facet, key).unwrap(), true);
    }
    selection
}

fn chosen(selection: &Selection) -> Vec<Row> {
    let programs = facets()
        .apply(selection, &SearchIndex::all(dataset()))
        .programs;
    budget::choose(&rows(), facets(), selection, &programs)
}

fn names_and_amounts(rows: &[Row], level: Level, order: Order) -> Vec<(&'static str, u32)> {
    budget::groups(rows, level, order)
        .iter()
        .map(|group| (group.key.short_name(dataset()), group.amount))
        .collect()
}

#[test]
fn every_level_sums_to_the_documents_total() {
    // 002: 31 rows, 21 projects, 14 振興局, 6 連携地域, 115,135 千円.
    for (level, groups) in Level::ALL.into_iter().zip([6, 14, 21, 31]) {
        let sums = names_and_amounts(&rows(), level, Order::Document);
        assert_eq!(sums.len(), groups, "{level:?}");
        assert_eq!(sums.iter().map(|(_, sum)| sum).sum::<u32>(), 115_135);
    }
    assert_eq!(budget::sum(&rows()), dataset().budget_total());
}

#[test]
fn areas_and_subprefectures_sum_as_in_the_document_and_in_its_order() {
    assert_eq!(
        names_and_amounts(&rows(), Level::Area, Order::Document),
        [
            ("道央広域", 48_941),
            ("道南", 18_204),
            ("道北", 17_426),
            ("オホーツク", 8_006),
            ("十勝", 2_182),
            ("釧路・根室", 20_376),
        ]
    );
    assert_eq!(
        names_and_amounts(&rows(), Level::Subprefecture, Order::Document),
        [
            ("空知", 6_615),
            ("石狩", 24_232),
            ("後志", 3_304),
            ("胆振", 9_995),
            ("日高", 4_795),
            ("渡島", 10_731),
            ("檜山", 7_473),
            ("上川", 7_022),
            ("留萌", 6_296),
            ("宗谷", 4_108),
            ("オホーツク", 8_006),
            ("十勝", 2_182),
            ("釧路", 11_298),
            ("根室", 9_078),
        ]
    );
    // 002, column R3 予算額, from its first row to its last.
    let amounts: Vec<u32> = rows().iter().map(|row| row.amount).collect();
    assert_eq!(
        amounts,
        [
            5715, 900, 7000, 9515, 7717, 2460, 844, 6726, 3269, 3330, 1465, 7000, 2108, 1623, 3891,
            3582, 3810, 3212, 1283, 5013, 2138, 1970, 1393, 6613, 1395, 787, 7000, 298, 4000, 6835,
            2243
        ]
    );
}

#[test]
fn a_project_of_several_places_is_summed_over_them_and_divided_among_them() {
    // 002: 新幹線開業 … is 渡島 7,000 and 檜山 3,891.
    let project = "新幹線開業を活かした交流人口拡大プロジェクト";
    let sums = names_and_amounts(&rows(), Level::Project, Order::Document);
    assert!(sums.contains(&(project, 10_891)));
    let oshima = chosen(&choosing(&[(Facet::Subprefecture, "oshima")]));
    let sums = names_and_amounts(&oshima, Level::Project, Order::Amount);
    assert_eq!(sums[0], (project, 7_000));
}

#[test]
fn the_largest_comes_first_and_equal_ones_stay_in_the_documents_order() {
    let sums = names_and_amounts(&rows(), Level::Program, Order::Amount);
    assert_eq!((sums[0].1, sums[30].1), (9515, 298));
    // 002: three programmes have 7,000 千円.
    let equal: Vec<_> = sums.iter().filter(|(_, sum)| *sum == 7000).collect();
    assert_eq!(
        equal.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        [
            "いしかり地域戦略推進プロジェクト",
            "JOMON渡島ネクストステージ事業2021",
            "国定公園化を契機とした新たな人の流れ創出事業"
        ]
    );
}

#[test]
fn the_row_itself_must_fit_not_merely_its_programme() {
    // 炭鉄港 stands in 000, 001 and 002, but its budget in 002 alone.
    assert_eq!(chosen(&choosing(&[(Facet::Document, "000")])), []);
    assert_eq!(chosen(&choosing(&[(Facet::Document, "002")])).len(), 31);
    assert_eq!(chosen(&choosing(&[(Facet::Year, "2024")])), []);
    assert_eq!(chosen(&choosing(&[(Facet::Project, "tantetsuko")])), []);
    let sorachi = chosen(&choosing(&[(Facet::Subprefecture, "sorachi")]));
    assert_eq!(budget::sum(&sorachi), 6615);
}

#[test]
fn one_group_is_passed_over_for_what_divides_it() {
    let level =
        |values: &[(Facet, &str)], wanted| budget::dividing(&chosen(&choosing(values)), wanted);
    assert_eq!(level(&[], Level::Area), Level::Area);
    assert_eq!(level(&[], Level::Project), Level::Project);
    assert_eq!(
        level(&[(Facet::Area, "doo")], Level::Area),
        Level::Subprefecture
    );
    // オホーツク is one 振興局 with one project of two programmes.
    assert_eq!(
        level(&[(Facet::Area, "okhotsk")], Level::Area),
        Level::Program
    );
    assert_eq!(
        level(&[(Facet::Subprefecture, "sorachi")], Level::Area),
        Level::Project
    );
    assert_eq!(
        level(&[(Facet::Document, "000")], Level::Area),
        Level::Program
    );
}

#[test]
fn steps_lead_down_to_a_programme_and_back_to_the_whole() {
    let data = dataset();
    let mut selection = choosing(&[(Facet::Category, "local-resources")]);
    let filtered = budget::sum(&chosen(&selection));
    let mut level = Level::Area;
    while let Some(finer) = level.finer() {
        let rows = chosen(&selection);
        let largest = budget::groups(&rows, level, Order::Amount).remove(0);
        selection = budget::narrowed(&selection, largest.key).unwrap();
        assert_eq!(budget::sum(&chosen(&selection)), largest.amount);
        level = finer;
    }
    let way = budget::way(data, &selection);
    let levels: Vec<_> = way.iter().map(|step| step.level).collect();
    assert_eq!(levels, Level::ALL);
    assert_eq!(way[3].selection, selection);
    assert_eq!(budget::sum(&chosen(&way[0].selection)), filtered);

    // The area of a 振興局 goes without saying; two areas are a filter.
    let names = |selection: &Selection| -> Vec<_> {
        let way = budget::way(data, selection).into_iter();
        way.map(|step| step.key.map_or("全体", |key| key.short_name(data)))
            .collect()
    };
    let place = choosing(&[(Facet::Subprefecture, "sorachi")]);
    assert_eq!(names(&place), ["全体", "道央広域", "空知"]);
    let areas = choosing(&[(Facet::Area, "doo"), (Facet::Area, "donan")]);
    assert_eq!(names(&areas), ["全体"]);

    let heading =
        |selection: &Selection, words| budget::heading(data, &budget::way(data, selection), words);
    assert_eq!(heading(&Selection::default(), " "), "全体の予算");
    assert_eq!(
        heading(&Selection::default(), "ワイン"),
        "選んだ条件に合う予算"
    );
    assert_eq!(heading(&place, ""), "空知の予算");
    assert_eq!(heading(&areas, ""), "選んだ条件に合う予算");
}

#[test]
fn an_indicator_stands_beside_money_only_where_a_document_lists_it_under_that_project() {
    let data = dataset();
    let listed: Vec<_> = budget::indicators(data, &rows())
        .into_iter()
        .filter(|project| !project.indicators.is_empty())
        .map(|found| {
            let slugs = found.indicators.iter();
            let slugs: Vec<_> = slugs.map(|id| data.indicator_slug(*id)).collect();
            (data.project(found.project).slug.as_str(), slugs)
        })
        .collect();
    // 003 names an example indicator for this project of 002, and for no other of its 21.
    assert_eq!(listed, [("kita-hokkaido-visits", vec!["dohoku-visitors"])]);
    assert_eq!(budget::indicators(data, &rows()).len(), 21);
}

#[test]
fn where_the_documents_give_no_indicator_the_page_says_so() {
    let said = |values: &[(Facet, &str)]| {
        let rows = chosen(&choosing(values));
        budget::indicators_in_words(dataset(), &budget::indicators(dataset(), &rows))
    };
    assert_eq!(
        said(&[(Facet::Project, "shinkansen-exchange")]),
        "「新幹線開業を活かした交流人口拡大プロジェクト」は、このデータの文書に評価指標の記載がありません。"
    );
    assert_eq!(
        said(&[(Facet::Project, "kita-hokkaido-visits")]),
        "「魅力ある地域資源を活かした「きた北海道」への来訪促進プロジェクト」の評価指標（KPI）です。"
    );
    assert_eq!(
        said(&[(Facet::Area, "donan")]),
        "ここに見えている3つのプロジェクトは、どれも、このデータの文書に評価指標の記載がありません。"
    );
    assert_eq!(
        said(&[]),
        "ここに見えている21のプロジェクトのうち、このデータの文書に評価指標（KPI）があるのは1件です。ほかの20件は、このデータの文書に評価指標の記載がありません。"
    );
    assert_eq!(said(&[(Facet::Document, "000")]), "");
}

#[test]
fn the_table_is_summed_up_with_its_year() {
    let words = budget::in_words(&rows(), Era::Wareki);
    assert!(
        words.starts_with("令和3年度の予算額は、31事業で1億1,513.5万円です。"),
        "{words}"
    );
}

#[test]
fn a_spreadsheet_gets_the_rows_in_the_documents_unit() {
    let rows = chosen(&choosing(&[(Facet::Subprefecture, "sorachi")]));
    let table = budget::table(dataset(), &rows);
    let text = csv::write(table.iter().map(Vec::as_slice));
    assert_eq!(
        text.lines().nth(1),
        Some(
            "2021,道央広域連携地域,空知,そらち「炭鉱(やま)の記憶」の推進プロジェクト,日本遺産「炭鉄港」広域連携推進事業,5715,002,道央広域連携地域 空知"
        )
    );
    assert_eq!(text.lines().count(), 3);
}

#[test]
fn an_amount_is_exact_in_either_unit() {
    for (amount, sen, man) in [
        (5715, "5,715千円", "571.5万円"),
        (115_135, "115,135千円", "11,513.5万円"),
        (900, "900千円", "90.0万円"),
        (298, "298千円", "29.8万円"),
    ] {
        assert_eq!(format::money(amount, Money::Thousand), sen);
        assert_eq!(format::money(amount, Money::TenThousand), man);
        assert_eq!(
            format!("{}万円", format::money_digits(amount, Money::TenThousand)),
            man
        );
    }
}

/// Whether a row has a value, by the definition of each facet.
fn has(row: &Row, facet: Facet, value: usize, source_only: bool) -> bool {
    let data = dataset();
    let mut labels = data
        .tags_of(row.program)
        .filter(|tag| !source_only || tag.origin == Origin::Source)
        .map(|tag| tag.label);
    match (facet, facets().value(facet, value)) {
        (Facet::Category, Value::Row(at)) => {
            labels.any(|label| matches!(label, Label::Category(category) if category.row() == at))
        }
        (Facet::Sdg, Value::Sdg(goal)) => labels.any(|label| label == Label::Sdg(goal)),
        (Facet::Area, Value::Row(at)) => row.area.row() == at,
        (Facet::Subprefecture, Value::Row(at)) => row.subprefecture.row() == at,
        (Facet::Year, Value::Year(year)) => row.year == year,
        (Facet::Document, Value::Row(at)) => row.document.row() == at,
        (Facet::Project, Value::Row(at)) => row.project.row() == at,
        _ => panic!("a value of another facet"),
    }
}

proptest! {
    #[test]
    fn whatever_is_chosen_every_level_has_each_row_once(
        selection in any_selection(),
        found in proptest::collection::vec(prop::bool::weighted(0.9), dataset().programs.names.len()),
    ) {
        let found_set: FixedBitSet = (0..found.len()).filter(|row| found[*row]).collect();
        let outcome = facets().apply(&selection, &found_set);
        let chosen = budget::choose(&rows(), facets(), &selection, &outcome.programs);

        let fits = |row: &Row, facet: Facet| {
            let values = selection.chosen(facet);
            values.is_empty()
                || values.iter().any(|value| has(row, facet, *value, selection.source_only))
        };
        let found_rows: Vec<Row> = rows().into_iter().filter(|row| found[row.program.row()]).collect();
        let expected: Vec<Row> = found_rows
            .iter()
            .filter(|row| Facet::ALL.into_iter().all(|facet| fits(row, facet)))
            .copied()
            .collect();
        prop_assert_eq!(&chosen, &expected);

        for level in Level::ALL {
            for order in [Order::Document, Order::Amount] {
                let groups = budget::groups(&chosen, level, order);
                let keys: BTreeSet<Key> = groups.iter().map(|group| group.key).collect();
                prop_assert_eq!(keys.len(), groups.len());
                prop_assert_eq!(groups.iter().map(|group| group.rows.len()).sum::<usize>(), chosen.len());
                prop_assert_eq!(groups.iter().map(|group| group.amount).sum::<u32>(), budget::sum(&chosen));
                for group in &groups {
                    prop_assert_eq!(group.amount, budget::sum(&group.rows));
                    prop_assert!(group.rows.iter().all(|row| row.key(level) == group.key));
                }
                if order == Order::Amount {
                    prop_assert!(groups.is_sorted_by(|a, b| a.amount >= b.amount));
                }
            }
        }

        // What stands beside a value is how many rows choosing it leaves.
        for facet in Facet::ALL {
            for value in 0..facets().len(facet) {
                prop_assert_eq!(facets().key(facet, value), all_facets().key(facet, value));
                let count = found_rows
                    .iter()
                    .filter(|row| {
                        Facet::ALL.into_iter().all(|other| other == facet || fits(row, other))
                            && has(row, facet, value, selection.source_only)
                    })
                    .count();
                prop_assert_eq!(outcome.counts[facet as usize][value], count);
            }
        }
    }
}
