//! The tables, and the dataset they make together.

use super::{Edition, Files, changes::changes, english::english, prose::Names, topojson};
use crate::{
    csv::{Row, Table},
    dataset::{Dataset, Prose},
    fiscal_year::FiscalYear,
    geography::{Geography, Tile},
    model::{
        Appearances, Area, AreaId, Category, CategoryId, Dated, Document, DocumentId, IndicatorId,
        Indicators, Label, Listing, Municipality, Observation, Origin, Place, ProgramId, Programs,
        Project, ProjectAppearance, ProjectId, ProjectKind, RowId, Sdg, Subprefecture,
        SubprefectureId, Tags,
    },
    problem::{Kind, Problems},
    texts::Texts,
};
use std::collections::{BTreeMap, BTreeSet};

const ORIGINS: [(&str, Origin); 2] = [("source", Origin::Source), ("editorial", Origin::Editorial)];

/// Text ids of a table, with their rows.
type Ids = BTreeMap<String, usize>;

/// Reads every table; `None` when a file or column is missing altogether.
pub(super) fn assemble(files: &Files, problems: &Problems) -> Option<Edition> {
    Reader { files, problems }.edition()
}

struct Reader<'a> {
    files: &'a Files,
    problems: &'a Problems,
}

impl<'a> Reader<'a> {
    fn table(&self, file: &str, columns: &[&str]) -> Option<Table> {
        let Some(text) = self.files.get(file) else {
            self.problems.of_file(file, Kind::MissingFile);
            return None;
        };
        let table = Table::read(file, text, self.problems);
        table.has_columns(columns, self.problems).then_some(table)
    }

    /// The ids of a table, each once.
    fn ids(&self, table: &Table) -> Ids {
        let mut ids = Ids::new();
        for (position, row) in table.rows(self.problems).enumerate() {
            let id = row.required("id").to_owned();
            if ids.insert(id.clone(), position).is_some() {
                row.problem("id", Kind::Duplicate(id));
            }
        }
        ids
    }

    fn edition(&self) -> Option<Edition> {
        let document_table = self.table(
            "documents.csv",
            &[
                "id",
                "title",
                "title_origin",
                "publisher",
                "fiscal_year",
                "subject",
                "note",
            ],
        );
        let area_table = self.table("areas.csv", &["id", "name", "short_name", "project_count"]);
        let subprefecture_table = self.table(
            "subprefectures.csv",
            &[
                "id",
                "name",
                "area",
                "seat",
                "lat",
                "lon",
                "position_source",
            ],
        );
        let category_table = self.table("categories.csv", &["id", "name"]);
        let project_table = self.table("projects.csv", &["id", "name"]);
        let program_table = self.table("programs.csv", &["id", "name"]);
        let indicator_table = self.table(
            "indicators.csv",
            &[
                "id",
                "name",
                "unit",
                "baseline_fiscal_year",
                "baseline",
                "target_fiscal_year",
                "target",
                "document",
                "section",
                "note",
            ],
        );
        let (document_table, area_table, subprefecture_table) =
            (document_table?, area_table?, subprefecture_table?);
        let (category_table, project_table, program_table, indicator_table) = (
            category_table?,
            project_table?,
            program_table?,
            indicator_table?,
        );
        let keys = Keys {
            documents: self.ids(&document_table),
            areas: self.ids(&area_table),
            subprefectures: self.ids(&subprefecture_table),
            categories: self.ids(&category_table),
            projects: self.ids(&project_table),
            programs: self.ids(&program_table),
            indicators: self.ids(&indicator_table),
        };
        let names = Names {
            documents: &keys.documents,
            areas: &keys.areas,
            projects: &keys.projects,
            indicators: &keys.indicators,
        };
        let (review, policy, vision, budget) = (
            names.review(self.files, self.problems),
            names.policy(self.files, self.problems),
            names.vision(self.files, self.problems),
            names.budget(self.files, self.problems),
        );
        let municipalities = self.municipalities(&keys);
        let sdg_names = self.sdg_names();
        let projects = self.projects(&project_table, &keys);
        let appearances = self.appearances(&keys);
        let tags = self.tags(&keys);
        let indicators = self.indicators(&indicator_table, &keys);
        let listings = self.listings(&keys);
        let geography = self.geography(&keys, &subprefecture_table);
        let (review, policy) = (review?, policy?);
        let dataset = Dataset {
            documents: self.documents(&document_table),
            areas: self.areas(&area_table),
            subprefectures: self.subprefectures(&subprefecture_table, &keys),
            municipalities: municipalities?,
            categories: category_table
                .rows(self.problems)
                .map(|row| Category {
                    slug: row.required("id").to_owned(),
                    name: row.required("name").to_owned(),
                })
                .collect(),
            sdg_names: sdg_names?,
            projects: projects?,
            programs: Programs {
                slugs: column(&program_table, "id", self.problems),
                names: column(&program_table, "name", self.problems),
            },
            appearances: appearances?,
            tags: tags?,
            indicators: indicators?,
            listings: listings?,
            review: review.document,
            reporting_year: review.reporting_year,
            policy: policy.document,
        };
        let prose = Prose {
            review,
            budget: budget?,
            policy,
            vision: vision?,
        };
        Some(Edition {
            english: english(self.files, &dataset, self.problems),
            dataset,
            prose,
            geography: geography?,
            changes: changes(self.files, self.problems),
        })
    }

    fn geography(&self, keys: &Keys, subprefectures: &Table) -> Option<Geography> {
        let (coast, boundaries, tiles) = (
            topojson::coast(self.files, self.problems),
            topojson::boundaries(self.files, self.problems),
            self.tiles(keys, subprefectures),
        );
        Some(Geography {
            coast: coast?,
            boundaries: boundaries?,
            tiles: tiles?,
        })
    }

    /// The tiles: one for every 振興局, no two in one place.
    fn tiles(&self, keys: &Keys, subprefectures: &Table) -> Option<Vec<Tile>> {
        const FILE: &str = "cartogram.csv";
        let table = self.table(FILE, &["subprefecture", "column", "row"])?;
        let mut names: BTreeMap<(u8, u8), &str> = BTreeMap::new();
        let mut tiles: Vec<Tile> = Vec::new();
        for row in table.rows(self.problems) {
            let _ = (row.required("column"), row.required("row"));
            let (Some(subprefecture), Some(column), Some(tile_row)) = (
                keys.subprefecture(&row),
                row.count("column"),
                row.count("row"),
            ) else {
                continue;
            };
            let id = row.text("subprefecture");
            if tiles.iter().any(|tile| tile.subprefecture == subprefecture) {
                row.problem("subprefecture", Kind::Duplicate(id.to_owned()));
            } else if let Some(other) = names.insert((column, tile_row), id) {
                row.problem(
                    "column",
                    Kind::Said(format!(
                        "この位置には「{other}」があります。列（column）か行（row）を変えてください。"
                    )),
                );
            }
            tiles.push(Tile {
                subprefecture,
                column,
                row: tile_row,
            });
        }
        for (position, row) in subprefectures.rows(self.problems).enumerate() {
            let id = SubprefectureId::new(position);
            if !tiles.iter().any(|tile| tile.subprefecture == id) {
                let id = row.text("id");
                let said = format!("「{id}」の行がありません。加えてください。");
                self.problems.of_file(FILE, Kind::Said(said));
            }
        }
        Some(tiles)
    }

    fn documents(&self, table: &Table) -> Vec<Document> {
        table
            .rows(self.problems)
            .map(|row| Document {
                slug: row.required("id").to_owned(),
                title: row.required("title").to_owned(),
                title_origin: row
                    .one_of("title_origin", &ORIGINS)
                    .unwrap_or(Origin::Source),
                publisher: row.text("publisher").to_owned(),
                fiscal_year: row.year("fiscal_year"),
                subject: row.required("subject").to_owned(),
                note: row.text("note").to_owned(),
            })
            .collect()
    }

    fn areas(&self, table: &Table) -> Vec<Area> {
        table
            .rows(self.problems)
            .map(|row| Area {
                slug: row.required("id").to_owned(),
                name: row.required("name").to_owned(),
                short_name: row.required("short_name").to_owned(),
                project_count: row.count("project_count").unwrap_or_default(),
            })
            .collect()
    }

    fn subprefectures(&self, table: &Table, keys: &Keys) -> Vec<Subprefecture> {
        table
            .rows(self.problems)
            .filter_map(|row| {
                Some(Subprefecture {
                    slug: row.required("id").to_owned(),
                    name: row.required("name").to_owned(),
                    area: keys.area(&row)?,
                    seat: place(&row, "seat")?,
                })
            })
            .collect()
    }

    fn municipalities(&self, keys: &Keys) -> Option<Vec<Municipality>> {
        let table = self.table(
            "municipalities.csv",
            &[
                "id",
                "name",
                "subprefecture",
                "lat",
                "lon",
                "position_source",
            ],
        )?;
        self.ids(&table);
        Some(
            table
                .rows(self.problems)
                .filter_map(|row| {
                    Some(Municipality {
                        slug: row.required("id").to_owned(),
                        subprefecture: keys.subprefecture(&row)?,
                        place: place(&row, "name")?,
                        printed_name: None,
                    })
                })
                .collect(),
        )
    }

    fn sdg_names(&self) -> Option<Vec<String>> {
        let table = self.table("sdgs.csv", &["number", "name"])?;
        let names: Vec<String> = table
            .rows(self.problems)
            .map(|row| row.required("name").to_owned())
            .collect();
        if names.len() != usize::from(Sdg::COUNT) {
            self.problems
                .of_file("sdgs.csv", control("ゴールの数", Sdg::COUNT, names.len()));
        }
        Some(names)
    }

    fn projects(&self, table: &Table, keys: &Keys) -> Option<Vec<Project>> {
        let appearances = self.table(
            "project_appearances.csv",
            &[
                "project",
                "document",
                "section",
                "number",
                "area",
                "kind",
                "name_as_printed",
            ],
        )?;
        let subprefectures = self.table(
            "project_subprefectures.csv",
            &["project", "document", "subprefecture"],
        )?;
        let mut projects: Vec<Project> = table
            .rows(self.problems)
            .map(|row| Project {
                slug: row.required("id").to_owned(),
                name: row.required("name").to_owned(),
                appearances: Vec::new(),
            })
            .collect();
        const KINDS: [(&str, ProjectKind); 4] = [
            ("review", ProjectKind::Review),
            ("budget", ProjectKind::Budget),
            ("example", ProjectKind::Example),
            ("vision", ProjectKind::Vision),
        ];
        for row in appearances.rows(self.problems) {
            let (Some(project), Some(document), Some(area), Some(kind)) = (
                keys.project(&row),
                keys.document(&row),
                keys.area(&row),
                row.one_of("kind", &KINDS),
            ) else {
                continue;
            };
            projects[project.row()].appearances.push(ProjectAppearance {
                document,
                section: row.required("section").to_owned(),
                number: row.count("number"),
                area,
                kind,
                name_as_printed: non_empty(row.text("name_as_printed")),
                subprefectures: Vec::new(),
            });
        }
        for row in subprefectures.rows(self.problems) {
            let (Some(project), Some(document), Some(subprefecture)) = (
                keys.project(&row),
                keys.document(&row),
                keys.subprefecture(&row),
            ) else {
                continue;
            };
            let appearance = projects[project.row()]
                .appearances
                .iter_mut()
                .find(|appearance| appearance.document == document);
            match appearance {
                Some(appearance) => appearance.subprefectures.push(subprefecture),
                None => row.problem(
                    "project",
                    Kind::Unknown {
                        id: row.text("project").to_owned(),
                        file: "project_appearances.csv",
                    },
                ),
            }
        }
        Some(projects)
    }

    fn appearances(&self, keys: &Keys) -> Option<Appearances> {
        let table = self.table(
            "appearances.csv",
            &[
                "program",
                "document",
                "section",
                "position",
                "fiscal_year",
                "subprefecture",
                "budget",
                "budget_unit",
                "period_from",
                "period_to",
                "sdg_icon_count",
                "outline",
                "results",
                "caption",
            ],
        )?;
        let links = self.table(
            "appearance_projects.csv",
            &["program", "document", "project"],
        )?;
        let mut projects: BTreeMap<(ProgramId, DocumentId), Vec<ProjectId>> = BTreeMap::new();
        for row in links.rows(self.problems) {
            if let (Some(program), Some(document), Some(project)) =
                (keys.program(&row), keys.document(&row), keys.project(&row))
            {
                projects
                    .entry((program, document))
                    .or_default()
                    .push(project);
            }
        }
        let mut rows: Vec<(ProgramId, DocumentId, Row<'_>)> = table
            .rows(self.problems)
            .filter_map(|row| Some((keys.program(&row)?, keys.document(&row)?, row)))
            .collect();
        rows.sort_by_key(|(program, document, _)| (*program, *document));
        let mut found = Appearances::default();
        let mut seen = BTreeSet::new();
        for (program, document, row) in rows {
            let year = row.year("fiscal_year");
            let subprefecture = keys.subprefecture(&row);
            if row.required("fiscal_year").is_empty() {
                continue;
            }
            let (Some(year), Some(subprefecture)) = (year, subprefecture) else {
                continue;
            };
            if !seen.insert((program, document)) {
                row.problem("program", Kind::Duplicate(row.text("program").to_owned()));
            }
            found.programs.push(program);
            found.documents.push(document);
            found.sections.push(row.required("section"));
            found
                .positions
                .push(row.count("position").unwrap_or_default());
            found.fiscal_years.push(year);
            found.subprefectures.push(subprefecture);
            found.budgets.push(budget(&row));
            found.periods.push(period(&row));
            found.sdg_icon_counts.push(row.count("sdg_icon_count"));
            found.outlines.push(row.required("outline"));
            found.results.push(row.text("results"));
            found.captions.push(row.text("caption"));
            found
                .projects
                .push(projects.remove(&(program, document)).unwrap_or_default());
        }
        for ((program, _), _) in projects {
            let id = keys.programs.iter().find(|(_, row)| **row == program.row());
            self.problems.of_file(
                "appearance_projects.csv",
                Kind::Unknown {
                    id: id.map(|(id, _)| id.clone()).unwrap_or_default(),
                    file: "appearances.csv",
                },
            );
        }
        Some(found)
    }

    fn tags(&self, keys: &Keys) -> Option<Tags> {
        let table = self.table(
            "program_tags.csv",
            &["program", "kind", "value", "origin", "document", "reason"],
        )?;
        let mut rows: Vec<(ProgramId, Row<'_>)> = table
            .rows(self.problems)
            .filter_map(|row| Some((keys.program(&row)?, row)))
            .collect();
        rows.sort_by_key(|(program, _)| *program);
        let mut tags = Tags::default();
        for (program, row) in rows {
            let label = match row.one_of("kind", &[("category", true), ("sdg", false)]) {
                Some(true) => keys
                    .find::<CategoryId>(&row, "value", &keys.categories, "categories.csv")
                    .map(Label::Category),
                Some(false) => {
                    let goal = row
                        .count::<u8>("value")
                        .and_then(|number| Sdg::try_from(number).ok());
                    if goal.is_none() {
                        row.problem(
                            "value",
                            Kind::NotAllowed {
                                found: row.text("value").to_owned(),
                                allowed: "1〜17".to_owned(),
                            },
                        );
                    }
                    goal.map(Label::Sdg)
                }
                None => None,
            };
            let origin = row.one_of("origin", &ORIGINS);
            let (Some(label), Some(origin), Some(document)) = (label, origin, keys.document(&row))
            else {
                continue;
            };
            if origin == Origin::Editorial {
                let _ = row.required("reason");
            }
            tags.programs.push(program);
            tags.labels.push(label);
            tags.origins.push(origin);
            tags.documents.push(document);
            tags.reasons.push(row.text("reason"));
        }
        Some(tags)
    }

    fn indicators(&self, table: &Table, keys: &Keys) -> Option<Indicators> {
        let observations = self.table(
            "observations.csv",
            &[
                "indicator",
                "fiscal_year",
                "value",
                "status",
                "unit",
                "document",
            ],
        )?;
        let mut found: Vec<(IndicatorId, FiscalYear, Observation)> = Vec::new();
        let units = column(table, "unit", self.problems);
        for row in observations.rows(self.problems) {
            let (Some(indicator), Some(year)) = (keys.indicator(&row), row.year("fiscal_year"))
            else {
                continue;
            };
            let _ = keys.document(&row);
            let unit = units.get(indicator.row());
            if row.text("unit") != unit {
                row.problem(
                    "unit",
                    Kind::UnitMismatch {
                        found: row.text("unit").to_owned(),
                        expected: unit.to_owned(),
                    },
                );
            }
            let observation = match row.one_of("status", &[("published", true), ("pending", false)])
            {
                Some(true) => {
                    let _ = row.required("value");
                    row.figure("value").map(Observation::Published)
                }
                Some(false) => {
                    if !row.text("value").is_empty() {
                        row.problem(
                            "value",
                            Kind::NotAllowed {
                                found: row.text("value").to_owned(),
                                allowed: "空（集計中）".to_owned(),
                            },
                        );
                    }
                    Some(Observation::Pending)
                }
                None => None,
            };
            if found
                .iter()
                .any(|(other, other_year, _)| (*other, *other_year) == (indicator, year))
            {
                row.problem("fiscal_year", Kind::Duplicate(year.western().to_string()));
            }
            found.extend(observation.map(|observation| (indicator, year, observation)));
        }
        let dated = |row: &Row<'_>, year: &str, value: &str| {
            let (year, value) = (row.year(year), row.figure(value));
            Some(Dated {
                year: year?,
                value: value?,
            })
        };
        let (mut baselines, mut targets, mut documents) = (Vec::new(), Vec::new(), Vec::new());
        for row in table.rows(self.problems) {
            let baseline = dated(&row, "baseline_fiscal_year", "baseline");
            let target = dated(&row, "target_fiscal_year", "target");
            if let Some((baseline, target)) = baseline.zip(target)
                && baseline.year >= target.year
            {
                row.problem("target_fiscal_year", Kind::YearOrder);
            }
            baselines.push(baseline);
            targets.push(target);
            documents.push(keys.document(&row).unwrap_or(DocumentId::new(0)));
        }
        // The table of results reaches from the first result to the last target, as the paper's does.
        let first_year = found.iter().map(|(_, year, _)| *year).min()?;
        let last_year = targets
            .iter()
            .flatten()
            .map(|target| target.year)
            .chain(found.iter().map(|(_, year, _)| *year))
            .max()?;
        let year_count = usize::try_from(last_year.since(first_year) + 1).unwrap_or(1);
        let mut results = vec![Observation::Absent; year_count * keys.indicators.len()];
        for (indicator, year, observation) in found {
            let offset = usize::try_from(year.since(first_year)).unwrap_or_default();
            results[indicator.row() * year_count + offset] = observation;
        }
        Some(Indicators {
            slugs: column(table, "id", self.problems),
            names: column(table, "name", self.problems),
            units,
            baselines,
            targets,
            documents,
            sections: column(table, "section", self.problems),
            notes: table
                .rows(self.problems)
                .map(|row| row.text("note"))
                .collect(),
            first_year,
            year_count: u16::try_from(year_count).unwrap_or(u16::MAX),
            results,
        })
    }

    fn listings(&self, keys: &Keys) -> Option<Vec<Listing>> {
        let table = self.table(
            "indicator_listings.csv",
            &[
                "document",
                "section",
                "project",
                "indicator",
                "relisted",
                "name_as_printed",
            ],
        )?;
        let rows = table.rows(self.problems).filter_map(|row| {
            Some(Listing {
                document: keys.document(&row)?,
                section: row.required("section").to_owned(),
                project: keys.project(&row)?,
                indicator: keys.indicator(&row)?,
                relisted: row.one_of("relisted", &[("true", true), ("false", false)])?,
                name_as_printed: non_empty(row.text("name_as_printed")),
            })
        });
        Some(rows.collect())
    }
}

/// The ids of every table.
struct Keys {
    documents: Ids,
    areas: Ids,
    subprefectures: Ids,
    categories: Ids,
    projects: Ids,
    programs: Ids,
    indicators: Ids,
}

macro_rules! lookups {
    ($($name:ident: $id:ident in $table:ident, $column:literal, $file:literal;)+) => {
        $(fn $name(&self, row: &Row<'_>) -> Option<$id> {
            self.find(row, $column, &self.$table, $file)
        })+
    };
}

impl Keys {
    lookups! {
        document: DocumentId in documents, "document", "documents.csv";
        area: AreaId in areas, "area", "areas.csv";
        subprefecture: SubprefectureId in subprefectures, "subprefecture", "subprefectures.csv";
        project: ProjectId in projects, "project", "projects.csv";
        program: ProgramId in programs, "program", "programs.csv";
        indicator: IndicatorId in indicators, "indicator", "indicators.csv";
    }

    fn find<T: RowId>(
        &self,
        row: &Row<'_>,
        column: &str,
        ids: &Ids,
        file: &'static str,
    ) -> Option<T> {
        let id = row.required(column);
        let found = ids.get(id).copied();
        if found.is_none() && !id.is_empty() {
            row.problem(
                column,
                Kind::Unknown {
                    id: id.to_owned(),
                    file,
                },
            );
        }
        found.map(T::new)
    }
}

pub(super) fn control(what: &str, expected: impl ToString, found: impl ToString) -> Kind {
    Kind::ControlMismatch {
        what: what.to_owned(),
        expected: expected.to_string(),
        found: found.to_string(),
    }
}

fn column(table: &Table, column: &str, problems: &Problems) -> Texts {
    table
        .rows(problems)
        .map(|row| row.required(column))
        .collect()
}

fn non_empty(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn place(row: &Row<'_>, name: &str) -> Option<Place> {
    let approximate = row.one_of(
        "position_source",
        &[("GeoNames", false), ("approximate", true)],
    );
    let _ = (row.required("lat"), row.required("lon"));
    Some(Place {
        name: row.required(name).to_owned(),
        latitude: row.figure("lat")?,
        longitude: row.figure("lon")?,
        approximate: approximate?,
    })
}

fn budget(row: &Row<'_>) -> Option<u32> {
    const UNIT: &str = "千円";
    let budget = row.count("budget");
    if budget.is_some() && row.text("budget_unit") != UNIT {
        row.problem(
            "budget_unit",
            Kind::UnitMismatch {
                found: row.text("budget_unit").to_owned(),
                expected: UNIT.to_owned(),
            },
        );
    }
    budget
}

fn period(row: &Row<'_>) -> Option<(FiscalYear, FiscalYear)> {
    let (from, to) = (row.year("period_from"), row.year("period_to"));
    let period = from.zip(to);
    if period.is_some_and(|(from, to)| from > to) {
        row.problem("period_to", Kind::YearOrder);
    }
    period
}
