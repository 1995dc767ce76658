//! What is gathered for a project's and a document's page, against the documents.

use crate::shared::{dataset, prose};
use michishirube_core::{
    facets::{Facet, FacetIndex, Selection},
    fiscal_year::Era,
    model::{IndicatorId, ProjectId, ProjectKind, RowId},
    project::{self, GROUPS},
    provenance::{self, Papers, Section},
};
use std::collections::BTreeSet;

fn find(slug: &str) -> ProjectId {
    dataset().find_project(slug).unwrap()
}

fn words(project: ProjectId) -> project::Words<'static> {
    let prose = prose();
    project::words(
        project,
        dataset(),
        &prose.review,
        &prose.policy,
        &prose.vision,
    )
}

fn slugs(indicators: impl IntoIterator<Item = IndicatorId>) -> Vec<&'static str> {
    let slugs = indicators.into_iter();
    slugs
        .map(|indicator| dataset().indicator_slug(indicator))
        .collect()
}

#[test]
fn every_project_stands_in_one_group() {
    let data = dataset();
    assert_eq!(data.project_ids().len(), 32);
    let count = |kind: ProjectKind| {
        let ids = data.project_ids();
        ids.filter(|project| project::group(data, *project) == kind)
            .count()
    };
    // 001: 4, 004: 3, 002: 21; of 003's 6 examples one stands in 001 and one in 002.
    assert_eq!(GROUPS.map(count), [4, 3, 21, 4]);
}

#[test]
fn the_review_speaks_of_four_projects() {
    let data = dataset();
    let reviewed: Vec<_> = data
        .project_ids()
        .filter_map(|project| words(project).review)
        .collect();
    // 001: 4 + 4 + 4 + 3 headings 「■」; two events stand under 「地元就職応援フェア」.
    let activities = reviewed.iter().flat_map(|project| &project.activities);
    assert_eq!(reviewed.len(), 4);
    assert_eq!(activities.clone().count(), 15);
    assert_eq!(activities.flat_map(|activity| &activity.events).count(), 16);
    let initiatives = reviewed.iter().flat_map(|project| &project.initiatives);
    assert_eq!(initiatives.count(), 12);
}

#[test]
fn a_relisted_indicator_says_where_else_it_stands() {
    let data = dataset();
    let relations = project::indicators(data, find("relations"));
    let relisted: Vec<_> = relations
        .iter()
        .map(|listed| {
            let elsewhere: Vec<_> = listed
                .elsewhere
                .iter()
                .map(|other| data.project(*other).slug.as_str())
                .collect();
            let slug = data.indicator_slug(listed.indicator);
            (slug, listed.relisted, elsewhere)
        })
        .collect();
    // 001, プロジェクト4: 新規高卒者管内企業就職率 (再掲), 移住相談件数 (再掲), 認定こども園設置数.
    assert_eq!(
        relisted,
        [
            ("local-employment-rate", true, vec!["future-technology"]),
            ("relocation-consultations", true, vec!["sorachi-appeal"]),
            ("certified-kodomoen", false, vec![]),
        ]
    );
    // The first listing says so as well, though the document does not.
    let first = project::indicators(data, find("future-technology"));
    assert_eq!(first[1].elsewhere, [find("relations")]);
    assert!(!first[1].relisted);
    let reviewed = data.review_listings();
    let (lines, distinct): (Vec<_>, BTreeSet<_>) =
        reviewed.map(|line| (line, line.indicator)).unzip();
    assert_eq!((lines.len(), distinct.len()), (9, 7));
}

#[test]
fn an_indicator_of_two_documents_stands_once_with_both_sources() {
    let data = dataset();
    let listed = project::indicators(data, find("tantetsuko"));
    assert_eq!(listed.len(), 1);
    let documents: Vec<_> = listed[0]
        .sources
        .iter()
        .map(|source| data.document(source.document).slug.as_str())
        .collect();
    assert_eq!(documents, ["001", "003"]);
}

#[test]
fn budgets_add_up_by_project() {
    let data = dataset();
    let budget = |slug| project::digest(data, find(slug)).budget;
    // 002, in 千円: 7,000 + 9,515; 3,810 + 3,212 + 5,013 + 2,138; 7,000 + 3,891.
    assert_eq!(budget("ishikari-global-tourism"), Some(16_515));
    assert_eq!(budget("kita-hokkaido-visits"), Some(14_173));
    assert_eq!(budget("shinkansen-exchange"), Some(10_891));
    assert_eq!(budget("tantetsuko"), None);
    let all = data.project_ids();
    let sum: u32 = all.filter_map(|id| project::digest(data, id).budget).sum();
    assert_eq!(sum, 115_135);
}

#[test]
fn programmes_carry_the_numbers_of_their_projects() {
    let data = dataset();
    let programs = |slug| {
        let appearances = project::appearances(data, find(slug)).into_iter();
        appearances
            .map(|appearance| {
                let numbers = project::numbers(data, appearance);
                let signs: String = numbers.into_iter().map(project::circled).collect();
                let program = data.appearances.programs[appearance.row()];
                (data.program_name(program), signs)
            })
            .collect::<Vec<_>>()
    };
    // 001, R6年度における空知総合振興局の主な取組①②.
    assert_eq!(
        programs("sorachi-appeal"),
        [
            ("北海道空知魅力発信事業", "③④".to_owned()),
            ("空知アドベンチャートラベル推進事業", "③".to_owned()),
        ]
    );
    let counts = [
        "tantetsuko",
        "future-technology",
        "sorachi-appeal",
        "relations",
    ]
    .map(|slug| programs(slug).len());
    assert_eq!(counts, [2, 4, 2, 3]);
    // 002 gives no numbers.
    assert_eq!(
        programs("sorachi-coal-memory"),
        [("日本遺産「炭鉄港」広域連携推進事業", String::new())]
    );
}

#[test]
fn the_same_programme_leads_to_projects_of_other_documents() {
    let data = dataset();
    let relatives = |slug| -> Vec<_> {
        let relatives = project::relatives(data, find(slug)).into_iter();
        relatives
            .map(|(program, other)| {
                let project = data.project(other).slug.as_str();
                (data.program_slug(program), project)
            })
            .collect()
    };
    assert_eq!(
        relatives("tantetsuko"),
        [("tantetsuko-wide-area", "sorachi-coal-memory")]
    );
    assert_eq!(
        relatives("sorachi-coal-memory"),
        [("tantetsuko-wide-area", "tantetsuko")]
    );
    // ③④ share a programme, but in one document: that is said beside the programme.
    assert!(relatives("relations").is_empty());
}

#[test]
fn statements_stand_with_the_projects_whose_indicators_they_name() {
    let named = |slug| {
        let statements = words(find(slug)).statements.into_iter();
        slugs(statements.filter_map(|statement| statement.indicator))
    };
    // 001, 分析・対応方向: five of the seven sentences name an indicator.
    assert!(named("tantetsuko").is_empty());
    assert_eq!(
        named("future-technology"),
        ["farmland-area", "local-employment-rate"]
    );
    assert_eq!(
        named("sorachi-appeal"),
        ["sns-followers", "relocation-consultations"]
    );
    assert_eq!(
        named("relations"),
        [
            "local-employment-rate",
            "certified-kodomoen",
            "relocation-consultations"
        ]
    );
}

#[test]
fn an_indicators_way_is_written_as_in_the_policy() {
    let data = dataset();
    let way = |slug| {
        let indicator = data.find_indicator(slug).unwrap();
        project::way(data, indicator, Era::Wareki)
    };
    // 003, 3 主なプロジェクト.
    assert_eq!(way("jomon-facilities"), "1施設（R2）→ 11施設（R7）");
    assert_eq!(
        way("kushiro-nemuro-renewables"),
        "47.4万kW（R1）→ 79.9万kW（R7）"
    );
}

#[test]
fn examples_and_vision_have_their_own_words() {
    let example = words(find("kita-hokkaido-visits"));
    assert_eq!(example.example.unwrap().measures.len(), 1);
    assert!(example.review.is_none() && example.vision.is_none());
    let vision = words(find("shiribeshi-primary-brand"));
    assert_eq!(vision.vision.unwrap().measures.len(), 8);
    assert_eq!(words(find("sorachi-attraction")), project::Words::default());
}

#[test]
fn a_choice_leaves_the_projects_of_an_area() {
    let data = dataset();
    let facets = FacetIndex::new(data);
    let left = |chosen: &[(Facet, &str)]| {
        let mut selection = Selection::default();
        for (facet, key) in chosen {
            selection.set(*facet, facets.find(*facet, key).unwrap(), true);
        }
        let ids = data.project_ids();
        ids.filter(|id| project::matches(&project::digest(data, *id), &selection))
            .count()
    };
    assert_eq!(left(&[]), 32);
    // 002: 3 projects, 003: 1 more.
    assert_eq!(left(&[(Facet::Area, "donan")]), 4);
    assert_eq!(left(&[(Facet::Area, "donan"), (Facet::Area, "tokachi")]), 7);
    assert_eq!(left(&[(Facet::Area, "donan"), (Facet::Document, "002")]), 3);
    // 002: 新幹線, 農林水産業.
    assert_eq!(left(&[(Facet::Subprefecture, "oshima")]), 2);
    // Facets of programmes alone do not hide projects.
    assert_eq!(left(&[(Facet::Sdg, "8")]), 32);
}

#[test]
fn a_shorter_page_says_what_the_documents_lack() {
    let coverage = |slug| {
        let project = find(slug);
        project::coverage(&project::digest(dataset(), project), &words(project))
    };
    assert_eq!(
        coverage("tokachi-people"),
        "もとになった文書に載っているのは、事業、予算額です。\
         目的、施策、評価指標（KPI）、取組と評価は載っていません。"
    );
    assert_eq!(
        coverage("kita-hokkaido-visits"),
        "もとになった文書に載っているのは、施策、評価指標（KPI）、事業、予算額です。\
         目的、取組と評価は載っていません。"
    );
    assert_eq!(
        coverage("shiribeshi-diverse-safe"),
        "もとになった文書に載っているのは、目的、施策です。\
         評価指標（KPI）、取組と評価、事業、予算額は載っていません。"
    );
}

#[test]
fn counts_leave_out_the_facets_own_choice() {
    let data = dataset();
    let digests = project::digests(data);
    let facets = FacetIndex::new(data);
    let mut selection = Selection::default();
    let tokachi = facets.find(Facet::Area, "tokachi").unwrap();
    selection.set(Facet::Area, tokachi, true);
    let counts = |facet| project::counts(&digests, &selection, facet, facets.len(facet));
    // 道央広域 4 + 9 + 3, 道南 3 + 1, 道北 3, オホーツク 1 + 1, 十勝 2 + 1, 釧路・根室 3 + 1.
    assert_eq!(counts(Facet::Area), [16, 4, 3, 2, 3, 4]);
    // 十勝: two of 002, one of 003.
    assert_eq!(counts(Facet::Document), [0, 0, 2, 1, 0]);
}

#[test]
fn printed_dates_begin_and_end_where_the_data_says() {
    let data = dataset();
    for project in data.project_ids().filter_map(|id| words(id).review) {
        for event in project.activities.iter().flat_map(|it| &it.events) {
            let lines = project::dates(event);
            let text: Vec<String> = lines
                .iter()
                .map(|line| line.iter().map(|part| part.text).collect())
                .collect();
            assert_eq!(text, event.when);
            let dates: Vec<_> = lines
                .iter()
                .flatten()
                .filter_map(|part| part.date)
                .collect();
            let mut expected = vec![event.from.as_str(), event.to.as_str()];
            expected.dedup();
            expected.retain(|date| !date.is_empty());
            assert_eq!(dates, expected, "{}", event.outline);
        }
    }
}

fn sections(document: &str) -> Vec<Section<'static>> {
    let prose = prose();
    let papers = Papers {
        review: &prose.review,
        budget: &prose.budget,
        policy: &prose.policy,
        vision: &prose.vision,
    };
    let document = dataset().find_document(document).unwrap();
    provenance::sections(dataset(), papers, document)
}

#[test]
fn a_document_lists_its_sections_in_its_order() {
    let names = |document| -> Vec<String> {
        let sections = sections(document).into_iter();
        sections.map(|section| section.name).collect()
    };
    assert_eq!(names("000"), ["01", "02", "03", "04", "05", "06", "07"]);
    assert_eq!(
        names("001"),
        [
            "プロジェクト1",
            "プロジェクト2",
            "プロジェクト3",
            "プロジェクト4",
            "評価指標（KPI）一覧",
            "分析・対応方向",
            "R6年度における空知総合振興局の主な取組①",
            "R6年度における空知総合振興局の主な取組②",
        ]
    );
    // 前文 and the 14 振興局.
    let budget = names("002");
    assert_eq!(budget.len(), 15);
    assert_eq!(budget[6], "道南連携地域 渡島");
    assert_eq!(budget[14], "釧路・根室連携地域 根室");
    // 003: the example projects by area, as in the table.
    let areas: Vec<_> = sections("003")[2]
        .projects
        .iter()
        .map(|project| dataset().project(*project).slug.as_str())
        .collect();
    assert_eq!(areas[..2], ["tantetsuko", "jomon-heritage"]);
    assert_eq!(areas.len(), 6);
    assert_eq!(
        names("003"),
        ["1 方針の概要", "2 構成", "3 主なプロジェクト", "4 推進管理"]
    );
    assert_eq!(
        names("004"),
        [
            "資料３",
            "プロジェクト①",
            "プロジェクト②",
            "プロジェクト③",
            "付図"
        ]
    );
}

#[test]
fn every_source_leads_to_a_section_that_lists_what_it_is_the_source_of() {
    let data = dataset();
    let mut appearances = 0;
    let mut listings = 0;
    for (row, document) in data.documents.iter().enumerate() {
        let sections = sections(&document.slug);
        let of = |section: &str| sections.iter().find(|it| it.name == section).unwrap();
        for indicator in data.indicator_ids() {
            let source = data.indicator_source(indicator);
            if source.document.row() == row {
                let listed = of(source.section).listings.iter();
                assert!(listed.clone().any(|line| line.indicator == indicator));
            }
        }
        for section in &sections {
            appearances += section.appearances.len();
            listings += section.listings.len();
            for appearance in &section.appearances {
                assert_eq!(data.appearance_source(*appearance).section, section.name);
            }
        }
    }
    assert_eq!(appearances, data.appearances.programs.len());
    assert_eq!(listings, data.listings.len());
}

#[test]
fn a_section_is_found_by_its_name_or_its_beginning() {
    let vision = sections("004").into_iter();
    let names: Vec<String> = vision.map(|section| section.name).collect();
    let find = |cited| provenance::find(&names, cited);
    assert_eq!(find("プロジェクト②"), Some(2));
    assert_eq!(find("付図：インフラ整備進捗図"), Some(4));
    assert_eq!(find(""), None);
    assert_eq!(find("別表"), None);
    let policy = sections("003").into_iter();
    let names: Vec<String> = policy.map(|section| section.name).collect();
    assert_eq!(provenance::find(&names, "推進管理"), Some(3));
}
