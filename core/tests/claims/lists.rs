//! The first page's figures and the order of lists, over the committed data.

use crate::shared::dataset;
use fixedbitset::FixedBitSet;
use michishirube_core::{
    catalogue,
    model::{IndicatorId, ProgramId, RowId},
    overview::overview,
    progress::Method,
    view::Sort,
};

fn all() -> FixedBitSet {
    (0..dataset().programs.names.len()).collect()
}

#[test]
fn the_first_page_counts_as_the_paper_does() {
    let data = dataset();
    let method = Method::standard(data.reporting_year);
    let overview = overview(data, &method);
    // 001, 分析: 9つの評価指標のうち、3つの評価指標が進捗率90%を超えている。
    assert_eq!((overview.rows_over_90, overview.rows), (3, 9));
    assert_eq!(overview.rows_pending, 4);
    assert_eq!(overview.reported.len(), 7);
    let slugs = |indicators: &[IndicatorId]| -> Vec<&str> {
        let slugs = indicators.iter();
        slugs
            .map(|indicator| data.indicator_slug(*indicator))
            .collect()
    };
    assert_eq!(
        slugs(&overview.below_baseline),
        ["farmland-area", "local-employment-rate", "sorachi-visitors"]
    );
    assert_eq!(
        slugs(&overview.attention),
        [
            "local-employment-rate",
            "sorachi-visitors",
            "certified-kodomoen",
            "farmland-area"
        ]
    );
}

#[test]
fn every_order_keeps_every_programme() {
    let data = dataset();
    let in_documents: Vec<ProgramId> = data.program_ids().collect();
    for sort in Sort::ALL {
        let mut list = catalogue::ordered(data, &all(), sort);
        let first = data.program_slug(list[0]);
        match sort {
            Sort::Document => assert_eq!(first, "tantetsuko-wide-area"),
            // 002: the largest budget, and the first with one; those without come last.
            Sort::Budget => {
                let budget = |program: &ProgramId| catalogue::digest(data, *program, true).budget;
                assert!(list.is_sorted_by(|a, b| budget(a) >= budget(b)));
                assert_eq!(budget(&list[42]), None);
            }
            Sort::Year => assert_eq!(
                catalogue::digest(data, list[0], true).years.last(),
                Some(&super::shared::prose().review.fiscal_year)
            ),
        }
        list.sort_unstable();
        assert_eq!(list, in_documents);
    }
}

#[test]
fn a_programme_in_short_has_the_budget_once_and_the_editors_only_if_wanted() {
    let data = dataset();
    // 000, 001 and 002 have it; only 002 (道央広域連携地域) states its budget.
    let program = data.find_program("tantetsuko-wide-area").unwrap();
    let digest = catalogue::digest(data, program, true);
    assert_eq!(digest.budget, Some(5715));
    assert_eq!((digest.categories.len(), digest.sdgs.len()), (1, 0));
    let edited = catalogue::digest(data, program, false);
    assert_eq!(edited.sdgs.len(), 4);
    // The newest of its outlines is that of 001.
    let newest = data.appearances_of(program).nth(1).unwrap();
    assert_eq!(
        data.document(data.appearance_source(newest).document).slug,
        "001"
    );
    let outline = data.appearances.outlines.get(newest.row());
    assert_eq!(catalogue::outline(data, program), outline);
}
