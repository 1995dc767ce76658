//! The chart of one indicator: results, baseline, target, expected path and projection, official or
//! as a 試算 has them. Knows no page; colours come in with [`Placed::draw`].

use super::{
    labels::{self, Obstacle, Point, Spot},
    option::{Drawing, HaloLabel, LineOption},
    palette::Palette,
    plane::{self, Plane, line, plain},
    value_axis::ValueAxis,
};
use charming::{
    element::{AreaStyle, ItemStyle, LineStyle, LineStyleType, Symbol},
    series::Line,
};
use michishirube_core::{
    dataset::Series,
    explain,
    fiscal_year::{Era, FiscalYear},
    format,
    model::{Dated, Observation},
    progress::{Projection, expected, project},
    ratio::{Ratio, Rounded},
    sentence, words,
};

/// What 集計中 years say.
pub(super) fn pending() -> &'static str {
    words!("集計中", "being compiled")
}

/// A year on the axis whose result is 集計中, in lines that fit under it.
pub(super) fn pending_category(year: &str) -> String {
    sentence!("{year}\n集計中", "{year}\nbeing\ncompiled")
}

/// The figures of one indicator, to be drawn or listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndicatorChart<'a> {
    /// As the document has them.
    pub official: Series<'a>,
    /// As a 試算 has them; the same as no 試算 when nothing differs.
    pub scenario: Option<Series<'a>>,
    /// 人, %, ha …
    pub unit: &'a str,
    /// How years are printed.
    pub era: Era,
}

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// 見込み.
    Projection,
    /// 期待される経路.
    Expected,
    /// 目標値.
    Target,
    /// 実績.
    Results,
    /// 基準値.
    Baseline,
}

/// Whose figures a mark shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The document's, and the 試算's where there is one: they agree.
    Shared,
    /// The document's, behind those of the 試算.
    Official,
    /// The 試算's own.
    Scenario,
}

/// An indicator's chart with everything in its place: categories and values, no pixels or colours.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Years and values.
    pub plane: Plane,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
    /// What is said of each year.
    pub notes: Vec<String>,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it stands for.
    pub part: Part,
    /// Whose figures it shows.
    pub whose: Whose,
    /// Its shape.
    pub shape: Shape,
}

/// The shape of a mark.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Between two values in each category.
    Area(Vec<Option<(f64, f64)>>),
    /// From category to category.
    Line(Vec<Option<f64>>),
    /// One symbol.
    Dot {
        /// Its category.
        category: usize,
        /// Its value.
        value: f64,
        /// The text beside it.
        label: Label,
    },
}

/// The text beside a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What it says.
    pub text: String,
    /// Where it stands; `None` where it would cover other labels.
    pub spot: Option<Spot>,
}

/// A line of the key: what a mark stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyEntry {
    /// What it stands for.
    pub part: Part,
    /// Whose figures it shows.
    pub whose: Whose,
    /// In words.
    pub text: &'static str,
}

/// A year of the table that says the same as the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// The year.
    pub year: FiscalYear,
    /// The year, as it is printed.
    pub year_text: String,
    /// 「基準値 60.9%」 or 「目標値 63.9%」, in the years that have one.
    pub marks: Vec<String>,
    /// The official figures.
    pub official: Cells,
    /// Those of the 試算, where there is one.
    pub scenario: Option<Cells>,
}

/// The figures of a year in words: with unit, 集計中 or 「—」.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    /// 実績値.
    pub result: String,
    /// 期待値.
    pub expected: String,
    /// 見込み, from its lowest to its highest.
    pub projected: String,
}

impl<'a> IndicatorChart<'a> {
    /// The 試算, where it differs.
    fn scenario(&self) -> Option<Series<'a>> {
        self.scenario.filter(|scenario| *scenario != self.official)
    }

    /// What is in front.
    fn subject(&self) -> Series<'a> {
        self.scenario().unwrap_or(self.official)
    }

    /// Every year from the first to the last that has a figure.
    pub fn years(&self) -> Vec<FiscalYear> {
        plane::years([Some(self.official), self.scenario()].into_iter().flatten())
    }

    /// The key of the chart, in the order of importance.
    pub fn key(&self) -> Vec<KeyEntry> {
        let whose = self.whose();
        let subject = self.subject();
        let drawn = |part, is_there: bool| {
            let whose = whose.of(part);
            let behind = (whose == Whose::Scenario && part.has_official_behind())
                .then_some((part, Whose::Official));
            is_there
                .then_some((part, whose))
                .into_iter()
                .chain(behind.filter(|_| is_there))
        };
        drawn(Part::Results, subject.latest().is_some())
            .chain(drawn(Part::Baseline, subject.baseline.is_some()))
            .chain(drawn(Part::Target, subject.target.is_some()))
            .chain(drawn(Part::Expected, way(&subject).is_some()))
            .chain(drawn(Part::Projection, Outlook::of(&subject).is_some()))
            .map(|(part, whose)| KeyEntry {
                part,
                whose,
                text: part.name(whose),
            })
            .collect()
    }

    /// The chart's figures as a table.
    pub fn table_rows(&self) -> Vec<TableRow> {
        let subject = self.subject();
        let scenario = self.scenario();
        let whose = self.whose();
        self.years()
            .into_iter()
            .map(|year| {
                let at = |name: &str, dated: Option<Dated>| {
                    let dated = dated.filter(|dated| dated.year == year)?;
                    Some(format!(
                        "{name} {}",
                        format::quantity(dated.value, self.unit)
                    ))
                };
                let mut marks = Vec::new();
                for (part, pick) in [
                    (
                        Part::Baseline,
                        baseline_of as fn(&Series<'_>) -> Option<Dated>,
                    ),
                    (Part::Target, target_of),
                ] {
                    let front = whose.of(part);
                    if front == Whose::Scenario {
                        marks.extend(at(part.name(Whose::Official), pick(&self.official)));
                    }
                    marks.extend(at(part.name(front), pick(&subject)));
                }
                TableRow {
                    year,
                    year_text: year.full_name(self.era),
                    marks,
                    official: self.cells(&self.official, year),
                    scenario: scenario.map(|scenario| self.cells(&scenario, year)),
                }
            })
            .collect()
    }

    fn cells(&self, series: &Series<'_>, year: FiscalYear) -> Cells {
        let decimals = explain::expected_decimals(series);
        let none = || format::NONE.to_owned();
        Cells {
            result: self
                .result_text(series.observation(year))
                .unwrap_or_else(none),
            expected: way(series)
                .filter(|(_, target)| year <= target.year)
                .and_then(|_| expected(series, year))
                .map_or_else(none, |value| {
                    format::rounded_quantity(value, decimals, self.unit)
                }),
            projected: Outlook::of(series)
                .and_then(|outlook| outlook.beyond_latest(year))
                .map_or_else(none, |range| range_text(range, decimals, self.unit)),
        }
    }

    fn result_text(&self, observation: Observation) -> Option<String> {
        match observation {
            Observation::Published(value) => Some(format::quantity(value, self.unit)),
            Observation::Pending => Some(pending().to_owned()),
            Observation::Absent => None,
        }
    }

    /// Puts everything in its place.
    pub fn place(&self) -> Placed {
        let years = self.years();
        let subject = self.subject();
        let mut marks = self.marks(&years);
        let plane = Plane::new(
            years.iter().map(|year| self.category(*year)).collect(),
            marks.iter().flat_map(Mark::values),
            explain::expected_decimals(&subject).saturating_sub(1),
            self.unit,
        );
        place_labels(&mut marks, &plane.axis, years.len());
        Placed {
            plane,
            marks,
            notes: years.iter().map(|year| self.note(*year)).collect(),
        }
    }

    /// A year on the axis, with 集計中 below it.
    fn category(&self, year: FiscalYear) -> String {
        let name = year.short_name(self.era);
        match self.subject().observation(year) {
            Observation::Pending => pending_category(&name),
            _ => name,
        }
    }

    /// What is said of a year.
    fn note(&self, year: FiscalYear) -> String {
        let subject = self.subject();
        let whose = self.whose();
        let decimals = explain::expected_decimals(&subject);
        let at = |dated: Option<Dated>| {
            dated
                .filter(|dated| dated.year == year)
                .map(|dated| format::quantity(dated.value, self.unit))
        };
        let always = |dated: Option<Dated>| {
            dated.map(|dated| {
                sentence!(
                    "{figure}（{year}）",
                    "{figure} ({year})",
                    figure = format::quantity(dated.value, self.unit),
                    year = dated.year.short_name(self.era)
                )
            })
        };
        let official =
            |part: Part| Some(&self.official).filter(|_| whose.of(part) == Whose::Scenario);
        let lines = [
            (
                "●",
                Part::Results.name(whose.results),
                self.result_text(subject.observation(year)),
            ),
            (
                "○",
                Part::Results.name(Whose::Official),
                official(Part::Results)
                    .and_then(|series| self.result_text(series.observation(year))),
            ),
            (
                "◆",
                Part::Baseline.name(whose.baseline),
                at(subject.baseline),
            ),
            (
                "◇",
                Part::Baseline.name(Whose::Official),
                official(Part::Baseline).and_then(|series| at(series.baseline)),
            ),
            (
                "┈",
                words!("期待値", "Expected value"),
                way(&subject)
                    .filter(|(baseline, target)| baseline.year < year && year <= target.year)
                    .and_then(|_| expected(&subject, year))
                    .map(|value| format::rounded_quantity(value, decimals, self.unit)),
            ),
            (
                "▒",
                words!("見込み", "Projection"),
                Outlook::of(&subject)
                    .and_then(|outlook| outlook.beyond_latest(year))
                    .map(|range| range_text(range, decimals, self.unit)),
            ),
            ("┅", Part::Target.name(whose.target), always(subject.target)),
            (
                "─",
                Part::Target.name(Whose::Official),
                official(Part::Target).and_then(|series| always(series.target)),
            ),
        ];
        let mut note = year.full_name(self.era);
        for (sign, name, figure) in lines {
            if let Some(figure) = figure {
                note.push_str(&format!("\n{sign} {name} {figure}"));
            }
        }
        note
    }

    /// Which figures the 試算 has of its own.
    fn whose(&self) -> Ownership {
        let (official, subject) = (self.official, self.subject());
        let own = |own: bool| {
            if own { Whose::Scenario } else { Whose::Shared }
        };
        Ownership {
            results: own(official.published().ne(subject.published())),
            target: own(official.target != subject.target),
            baseline: own(official.baseline != subject.baseline),
            derived: own(self.scenario().is_some()),
        }
    }

    /// Everything drawn, from back to front, with labels still to be placed.
    fn marks(&self, years: &[FiscalYear]) -> Vec<Mark> {
        let subject = self.subject();
        let whose = self.whose();
        let mut marks = Vec::new();
        let line = |value: &dyn Fn(FiscalYear) -> Option<f64>| {
            Shape::Line(years.iter().map(|year| value(*year)).collect())
        };
        let level = |target: Dated| line(&|_| Some(target.value.to_f64()));
        let results = |series: &Series<'_>| {
            line(&|year| series.observation(year).value().map(|value| value.to_f64()))
        };
        let dot = |dated: Dated, name: &str| {
            Some(Shape::Dot {
                category: years.iter().position(|year| *year == dated.year)?,
                value: dated.value.to_f64(),
                label: Label {
                    text: format!("{name} {}", format::quantity(dated.value, self.unit)),
                    spot: None,
                },
            })
        };
        let mut draw = |part, whose, shape: Option<Shape>| {
            marks.extend(shape.map(|shape| Mark { part, whose, shape }));
        };

        let decimals = explain::expected_decimals(&subject);
        let outlook = Outlook::of(&subject).map(|outlook| {
            let range = |year| {
                let (low, high) = outlook.range(year)?;
                Some((nearest(low, decimals), nearest(high, decimals)))
            };
            Shape::Area(years.iter().map(|year| range(*year)).collect())
        });
        draw(Part::Projection, whose.derived, outlook);
        let path = way(&subject).map(|(baseline, target)| {
            line(&|year| {
                let value = expected(&subject, year).filter(|_| year <= target.year)?;
                // The ends are the printed figures themselves.
                Some(if year == target.year {
                    target.value.to_f64()
                } else if year == baseline.year {
                    baseline.value.to_f64()
                } else {
                    nearest(value, decimals)
                })
            })
        });
        draw(Part::Expected, whose.derived, path);

        let official =
            |part: Part| Some(&self.official).filter(|_| whose.of(part) == Whose::Scenario);
        let official_target = official(Part::Target).and_then(target_of);
        let target_name = |whose| match whose {
            Whose::Official => words!("公式の目標", "Official target"),
            Whose::Scenario => words!("試算の目標", "What-if target"),
            Whose::Shared => words!("目標値", "Target"),
        };
        draw(Part::Target, Whose::Official, official_target.map(level));
        draw(Part::Target, whose.target, subject.target.map(level));
        draw(
            Part::Results,
            Whose::Official,
            official(Part::Results).map(results),
        );
        let baseline = official(Part::Baseline).and_then(baseline_of);
        draw(
            Part::Baseline,
            Whose::Official,
            baseline.and_then(|baseline| dot(baseline, Part::Baseline.name(Whose::Official))),
        );
        draw(
            Part::Target,
            Whose::Official,
            official_target.and_then(|target| dot(target, target_name(Whose::Official))),
        );
        let apart = self.official.latest() != subject.latest();
        let behind = official(Part::Results)
            .filter(|_| apart)
            .and_then(Series::latest);
        draw(
            Part::Results,
            Whose::Official,
            behind.and_then(|latest| dot(latest, words!("公式", "Official"))),
        );
        draw(Part::Results, whose.results, Some(results(&subject)));
        draw(
            Part::Baseline,
            whose.baseline,
            subject
                .baseline
                .and_then(|baseline| dot(baseline, Part::Baseline.name(whose.baseline))),
        );
        draw(
            Part::Target,
            whose.target,
            subject
                .target
                .and_then(|target| dot(target, target_name(whose.target))),
        );
        let name = match (whose.results, apart) {
            (Whose::Scenario, true) => words!("試算", "What-if"),
            (Whose::Scenario, false) => words!("公式・試算", "Official, what-if"),
            _ => words!("実績", "Result"),
        };
        draw(
            Part::Results,
            whose.results,
            subject.latest().and_then(|latest| dot(latest, name)),
        );
        marks
    }
}

/// Which figures a 試算 has of its own.
#[derive(Clone, Copy, Debug)]
struct Ownership {
    results: Whose,
    target: Whose,
    baseline: Whose,
    derived: Whose,
}

impl Ownership {
    const fn of(&self, part: Part) -> Whose {
        match part {
            Part::Results => self.results,
            Part::Target => self.target,
            Part::Baseline => self.baseline,
            Part::Expected | Part::Projection => self.derived,
        }
    }
}

impl Part {
    /// What it is called in the key, the table and the notes.
    fn name(self, whose: Whose) -> &'static str {
        match (self, whose) {
            (Self::Results, Whose::Shared) => words!("実績", "Result"),
            (Self::Results, Whose::Official) => words!("公式の実績", "Official result"),
            (Self::Results, Whose::Scenario) => words!("試算の実績", "What-if result"),
            (Self::Target, Whose::Shared) => words!("目標値", "Target"),
            (Self::Target, Whose::Official) => words!("公式の目標値", "Official target"),
            (Self::Target, Whose::Scenario) => words!("試算の目標値", "What-if target"),
            (Self::Baseline, Whose::Shared) => words!("基準値", "Baseline"),
            (Self::Baseline, Whose::Official) => words!("公式の基準値", "Official baseline"),
            (Self::Baseline, Whose::Scenario) => words!("試算の基準値", "What-if baseline"),
            (Self::Expected, Whose::Scenario) => {
                words!("期待される経路（試算）", "Expected path (what-if)")
            }
            (Self::Expected, _) => words!("期待される経路", "Expected path"),
            (Self::Projection, Whose::Scenario) => {
                words!("見込みの幅（試算）", "Projected range (what-if)")
            }
            (Self::Projection, _) => words!("見込みの幅", "Projected range"),
        }
    }

    /// Whether the official figures stay visible behind those of a 試算.
    const fn has_official_behind(self) -> bool {
        matches!(self, Self::Results | Self::Target | Self::Baseline)
    }
}

fn baseline_of(series: &Series<'_>) -> Option<Dated> {
    series.baseline
}

fn target_of(series: &Series<'_>) -> Option<Dated> {
    series.target
}

/// Baseline and target, where a way leads from one to the other.
fn way(series: &Series<'_>) -> Option<(Dated, Dated)> {
    series
        .baseline
        .zip(series.target)
        .filter(|(baseline, target)| baseline.year < target.year)
}

/// 見込み, where years are left until the target's.
struct Outlook {
    projection: Projection,
    until: FiscalYear,
}

impl Outlook {
    fn of(series: &Series<'_>) -> Option<Self> {
        let projection = project(series)?;
        let until = series.target?.year;
        let known = projection.changes.iter().any(Option::is_some);
        (known && projection.from.year < until).then_some(Self { projection, until })
    }

    /// From the lowest to the highest value, from the latest result's year to the target's.
    fn range(&self, year: FiscalYear) -> Option<(Ratio, Ratio)> {
        self.projection
            .band(year)
            .filter(|_| year >= self.projection.from.year && year <= self.until)
    }

    /// The same, without the year of the latest result.
    fn beyond_latest(&self, year: FiscalYear) -> Option<(Ratio, Ratio)> {
        self.range(year)
            .filter(|_| year > self.projection.from.year)
    }
}

/// 「43.7〜56.1%」, or one figure where both print the same.
fn range_text((low, high): (Ratio, Ratio), decimals: u8, unit: &str) -> String {
    let [low, high] = [low, high].map(|end| format::digits(end.round(decimals)));
    if low == high {
        format::with_unit(&high, unit)
    } else {
        format::with_unit(&sentence!("{low}〜{high}", "{low}–{high}"), unit)
    }
}

/// The binary number nearest to the printed figure.
#[allow(
    clippy::cast_precision_loss,
    reason = "pixels; printed figures are written by core::format"
)]
fn nearest(value: Ratio, decimals: u8) -> f64 {
    let Rounded { mantissa, decimals } = value.round(decimals);
    mantissa as f64 / 10_f64.powi(i32::from(decimals))
}

impl Mark {
    /// Every value it reaches.
    fn values(&self) -> Vec<f64> {
        match &self.shape {
            Shape::Area(ranges) => ranges
                .iter()
                .flatten()
                .flat_map(|(low, high)| [*low, *high])
                .collect(),
            Shape::Line(values) => values.iter().copied().flatten().collect(),
            Shape::Dot { value, .. } => vec![*value],
        }
    }

    /// How much a label must keep off its line.
    const fn weight(&self) -> f64 {
        match self.part {
            Part::Results => 3.0,
            Part::Target => 1.5,
            Part::Expected | Part::Projection => 0.7,
            Part::Baseline => 0.0,
        }
    }
}

/// Gives every label a place off the lines and the other labels.
fn place_labels(marks: &mut [Mark], axis: &ValueAxis, categories: usize) {
    #[allow(clippy::cast_precision_loss, reason = "a count of years")]
    let point = |category: usize, value: f64| Point {
        category: category as f64,
        share: axis.share(value),
    };
    let obstacle = |values: Vec<Option<f64>>, weight: f64| Obstacle {
        points: values
            .into_iter()
            .enumerate()
            .filter_map(|(category, value)| Some(point(category, value?)))
            .collect(),
        weight,
    };
    let mut obstacles = Vec::new();
    let mut symbols = Vec::new();
    for mark in marks.iter() {
        let weight = mark.weight();
        match &mark.shape {
            Shape::Line(values) => {
                let line = obstacle(values.clone(), weight);
                if mark.part == Part::Results {
                    symbols.extend_from_slice(&line.points);
                }
                obstacles.push(line);
            }
            Shape::Area(ranges) => {
                let edge = |pick: fn((f64, f64)) -> f64| {
                    ranges.iter().map(|range| range.map(pick)).collect()
                };
                obstacles.push(obstacle(edge(|(low, _)| low), weight));
                obstacles.push(obstacle(edge(|(_, high)| high), weight));
            }
            Shape::Dot {
                category, value, ..
            } => symbols.push(point(*category, *value)),
        }
    }
    // The front is the most important and chooses first.
    let mut labels: Vec<(Point, &mut Label)> = marks
        .iter_mut()
        .rev()
        .filter_map(|mark| match &mut mark.shape {
            Shape::Dot {
                category,
                value,
                label,
            } => Some((point(*category, *value), label)),
            _ => None,
        })
        .collect();
    let wanted: Vec<labels::Wanted<'_>> = labels
        .iter()
        .map(|(at, label)| labels::Wanted {
            at: *at,
            text: &label.text,
        })
        .collect();
    let spots = labels::place(&wanted, &symbols, &obstacles, categories);
    for ((_, label), spot) in labels.iter_mut().zip(spots) {
        label.spot = spot;
    }
}

impl Placed {
    /// The picture in these colours.
    pub fn draw(&self, palette: &Palette) -> Drawing {
        let marks = self.marks.iter();
        let series = marks.flat_map(|mark| self.series(mark, palette)).collect();
        self.plane.draw(series, self.notes.clone(), palette)
    }

    /// A mark as ECharts draws it: an area is two lines, one stacked on the other.
    fn series(&self, mark: &Mark, palette: &Palette) -> Vec<LineOption> {
        match &mark.shape {
            Shape::Area(ranges) => {
                let color = mark.color(palette);
                let edge = |values: Vec<Option<f64>>| {
                    line()
                        .stack("projection")
                        .symbol(Symbol::None)
                        .line_style(LineStyle::new().color(color).width(1))
                        .data(values)
                        .z(1)
                };
                let low = ranges.iter().map(|range| range.map(|(low, _)| low));
                let height = ranges
                    .iter()
                    .map(|range| range.map(|(low, high)| high - low));
                let area = AreaStyle::new().color(color).opacity(0.22);
                [edge(low.collect()), edge(height.collect()).area_style(area)]
                    .into_iter()
                    .map(|line| LineOption {
                        stack_strategy: Some("all"),
                        ..plain(line)
                    })
                    .collect()
            }
            Shape::Line(values) => vec![plain(mark.line(palette).data(values.clone()))],
            Shape::Dot {
                category,
                value,
                label,
            } => {
                let mut values = vec![None; self.plane.categories.len()];
                if let Some(place) = values.get_mut(*category) {
                    *place = Some(*value);
                }
                vec![LineOption {
                    label: label.spot.map(|spot| mark.text(&label.text, spot, palette)),
                    ..plain(mark.dot(palette).data(values))
                }]
            }
        }
    }
}

/// The colour of what shows a part of somebody's figures.
pub const fn color(part: Part, whose: Whose, palette: &Palette) -> &'static str {
    match (part, whose) {
        (Part::Projection, _) => palette.band,
        (Part::Expected, _) => palette.expected,
        (_, Whose::Official) => palette.official,
        (_, Whose::Scenario) => palette.scenario,
        (Part::Target, Whose::Shared) => palette.target,
        (Part::Results, Whose::Shared) => palette.result,
        (Part::Baseline, Whose::Shared) => palette.baseline,
    }
}

impl Mark {
    const fn color(&self, palette: &Palette) -> &'static str {
        color(self.part, self.whose, palette)
    }

    /// Its line: told apart by width and dash, too.
    fn line(&self, palette: &Palette) -> Line {
        let color = self.color(palette);
        let front = self.whose != Whose::Official;
        let (width, dash, z) = match self.part {
            Part::Results if front => (3.0, LineStyleType::Solid, 5),
            Part::Results => (1.5, LineStyleType::Solid, 4),
            Part::Target if front => (2.0, LineStyleType::Dashed, 3),
            Part::Target => (1.0, LineStyleType::Dashed, 2),
            Part::Expected | Part::Projection | Part::Baseline => (1.5, LineStyleType::Dotted, 2),
        };
        let line = line()
            .line_style(LineStyle::new().color(color).width(width).type_(dash))
            .z(z);
        match self.part {
            Part::Results => line
                .symbol(Symbol::Circle)
                .symbol_size(if front { 8 } else { 7 })
                .item_style(self.symbol_style(palette, !front, 1.5)),
            _ => line.symbol(Symbol::None),
        }
    }

    /// Its single symbol: told apart by shape, too.
    fn dot(&self, palette: &Palette) -> Line {
        let front = self.whose != Whose::Official;
        let (symbol, hollow, z) = match self.part {
            Part::Baseline => (Symbol::Diamond, !front, 6),
            Part::Target => (Symbol::Circle, true, 6),
            Part::Results | Part::Expected | Part::Projection => (Symbol::Circle, !front, 7),
        };
        line()
            .line_style(LineStyle::new().width(0))
            .symbol(symbol)
            .symbol_size(self.symbol_size())
            .item_style(self.symbol_style(palette, hollow, if front { 3.0 } else { 1.5 }))
            .z(if front { z } else { z - 2 })
    }

    /// How wide its single symbol is.
    fn symbol_size(&self) -> f64 {
        let front = if self.part == Part::Baseline {
            14.0
        } else {
            11.0
        };
        if self.whose == Whose::Official {
            front - 2.0
        } else {
            front
        }
    }

    fn symbol_style(&self, palette: &Palette, hollow: bool, border: f64) -> ItemStyle {
        let color = self.color(palette);
        if hollow {
            ItemStyle::new()
                .color(palette.surface)
                .border_color(color)
                .border_width(border)
        } else {
            ItemStyle::new().color(color)
        }
    }

    /// The text beside it.
    fn text(&self, text: &str, spot: Spot, palette: &Palette) -> HaloLabel {
        let bold = self.part == Part::Results && self.whose != Whose::Official;
        let color = match self.whose {
            // Grey enough for a line is too light for a text.
            Whose::Official => palette.muted,
            Whose::Shared | Whose::Scenario => self.color(palette),
        };
        plane::text(text, spot, self.symbol_size(), color, bold, palette)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{dated, local_employment, published, sorachi_visitors, year};
    use michishirube_core::scenario::Figures;

    fn chart<'a>(official: &'a Figures, scenario: Option<&'a Figures>) -> IndicatorChart<'a> {
        IndicatorChart {
            official: official.series(),
            scenario: scenario.map(Figures::series),
            unit: "%",
            era: Era::Wareki,
        }
    }

    fn area(placed: &Placed) -> Vec<Option<(f64, f64)>> {
        placed
            .marks
            .iter()
            .find_map(|mark| match &mark.shape {
                Shape::Area(ranges) => Some(ranges.clone()),
                _ => None,
            })
            .unwrap_or_default()
    }

    #[test]
    fn runs_from_the_baselines_year_to_the_targets_and_marks_pending_years() {
        let figures = sorachi_visitors();
        let placed = chart(&figures, None).place();
        assert_eq!(
            placed.plane.categories,
            ["R1", "R2", "R3", "R4", "R5\n集計中", "R6"]
        );
    }

    #[test]
    fn says_when_the_axis_does_not_start_at_zero() {
        let figures = local_employment();
        assert_eq!(
            chart(&figures, None).place().plane.axis_name,
            "%（0から始まらない軸）"
        );
        let figures = sorachi_visitors();
        assert_eq!(chart(&figures, None).place().plane.axis_name, "%");
    }

    #[test]
    fn the_projection_opens_from_the_latest_result_to_the_targets_year() {
        let figures = local_employment();
        let ranges = area(&chart(&figures, None).place());
        // 52.0 in R5; by the three rules −8.9 ÷ 3, −8.3 and least squares a year.
        assert_eq!(ranges[..3], [None, None, None]);
        assert_eq!(ranges[3], Some((52.0, 52.0)));
        assert_eq!(ranges[4].map(|(low, _)| low), Some(43.7));
        assert!(ranges[4].is_some_and(|(low, high)| low < high));
    }

    #[test]
    fn the_projection_is_right_below_zero() {
        let figures = Figures {
            baseline: Some(dated(2020, "1")),
            target: Some(dated(2023, "-20")),
            results: vec![published("-3"), published("-6")],
            ..local_employment()
        };
        let placed = chart(&figures, None).place();
        // Every year −3.5 (mean and least squares) or −3 (the last change).
        assert_eq!(area(&placed)[2..], [Some((-6.0, -6.0)), Some((-9.5, -9.0))]);
        assert_eq!(placed.plane.axis_name, "%");
    }

    #[test]
    fn a_scenario_that_changes_nothing_is_none() {
        let figures = local_employment();
        let same = figures.clone();
        assert_eq!(
            chart(&figures, Some(&same)).place(),
            chart(&figures, None).place()
        );
        assert_eq!(
            chart(&figures, Some(&same)).key(),
            chart(&figures, None).key()
        );
    }

    #[test]
    fn a_scenario_is_named_beside_the_official_figures_it_changes() {
        let figures = local_employment();
        let mut scenario = figures.clone();
        scenario.results[3] = published("62.0");
        let chart = chart(&figures, Some(&scenario));
        let names: Vec<_> = chart.key().iter().map(|entry| entry.text).collect();
        // With R6, the target's year, nothing is left to project.
        assert_eq!(
            names,
            [
                "試算の実績",
                "公式の実績",
                "基準値",
                "目標値",
                "期待される経路（試算）"
            ]
        );
        let labels: Vec<_> = chart
            .place()
            .marks
            .into_iter()
            .filter_map(|mark| match mark.shape {
                Shape::Dot { label, .. } => Some((label.text, label.spot.is_some())),
                _ => None,
            })
            .collect();
        assert_eq!(
            labels,
            [
                ("公式 52.0%".to_owned(), true),
                ("基準値 60.9%".to_owned(), true),
                ("目標値 63.9%".to_owned(), true),
                ("試算 62.0%".to_owned(), true),
            ]
        );
    }

    #[test]
    fn the_table_says_the_same_as_the_chart() {
        let figures = local_employment();
        let mut scenario = figures.clone();
        scenario.target = Some(dated(2024, "65.0"));
        let rows = chart(&figures, Some(&scenario)).table_rows();
        let first = &rows[0];
        assert_eq!(first.year, year(2020));
        assert_eq!(first.year_text, "令和2年度（2020年度）");
        assert_eq!(first.marks, ["基準値 60.9%"]);
        assert_eq!(first.official.result, "—");
        let latest = &rows[3].official;
        assert_eq!(
            (latest.result.as_str(), latest.expected.as_str()),
            ("52.0%", "63.15%")
        );
        assert_eq!(latest.projected, "—");
        let last = &rows[4];
        assert_eq!(last.marks, ["公式の目標値 63.9%", "試算の目標値 65.0%"]);
        assert!(last.official.projected.starts_with("43.70〜"));
        assert_eq!(
            last.scenario.as_ref().map(|cells| cells.expected.as_str()),
            Some("65.00%")
        );
    }

    #[test]
    fn a_pending_year_is_said_and_not_drawn_as_zero() {
        let figures = sorachi_visitors();
        let chart = chart(&figures, None);
        assert_eq!(chart.table_rows()[4].official.result, "集計中");
        let placed = chart.place();
        assert!(placed.notes[4].contains("実績 集計中"));
        let results = placed.marks.iter().find_map(|mark| match &mark.shape {
            Shape::Line(values) if mark.part == Part::Results => Some(values.clone()),
            _ => None,
        });
        assert_eq!(
            results,
            Some(vec![None, None, Some(852.0), Some(1159.6), None, None])
        );
    }
}
