//! The committed data against figures computed from the documents independently
//! (`expected/*.csv`). A row whose meaning this test does not know fails it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a surprise should stop the test, there and then"
)]

mod shared;

use michishirube_core::{
    dataset::{Dataset, Tag},
    format,
    model::{
        AppearanceId, Dated, IndicatorId, Label, Observation, Origin, ProgramId, ProjectKind,
        RowId, Sdg,
    },
    progress::{Attainment, Method, OfficialRate, Pace, Progress, evaluate},
    ratio::Ratio,
};
use shared::{dataset, prose, year};
use std::collections::{BTreeMap, BTreeSet};

/// The rows of a file, whose heading must be this one.
fn rows(text: &str, heading: &str) -> Vec<Vec<String>> {
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some(heading));
    let rows: Vec<_> = lines.map(cells).collect();
    let width = heading.split(',').count();
    for row in &rows {
        assert_eq!(row.len(), width, "{row:?}");
    }
    rows
}

/// The cells of a line; commas within quotes do not part them.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().unwrap().push(other),
        }
    }
    cells
}

/// The appearances in some documents ("000 001").
fn appearances(documents: &str) -> Vec<usize> {
    let data = dataset();
    let documents: Vec<_> = documents.split(' ').collect();
    (0..data.appearances.programs.len())
        .filter(|row| {
            let document = data.appearances.documents[*row];
            documents.contains(&data.document(document).slug.as_str())
        })
        .collect()
}

fn budget(rows: impl IntoIterator<Item = usize>) -> (u32, usize) {
    let budgets: Vec<u32> = rows
        .into_iter()
        .filter_map(|row| dataset().appearances.budgets[row])
        .collect();
    (budgets.iter().sum(), budgets.len())
}

fn source_categories(program: ProgramId, document: &str) -> BTreeSet<&'static str> {
    let data = dataset();
    tags(program, document)
        .filter_map(|tag| match (tag.label, tag.origin) {
            (Label::Category(category), Origin::Source) => {
                Some(data.category(category).name.as_str())
            }
            _ => None,
        })
        .collect()
}

fn tags(program: ProgramId, document: &str) -> impl Iterator<Item = Tag<'static>> {
    let data = dataset();
    data.tags_of(program)
        .filter(move |tag| data.document(tag.document).slug == document)
}

fn programs(document: &str) -> Vec<ProgramId> {
    let data = dataset();
    appearances(document)
        .into_iter()
        .map(|row| data.appearances.programs[row])
        .collect()
}

fn distinct<T: Ord>(items: impl IntoIterator<Item = T>) -> usize {
    items.into_iter().collect::<BTreeSet<_>>().len()
}

/// The names `counts.csv` gives to the programmes that stand in several documents.
const SHORT_NAMES: [(&str, &str); 4] = [
    ("炭鉄港広域連携", "tantetsuko-wide-area"),
    ("エゾシカ肉", "sorachi-venison-demand"),
    ("魅力発信", "sorachi-appeal-promotion"),
    ("産業人材確保", "sorachi-industry-workforce"),
];

/// What `counts.csv` should say of `what`.
fn count(data: &Dataset, what: &str, documents: &str) -> String {
    let review = &prose().review;
    if let Some(category) = what.strip_prefix("programmes in ") {
        assert!(data.categories.iter().any(|row| row.name == category));
        let with = programs(documents)
            .into_iter()
            .filter(|program| source_categories(*program, documents).contains(category));
        return with.count().to_string();
    }
    if let Some(area) = what
        .strip_prefix("budget ")
        .and_then(|rest| rest.strip_suffix(" (千円)"))
        .filter(|name| *name != "total FY2021")
    {
        assert!(
            data.areas.iter().any(|row| row.short_name == area),
            "{what}"
        );
        let (sum, rows) = budget(appearances(documents).into_iter().filter(|row| {
            let place = data.appearances.subprefectures[*row];
            data.area(data.subprefecture(place).area).short_name == area
        }));
        return format!("{sum} in {rows} rows");
    }
    match what {
        "R3 programmes with categories" => {
            let programs = programs(documents);
            for program in &programs {
                assert!(!source_categories(*program, documents).is_empty());
            }
            programs.len().to_string()
        }
        "categories in use" => distinct(
            programs(documents)
                .into_iter()
                .flat_map(|program| source_categories(program, documents)),
        )
        .to_string(),
        "Sorachi projects" => review.projects.len().to_string(),
        "indicator rows in the list (再掲 included)" => {
            data.review_listings().count().to_string()
        }
        "distinct Sorachi indicators" => {
            let once = data.review_listings().filter(|line| !line.relisted);
            let indicators = distinct(data.review_listings().map(|line| line.indicator));
            assert_eq!(once.count(), indicators);
            indicators.to_string()
        }
        "indicators over 90% in the reporting year (FY2023)" => {
            assert_eq!(data.reporting_year, year(2023));
            let over = data.review_listings().filter(|line| {
                let official = progress(line.indicator).official.ratio();
                official.is_some_and(|rate| rate.cmp_percent(90).is_gt())
            });
            format!("{} of {}", over.count(), data.review_listings().count())
        }
        "past activities reported" => {
            let counts: Vec<_> = review
                .projects
                .iter()
                .map(|row| row.activities.len())
                .collect();
            let counts_text: Vec<_> = counts.iter().map(ToString::to_string).collect();
            let activities = review.projects.iter().flat_map(|row| &row.activities);
            let several: Vec<_> = activities
                .filter(|activity| activity.events.len() != 1)
                .map(|activity| (activity.title.as_str(), activity.events.len()))
                .collect();
            let [(title, 2)] = several[..] else {
                panic!("activities with other than one event: {several:?}");
            };
            format!(
                "{} ({}; {title} holds two events)",
                counts.iter().sum::<usize>(),
                counts_text.join(" + ")
            )
        }
        "FY2024 initiatives (3 per project)" => {
            for project in &review.projects {
                assert_eq!(project.initiatives.len(), 3);
            }
            let initiatives = review.projects.iter().flat_map(|row| &row.initiatives);
            initiatives
                .filter(|initiative| initiative.fiscal_year == year(2024))
                .count()
                .to_string()
        }
        "FY2024 programmes" => appearances(documents)
            .into_iter()
            .filter(|row| data.appearances.fiscal_years[*row] == year(2024))
            .count()
            .to_string(),
        "analysis statements" => review.statements.len().to_string(),
        "budget rows FY2021" => {
            let rows = appearances(documents);
            for row in &rows {
                assert_eq!(data.appearances.fiscal_years[*row], year(2021));
            }
            budget(rows).1.to_string()
        }
        "budget total FY2021 (千円)" => {
            let (sum, _) = budget(appearances(documents));
            assert_eq!(sum, data.budget_total());
            sum.to_string()
        }
        "subprefectures (振興局)" => {
            let in_table = appearances(documents)
                .into_iter()
                .map(|row| data.appearances.subprefectures[row]);
            assert_eq!(distinct(in_table), data.subprefectures.len());
            data.subprefectures.len().to_string()
        }
        "distinct projects in the budget table" => {
            let of_rows = appearances(documents)
                .into_iter()
                .flat_map(|row| data.appearances.projects[row].clone());
            let of_projects = data.projects.iter().filter(|project| {
                let mut kinds = project.appearances.iter().map(|row| row.kind);
                kinds.any(|kind| kind == ProjectKind::Budget)
            });
            assert_eq!(distinct(of_rows), of_projects.clone().count());
            of_projects.count().to_string()
        }
        "areas (連携地域)" => data.areas.len().to_string(),
        "projects per area" => {
            let counts: Vec<_> = data.areas.iter().map(|area| area.project_count).collect();
            let texts: Vec<_> = counts.iter().map(ToString::to_string).collect();
            format!("{} = {}", texts.join(" + "), counts.iter().sum::<u32>())
        }
        "example indicators (one per area; 炭鉄港 is the same as in 001)" => {
            let examples = &prose().policy.examples;
            assert_eq!(
                distinct(examples.iter().map(|row| row.area)),
                data.areas.len()
            );
            let shared: Vec<_> = examples
                .iter()
                .filter(|row| {
                    data.review_listings()
                        .any(|line| line.indicator == row.indicator)
                })
                .map(|row| data.indicator_slug(row.indicator))
                .collect();
            assert_eq!(shared, ["tantetsuko-visitors"]);
            distinct(examples.iter().map(|row| row.indicator)).to_string()
        }
        "Shiribeshi projects" => prose().vision.projects.len().to_string(),
        "distinct programmes over 000+001+002 (same name = same programme)" => {
            let distinct_names = distinct(data.programs.names.iter());
            assert_eq!(distinct_names, data.programs.names.len());
            assert_eq!(distinct(programs(documents)), distinct_names);
            distinct_names.to_string()
        }
        "programmes that stand in two or three documents" => {
            let several: BTreeMap<&str, String> = data
                .program_ids()
                .map(|program| {
                    let documents: Vec<_> = data
                        .appearances_of(program)
                        .map(|row| {
                            data.document(data.appearance_source(row).document)
                                .slug
                                .as_str()
                        })
                        .collect();
                    (program, documents)
                })
                .filter(|(_, documents)| documents.len() > 1)
                .map(|(program, documents)| (data.program_slug(program), documents.join(" ")))
                .collect();
            assert_eq!(several.len(), SHORT_NAMES.len(), "{several:?}");
            SHORT_NAMES
                .map(|(name, slug)| format!("{name}({})", several[slug]))
                .join(" ")
        }
        // The one row whose figures stand in its name.
        _ if what.starts_with("budget by subprefecture (千円): ") => String::new(),
        _ => panic!("a row this test does not know: {what}"),
    }
}

/// 「空知 6615, 石狩 24232, …」
fn budget_by_subprefecture(data: &Dataset, document: &str) -> String {
    let sums: Vec<_> =
        data.subprefectures
            .iter()
            .map(|place| {
                let (sum, _) = budget(appearances(document).into_iter().filter(|row| {
                    data.subprefecture(data.appearances.subprefectures[*row]) == place
                }));
                format!("{} {sum}", place.name)
            })
            .collect();
    sums.join(", ")
}

#[test]
fn every_count_of_the_documents_is_that_of_the_data() {
    let data = dataset();
    let rows = rows(include_str!("expected/counts.csv"), "what,value,source");
    assert_eq!(rows.len(), 35);
    for row in rows {
        let [what, value, documents] = &row[..] else {
            panic!("{row:?}");
        };
        for document in documents.split(' ') {
            assert!(
                data.documents.iter().any(|row| row.slug == document),
                "{what}"
            );
        }
        assert_eq!(&count(data, what, documents), value, "{what}");
        if let Some(sums) = what.strip_prefix("budget by subprefecture (千円): ") {
            assert_eq!(budget_by_subprefecture(data, documents), sums);
        }
    }
}

fn progress(indicator: IndicatorId) -> Progress {
    let data = dataset();
    let method = Method::standard(data.reporting_year);
    evaluate(&data.series(indicator), &method)
}

/// Names `indicators.csv` shortens; the data have them as 003 prints them (3 主なプロジェクト).
const AS_PRINTED: [(&str, &str); 2] = [
    (
        "縄文文化の理解促進に向けて新たな取組を行った施設数（渡島地域）",
        "多言語化など、縄文文化の理解促進に向けて新たな取組を行った施設数(渡島地域)",
    ),
    ("観光入込客数（道北連携地域）", "観光入込客数(道北連携地域)"),
];

/// A per cent in the plain form of files: "-296.7".
fn plain(rate: Ratio) -> String {
    format::percent_digits(rate.percent(1))
        .replace('−', "-")
        .replace(',', "")
}

fn plain_or_empty(rate: Option<Ratio>) -> String {
    rate.map(plain).unwrap_or_default()
}

fn year_and_value(dated: Option<Dated>) -> [String; 2] {
    dated.map_or_else(Default::default, |dated| {
        [dated.year.western().to_string(), dated.value.to_string()]
    })
}

/// The row `indicators.csv` should have for an indicator, but for its name.
fn indicator_row(indicator: IndicatorId) -> Vec<String> {
    let data = dataset();
    let series = data.series(indicator);
    let progress = progress(indicator);
    let result = |western| match series.observation(year(western)) {
        Observation::Absent => String::new(),
        Observation::Pending => "pending".to_owned(),
        Observation::Published(value) => value.to_string(),
    };
    if let Some((reference_year, _)) = progress.reference {
        assert_eq!(
            Some(reference_year),
            progress.latest.map(|latest| latest.year)
        );
    }
    let reference = progress.reference.map(|(_, rate)| rate);
    let attainment = match progress.attainment {
        Attainment::Rate(rate) => plain(rate),
        Attainment::Maintain { .. } => "maintain".to_owned(),
        Attainment::Undefined => String::new(),
    };
    let pace = match progress.pace {
        Pace::Rate(rate) => plain(rate),
        Pace::Maintain => "maintain".to_owned(),
        Pace::Undefined => String::new(),
    };
    let official = match progress.official {
        OfficialRate::Rate(rate) => plain(rate),
        OfficialRate::Pending | OfficialRate::NoResult => String::new(),
        OfficialRate::Undefined => panic!("a target of 0"),
    };
    let [baseline_year, baseline] = year_and_value(series.baseline);
    let [target_year, target] = year_and_value(series.target);
    let [latest_year, _] = year_and_value(progress.latest);
    let source = data.indicator_source(indicator);
    vec![
        data.unit(indicator).to_owned(),
        baseline_year,
        baseline,
        target_year,
        target,
        result(2021),
        result(2022),
        result(2023),
        official,
        plain_or_empty(progress.official.ratio().or(reference)),
        attainment,
        latest_year,
        pace,
        data.document(source.document).slug.clone(),
    ]
}

#[test]
fn every_indicator_has_the_figures_and_rates_of_the_documents() {
    let data = dataset();
    let rows = rows(
        include_str!("expected/indicators.csv"),
        "id,name,unit,baseline_fy,baseline,target_fy,target,fy2021,fy2022,fy2023,\
         official_rate_fy2023,reference_rate_latest,attainment_latest,latest_fy,pace_latest,source",
    );
    let mut shortened = 0;
    let mut slugs = Vec::new();
    for row in &rows {
        let (slug, name) = (row[0].as_str(), row[1].as_str());
        let indicator = data.find_indicator(slug).unwrap();
        let printed = AS_PRINTED.iter().find(|(short, _)| *short == name);
        shortened += usize::from(printed.is_some());
        let printed = printed.map_or(name, |(_, printed)| printed);
        assert_eq!(data.indicator_name(indicator), printed);
        assert_eq!(indicator_row(indicator), row[2..], "{slug}");
        slugs.push(slug);
    }
    assert_eq!(shortened, AS_PRINTED.len());
    assert_eq!(slugs, data.indicators.slugs.iter().collect::<Vec<_>>());
}

/// The results' table goes on to the last target's year; no document has entries there yet.
#[test]
fn no_result_is_later_than_the_reporting_year() {
    let data = dataset();
    for indicator in data.indicator_ids() {
        for (year, observation) in data.series(indicator).years() {
            if year > data.reporting_year {
                assert_eq!(observation, Observation::Absent);
            }
        }
    }
}

#[test]
fn every_programme_of_fy2021_has_the_tags_of_the_documents_and_the_editors() {
    let data = dataset();
    let rows = rows(
        include_str!("expected/programs_fy2021.csv"),
        "no,name,period_from,period_to,categories(source),icons_in_source,sdgs(editorial),reason",
    );
    let found: Vec<Vec<String>> = appearances("000")
        .into_iter()
        .map(|row| {
            let program = data.appearances.programs[row];
            let (from, to) = data.appearances.periods[row].unwrap();
            let goals: Vec<(Sdg, &str)> = tags(program, "000")
                .filter_map(|tag| match tag.label {
                    Label::Sdg(goal) => {
                        assert_eq!(tag.origin, Origin::Editorial);
                        Some((goal, tag.reason))
                    }
                    Label::Category(_) => None,
                })
                .collect();
            let numbers: Vec<_> = goals
                .iter()
                .map(|(goal, _)| goal.number().to_string())
                .collect();
            let reasons: Vec<_> = goals
                .iter()
                .map(|(goal, reason)| format!("{reason}({})", goal.number()))
                .collect();
            let source = data.appearance_source(AppearanceId::new(row));
            vec![
                source.section.to_owned(),
                data.program_name(program).to_owned(),
                from.western().to_string(),
                to.western().to_string(),
                source_categories(program, "000")
                    .into_iter()
                    .collect::<Vec<_>>()
                    .join(";"),
                data.appearances.sdg_icon_counts[row].unwrap().to_string(),
                numbers.join(";"),
                reasons.join("、"),
            ]
        })
        .collect();
    // Categories have no order of their own: both sides are sorted by name.
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|mut row| {
            let categories: BTreeSet<_> = row[4].split(';').collect();
            row[4] = categories.into_iter().collect::<Vec<_>>().join(";");
            row
        })
        .collect();
    assert_eq!(found, rows);
}
