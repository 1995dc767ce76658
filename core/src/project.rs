//! A project as its page shows it: what the documents say of it, gathered from tables and prose.
//!
//! Nothing is computed here that a document does not state, but for the sum of its budgets.

use crate::{
    budget::Level,
    dataset::Dataset,
    facets::{Facet, Selection},
    fiscal_year::Era,
    format,
    model::{
        AppearanceId, AreaId, Dated, DocumentId, Event, IndicatorId, Policy, PolicyExample,
        ProgramId, ProjectId, ProjectKind, Review, ReviewProject, RowId, Source, Statement,
        SubprefectureId, Vision, VisionProject,
    },
    sentence, sorted,
    view::{Screen, View},
    words,
};

/// The groups of the list, in the order of the page. A project stands in the first that fits.
pub const GROUPS: [ProjectKind; 4] = [
    ProjectKind::Review,
    ProjectKind::Vision,
    ProjectKind::Budget,
    ProjectKind::Example,
];

/// The facets projects can be chosen by.
pub const FACETS: [Facet; 3] = [Facet::Area, Facet::Subprefecture, Facet::Document];

/// A project in short, as a list shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digest {
    /// The areas it is counted in.
    pub areas: Vec<AreaId>,
    /// Its 推進エリア or 地域区分; none where no document says.
    pub subprefectures: Vec<SubprefectureId>,
    /// The documents it stands in.
    pub documents: Vec<DocumentId>,
    /// Its indicators, in the documents' order.
    pub indicators: Vec<IndicatorId>,
    /// Its programmes.
    pub programs: Vec<ProgramId>,
    /// The sum of its budgets, in 千円, where a document states any.
    pub budget: Option<u32>,
}

/// An indicator of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<'a> {
    /// The indicator.
    pub indicator: IndicatorId,
    /// 再掲: a document lists it here for the second time.
    pub relisted: bool,
    /// The other projects that list it.
    pub elsewhere: Vec<ProjectId>,
    /// Where it is listed under this project.
    pub sources: Vec<Source<'a>>,
}

/// What the documents' prose says of a project; a document that does not name it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words<'a> {
    /// 001: purpose, what was done, what comes next.
    pub review: Option<&'a ReviewProject>,
    /// 001: the sentences of the analysis that speak of its indicators.
    pub statements: Vec<&'a Statement>,
    /// 003: its measures, as the example of its area.
    pub example: Option<&'a PolicyExample>,
    /// 004: purpose and measures.
    pub vision: Option<&'a VisionProject>,
}

/// The group a project stands in.
#[must_use]
pub fn group(dataset: &Dataset, project: ProjectId) -> ProjectKind {
    let appearances = &dataset.project(project).appearances;
    GROUPS
        .into_iter()
        .find(|kind| appearances.iter().any(|place| place.kind == *kind))
        .unwrap_or(ProjectKind::Example)
}

/// A project in short.
#[must_use]
pub fn digest(dataset: &Dataset, project: ProjectId) -> Digest {
    let mut digest = Digest::default();
    for place in &dataset.project(project).appearances {
        sorted::insert(&mut digest.areas, place.area);
        sorted::insert(&mut digest.documents, place.document);
        for subprefecture in &place.subprefectures {
            sorted::insert(&mut digest.subprefectures, *subprefecture);
        }
    }
    for appearance in appearances(dataset, project) {
        let row = appearance.row();
        sorted::insert(&mut digest.programs, dataset.appearances.programs[row]);
        if let Some(budget) = dataset.appearances.budgets[row] {
            *digest.budget.get_or_insert_default() += budget;
        }
    }
    for listed in indicators(dataset, project) {
        digest.indicators.push(listed.indicator);
    }
    digest
}

/// How many projects each value of a facet would leave, with the choices in the other facets as they
/// are.
#[must_use]
pub fn counts(
    digests: &[(ProjectId, Digest)],
    selection: &Selection,
    facet: Facet,
    values: usize,
) -> Vec<usize> {
    let mut looser = selection.clone();
    looser.clear(facet);
    (0..values)
        .map(|value| {
            looser.set(facet, value, true);
            let left = digests
                .iter()
                .filter(|(_, digest)| matches(digest, &looser));
            let count = left.count();
            looser.set(facet, value, false);
            count
        })
        .collect()
}

/// Every project in short, in the order of the documents.
#[must_use]
pub fn digests(dataset: &Dataset) -> Vec<(ProjectId, Digest)> {
    let ids = dataset.project_ids();
    ids.map(|project| (project, digest(dataset, project)))
        .collect()
}

/// 予算 with projects chosen, by programme.
#[must_use]
pub fn budget_view(projects: &[ProjectId], era: Era) -> View {
    let mut view = View {
        screen: Screen::Budget,
        era,
        level: Level::Program,
        ..View::default()
    };
    for project in projects {
        // The facet's values are the rows of the table of projects.
        view.selection.set(Facet::Project, project.row(), true);
    }
    view
}

/// Whether a choice leaves a project: any value within a facet, all facets together. Facets that
/// are not those of projects ([`FACETS`]) do not matter.
#[must_use]
pub fn matches(digest: &Digest, selection: &Selection) -> bool {
    FACETS.into_iter().all(|facet| {
        let chosen = selection.chosen(facet);
        chosen.is_empty()
            || chosen.iter().any(|value| match facet {
                Facet::Area => digest.areas.contains(&AreaId::new(*value)),
                Facet::Subprefecture => digest
                    .subprefectures
                    .contains(&SubprefectureId::new(*value)),
                _ => digest.documents.contains(&DocumentId::new(*value)),
            })
    })
}

/// Where a project stands as one of a kind.
#[must_use]
pub fn source(dataset: &Dataset, project: ProjectId, kind: ProjectKind) -> Option<Source<'_>> {
    let mut places = dataset.project(project).appearances.iter();
    let place = places.find(|place| place.kind == kind)?;
    Some(Source {
        document: place.document,
        section: &place.section,
    })
}

/// The places where programmes are listed under a project, by document, then in the catalogue's
/// order.
#[must_use]
pub fn appearances(dataset: &Dataset, project: ProjectId) -> Vec<AppearanceId> {
    let mut found = Vec::new();
    for (row, projects) in dataset.appearances.projects.iter().enumerate() {
        if projects.contains(&project) {
            let document = dataset.appearances.documents[row];
            sorted::insert(&mut found, (document, AppearanceId::new(row)));
        }
    }
    found
        .into_iter()
        .map(|(_, appearance)| appearance)
        .collect()
}

/// The numbers (①–④) that a document puts beside a programme: those of its projects there.
#[must_use]
pub fn numbers(dataset: &Dataset, appearance: AppearanceId) -> Vec<u8> {
    let document = dataset.appearances.documents[appearance.row()];
    dataset.appearances.projects[appearance.row()]
        .iter()
        .flat_map(|project| &dataset.project(*project).appearances)
        .filter(|place| place.document == document)
        .filter_map(|place| place.number)
        .collect()
}

/// A number as the documents print it: 3 → 「③」. They go up to ⑳.
#[must_use]
pub fn circled(number: u8) -> String {
    match number {
        1..=20 => char::from_u32(0x245F + u32::from(number)).map_or_else(String::new, String::from),
        _ => format!("({number})"),
    }
}

/// Projects of other documents that share a programme with this one: the documents bundle the same
/// programmes under different names.
#[must_use]
pub fn relatives(dataset: &Dataset, project: ProjectId) -> Vec<(ProgramId, ProjectId)> {
    let mut relatives = Vec::new();
    for program in digest(dataset, project).programs {
        for appearance in dataset.appearances_of(program) {
            for other in &dataset.appearances.projects[appearance.row()] {
                let apart = dataset.project(*other).appearances.iter().all(|place| {
                    let mut own = dataset.project(project).appearances.iter();
                    own.all(|own| own.document != place.document)
                });
                if *other != project && apart {
                    sorted::insert(&mut relatives, (program, *other));
                }
            }
        }
    }
    relatives
}

/// The other projects that list an indicator.
#[must_use]
pub fn elsewhere(dataset: &Dataset, project: ProjectId, indicator: IndicatorId) -> Vec<ProjectId> {
    let mut others = Vec::new();
    for listing in &dataset.listings {
        if listing.indicator == indicator && listing.project != project {
            sorted::insert(&mut others, listing.project);
        }
    }
    others
}

/// A project's indicators, each once, in the documents' order.
#[must_use]
pub fn indicators(dataset: &Dataset, project: ProjectId) -> Vec<Listed<'_>> {
    let mut found: Vec<Listed<'_>> = Vec::new();
    for listing in &dataset.listings {
        if listing.project != project {
            continue;
        }
        let source = Source {
            document: listing.document,
            section: &listing.section,
        };
        let seen = found
            .iter_mut()
            .find(|listed| listed.indicator == listing.indicator);
        match seen {
            Some(listed) => {
                listed.relisted |= listing.relisted;
                listed.sources.push(source);
            }
            None => found.push(Listed {
                indicator: listing.indicator,
                relisted: listing.relisted,
                elsewhere: elsewhere(dataset, project, listing.indicator),
                sources: vec![source],
            }),
        }
    }
    found
}

/// What the documents' prose says of a project.
#[must_use]
pub fn words<'a>(
    project: ProjectId,
    dataset: &Dataset,
    review: &'a Review,
    policy: &'a Policy,
    vision: &'a Vision,
) -> Words<'a> {
    let indicators = indicators(dataset, project);
    let reviewed = review
        .projects
        .iter()
        .find(|reviewed| reviewed.project == project);
    let speaks_of_it = |statement: &&Statement| {
        indicators
            .iter()
            .any(|listed| Some(listed.indicator) == statement.indicator)
    };
    Words {
        review: reviewed,
        statements: review.statements.iter().filter(speaks_of_it).collect(),
        example: policy
            .examples
            .iter()
            .find(|example| example.project == project),
        vision: vision
            .projects
            .iter()
            .find(|envisioned| envisioned.project == project),
    }
}

/// From where to where an indicator shall come, as 003 writes it: 「1施設（R2）→ 11施設（R7）」.
#[must_use]
pub fn way(dataset: &Dataset, indicator: IndicatorId, era: Era) -> String {
    let series = dataset.series(indicator);
    let dated = |dated: Option<Dated>| match dated {
        Some(Dated { year, value }) => sentence!(
            "{value}（{year}）",
            "{value} ({year})",
            value = format::quantity(value, dataset.unit(indicator)),
            year = year.short_name(era),
        ),
        None => format::NONE.to_owned(),
    };
    sentence!(
        "{from}→ {to}",
        "{from} → {to}",
        from = dated(series.baseline),
        to = dated(series.target),
    )
}

/// What the documents contain of a project and what not, in a sentence each. For projects that the
/// review does not speak of: the review has all parts but budgets.
#[must_use]
pub fn coverage(digest: &Digest, words: &Words<'_>) -> String {
    let parts = [
        (words!("目的", "its purpose"), words.vision.is_some()),
        (
            words!("施策", "measures"),
            words.vision.is_some() || words.example.is_some(),
        ),
        (
            words!("評価指標（KPI）", "indicators (KPI)"),
            !digest.indicators.is_empty(),
        ),
        (
            words!("取組と評価", "activities and their evaluation"),
            words.review.is_some(),
        ),
        (words!("事業", "programmes"), !digest.programs.is_empty()),
        (words!("予算額", "a budget"), digest.budget.is_some()),
    ];
    let names = |there: bool| {
        let names = parts.iter().filter(|(_, is)| *is == there);
        let names: Vec<_> = names.map(|(name, _)| *name).collect();
        names.join(words!("、", ", "))
    };
    sentence!(
        "もとになった文書に載っているのは、{given}です。{missing}は載っていません。",
        "The source documents give: {given}. They do not give: {missing}.",
        given = names(true),
        missing = names(false),
    )
}

/// A part of a printed date, and the date it stands for where the data has it (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatePart<'a> {
    /// As printed.
    pub text: &'a str,
    /// 「2023-09-16」 or 「2023-12」.
    pub date: Option<&'a str>,
}

/// An event's dates as printed, a line each. The beginning of the first line is the first day, the
/// end of the last line the last day; what lies between is not given as dates.
#[must_use]
pub fn dates(event: &Event) -> Vec<Vec<DatePart<'_>>> {
    let plain = |text| DatePart { text, date: None };
    let last = event.when.len().saturating_sub(1);
    event
        .when
        .iter()
        .enumerate()
        .map(|(line, text)| {
            let is_separator = |c: char| matches!(c, '～' | '〜' | '~' | '・');
            let begin = text.find(is_separator).unwrap_or(text.len());
            let end = match text.rfind(is_separator) {
                Some(at) => at + text[at..].chars().next().map_or(0, char::len_utf8),
                None => text.len(),
            };
            let date = |date: &'_ str, here: bool| here && !date.is_empty();
            let mut parts = vec![DatePart {
                text: &text[..begin],
                date: date(&event.from, line == 0).then_some(event.from.as_str()),
            }];
            if begin < end {
                parts.push(plain(&text[begin..end]));
            }
            if end < text.len() {
                parts.push(DatePart {
                    text: &text[end..],
                    date: date(&event.to, line == last).then_some(event.to.as_str()),
                });
            }
            parts
        })
        .collect()
}

/// A figure beside an activity: 「ウェブサイトのPV数: 約46万回 (R5年度)」 in its parts, all as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotedFigure<'a> {
    /// What is counted.
    pub label: &'a str,
    /// The figure with its unit.
    pub value: &'a str,
    /// What stands in brackets behind it, without them; empty if nothing.
    pub remark: &'a str,
}

/// The figures of a note; none where it is not made of 「label: figure」.
#[must_use]
pub fn figures(note: &str) -> Vec<NotedFigure<'_>> {
    let parts = note.split('、').map(|part| {
        let (label, value) = part.split_once(": ")?;
        let (value, remark) = match value.split_once(" (") {
            Some((value, rest)) => (value, rest.strip_suffix(')')?),
            None => (value, ""),
        };
        value
            .contains(|c: char| c.is_ascii_digit())
            .then_some(NotedFigure {
                label,
                value,
                remark,
            })
    });
    parts.collect::<Option<Vec<_>>>().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(when: &[&str], from: &str, to: &str) -> Event {
        Event {
            title: String::new(),
            when: when.iter().map(|line| (*line).to_owned()).collect(),
            from: from.to_owned(),
            to: to.to_owned(),
            place: String::new(),
            outline: String::new(),
            notes: Vec::new(),
            captions: Vec::new(),
        }
    }

    fn marked(event: &Event) -> Vec<(&str, Option<&str>)> {
        let parts = dates(event).into_iter().flatten();
        parts.map(|part| (part.text, part.date)).collect()
    }

    #[test]
    fn printed_dates_keep_their_words_and_say_the_days_that_are_known() {
        assert_eq!(
            marked(&event(
                &["令和5年9月16日～17日"],
                "2023-09-16",
                "2023-09-17"
            )),
            [
                ("令和5年9月16日", Some("2023-09-16")),
                ("～", None),
                ("17日", Some("2023-09-17"))
            ]
        );
        assert_eq!(
            marked(&event(&["R5.12月～"], "2023-12", "")),
            [("R5.12月", Some("2023-12")), ("～", None)]
        );
        let two = ["令和5年11月28日・30日", "令和5年12月5日・7日"];
        assert_eq!(
            marked(&event(&two, "2023-11-28", "2023-12-07")),
            [
                ("令和5年11月28日", Some("2023-11-28")),
                ("・", None),
                ("30日", None),
                ("令和5年12月5日", None),
                ("・", None),
                ("7日", Some("2023-12-07"))
            ]
        );
        assert!(dates(&event(&[], "", "")).is_empty());
    }

    #[test]
    fn figures_stay_as_printed() {
        let of = |note| -> Vec<_> {
            let figures = figures(note).into_iter();
            figures
                .map(|figure| (figure.label, figure.value, figure.remark))
                .collect()
        };
        assert_eq!(
            of("ウェブサイトのPV数: 約46万回 (R5年度)"),
            [("ウェブサイトのPV数", "約46万回", "R5年度")]
        );
        assert_eq!(
            of("ライブ配信視聴数: 1,782回、累計視聴数: 5290回"),
            [
                ("ライブ配信視聴数", "1,782回", ""),
                ("累計視聴数", "5290回", "")
            ]
        );
        // A remark that is no list of figures stays one text.
        assert!(of("来場者は約4割、うち初めて: 多数").is_empty());
    }

    #[test]
    fn numbers_are_circled_as_printed() {
        assert_eq!(circled(1), "①");
        assert_eq!(circled(4), "④");
        assert_eq!(circled(20), "⑳");
        assert_eq!(circled(21), "(21)");
    }
}
