//! The chart of one indicator in several plans: a line each, told apart by colour, shape and dash.
//! Knows no page; colours come in with [`Compared::draw`].
//!
//! Lines that agree lie on each other. Each is therefore thinner than the one behind it, and its marks
//! are smaller, so that all of them can be seen; the official plan is the thinnest, in front.

use super::{
    indicator::{pending, pending_category},
    labels::{self, Obstacle, Point, Spot},
    option::{Drawing, LineOption},
    palette::Palette,
    plane::{self, Plane, line, plain},
};
use charming::{
    element::{ItemStyle, LineStyle, Symbol},
    series::Line,
};
use michishirube_core::{
    dataset::Series,
    explain,
    fiscal_year::{Era, FiscalYear},
    format,
    language::{Language, spoken},
    model::{Dated, Observation},
    sentence, words,
};

/// A plan of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its figures.
    pub series: Series<'a>,
}

/// An indicator in several plans, to be drawn or listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparisonChart<'a> {
    /// The official plan, and up to three more.
    pub plans: Vec<Plan<'a>>,
    /// 人, %, ha …
    pub unit: &'a str,
    /// How years are printed.
    pub era: Era,
}

/// Everything in its place: categories and values, no pixels or colours.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Years and values.
    pub plane: Plane,
    /// A line for each plan, in their order.
    pub lines: Vec<PlanLine>,
    /// What is said of each year.
    pub notes: Vec<String>,
}

/// The line of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanLine {
    /// How it looks.
    pub look: Look,
    /// The baseline and the results.
    pub past: Vec<Option<f64>>,
    /// The target, and where the way to it begins: at the latest figure.
    pub target: Option<Place>,
    /// The latest figure.
    pub latest: Option<Place>,
    /// The figure it ends at.
    pub figure: String,
    /// Name and figure.
    pub text: String,
    /// What stands at its end in the chart; nothing where an earlier line ends at the same place.
    pub label: String,
    /// Where it stands; `None` where it would cover other texts.
    pub spot: Option<Spot>,
}

/// A value in a category.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The category.
    pub category: usize,
    /// The value.
    pub value: f64,
}

/// How a plan is told from the others: its place among them decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The official plan: a thin grey line with hollow circles.
    Official,
    /// The first scenario: filled circles.
    First,
    /// The second: squares.
    Second,
    /// The third: diamonds.
    Third,
}

impl Look {
    /// Of the official plan and of each scenario.
    pub const ALL: [Self; 4] = [Self::Official, Self::First, Self::Second, Self::Third];

    /// Its colour.
    pub const fn color(self, palette: &Palette) -> &'static str {
        let [first, second, third] = palette.plans;
        match self {
            Self::Official => palette.official,
            Self::First => first,
            Self::Second => second,
            Self::Third => third,
        }
    }

    /// What stands before its name: 「①」.
    pub const fn number(self) -> &'static str {
        match self {
            Self::Official => "",
            Self::First => "① ",
            Self::Second => "② ",
            Self::Third => "③ ",
        }
    }

    /// What it is called where there is no room for its name.
    fn tag(self) -> &'static str {
        match self {
            Self::Official => words!("公式", "Official"),
            Self::First => "①",
            Self::Second => "②",
            Self::Third => "③",
        }
    }

    /// Its mark as a letter.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Official => "○",
            Self::First => "●",
            Self::Second => "■",
            Self::Third => "◆",
        }
    }

    /// How wide its line is.
    pub const fn width(self) -> f64 {
        match self {
            Self::Official => 1.5,
            Self::First => 5.5,
            Self::Second => 4.0,
            Self::Third => 2.5,
        }
    }

    /// How wide its marks are.
    pub const fn size(self) -> f64 {
        match self {
            Self::Official => 6.0,
            Self::First => 14.0,
            Self::Second => 10.5,
            Self::Third => 9.0,
        }
    }

    /// The lengths drawn and left out on the way to the target.
    pub const fn dash(self) -> &'static [u32] {
        match self {
            Self::Official => &[2, 3],
            Self::First => &[10, 6],
            Self::Second => &[4, 4],
            Self::Third => &[12, 4, 3, 4],
        }
    }

    const fn symbol(self) -> Symbol {
        match self {
            Self::Official | Self::First => Symbol::Circle,
            Self::Second => Symbol::Rect,
            Self::Third => Symbol::Diamond,
        }
    }
}

/// A year of the table that says the same as the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// The year, as it is printed.
    pub year: String,
    /// What each plan has in it.
    pub cells: Vec<String>,
}

/// At most this many letters of a name stand in the chart; the key has all of it.
const NAME: usize = 8;

/// A name cut to so many letters, in English to the room that so many Japanese letters take.
pub fn shortened(name: &str, letters: usize) -> String {
    let letters = match spoken() {
        Language::Japanese => letters,
        Language::English => labels::fitting(name, letters),
    };
    let mut short: String = name.chars().take(letters).collect();
    if name.chars().nth(letters).is_some() {
        short.push('…');
    }
    short
}

impl ComparisonChart<'_> {
    /// Every year from the first to the last that has a figure.
    pub fn years(&self) -> Vec<FiscalYear> {
        plane::years(self.plans.iter().map(|plan| plan.series))
    }

    /// The plans with their looks.
    pub fn looks(&self) -> impl Iterator<Item = (Look, &Plan<'_>)> {
        Look::ALL.into_iter().zip(&self.plans)
    }

    /// Where each line ends, in words: 「公式の計画は14,500人、…です。」
    pub fn in_words(&self) -> String {
        let years = self.years();
        let ends = self.looks().filter_map(|(look, plan)| {
            let line = self.line(look, plan, &years);
            (!line.figure.is_empty()).then(|| {
                let (name, figure) = (plan.name, line.figure);
                sentence!("{name}は{figure}", "{name} {figure}")
            })
        });
        let ends = ends.collect::<Vec<_>>();
        sentence!(
            "線の終わりは、{ends}です。",
            "Where the lines end: {ends}.",
            ends = ends.join(words!("、", "; "))
        )
    }

    /// The chart's figures as a table.
    pub fn table_rows(&self) -> Vec<TableRow> {
        let row = |year: FiscalYear| {
            let cells = self.plans.iter().map(|plan| {
                let parts = self.figures(&plan.series, year);
                if parts.is_empty() {
                    format::NONE.to_owned()
                } else {
                    parts.join(words!("、", "; "))
                }
            });
            TableRow {
                year: year.full_name(self.era),
                cells: cells.collect(),
            }
        };
        self.years().into_iter().map(row).collect()
    }

    /// What a plan has in a year: 「基準値 6,522人」, 「実績 20,120人」, 「目標値 14,500人」.
    fn figures(&self, series: &Series<'_>, year: FiscalYear) -> Vec<String> {
        let at = |name: &str, dated: Option<Dated>| {
            let dated = dated.filter(|dated| dated.year == year)?;
            Some(format!(
                "{name} {}",
                format::quantity(dated.value, self.unit)
            ))
        };
        let result = match series.observation(year) {
            Observation::Published(value) => Some(sentence!(
                "実績 {figure}",
                "Result {figure}",
                figure = format::quantity(value, self.unit)
            )),
            Observation::Pending => Some(pending().to_owned()),
            Observation::Absent => None,
        };
        let parts = [
            at(words!("基準値", "Baseline"), series.baseline),
            result,
            at(words!("目標値", "Target"), series.target),
        ];
        parts.into_iter().flatten().collect()
    }

    /// Puts everything in its place.
    pub fn place(&self) -> Compared {
        let years = self.years();
        let mut lines: Vec<_> = self
            .looks()
            .map(|(look, plan)| self.line(look, plan, &years))
            .collect();
        let decimals = self.plans.iter().map(|plan| {
            let decimals = explain::expected_decimals(&plan.series);
            decimals.saturating_sub(1)
        });
        let plane = Plane::new(
            years.iter().map(|year| self.category(*year)).collect(),
            lines.iter().flat_map(PlanLine::values),
            decimals.max().unwrap_or_default(),
            self.unit,
        );
        place_texts(&mut lines, &plane);
        Compared {
            plane,
            lines,
            notes: years.iter().map(|year| self.note(*year)).collect(),
        }
    }

    fn line(&self, look: Look, plan: &Plan<'_>, years: &[FiscalYear]) -> PlanLine {
        let Plan { name, series } = plan;
        let place = |dated: Dated| {
            Some(Place {
                category: years.iter().position(|year| *year == dated.year)?,
                value: dated.value.to_f64(),
            })
        };
        let past = years.iter().map(|year| {
            let baseline = series.baseline.filter(|baseline| baseline.year == *year);
            let value = series.observation(*year).value();
            Some(value.or(baseline.map(|baseline| baseline.value))?.to_f64())
        });
        let latest = series.latest().or(series.baseline);
        let end = match (series.target, latest) {
            (Some(target), Some(latest)) if latest.year > target.year => Some(latest),
            (target, latest) => target.or(latest),
        };
        let figure = end.map_or_else(String::new, |end| format::quantity(end.value, self.unit));
        PlanLine {
            look,
            past: past.collect(),
            target: series.target.and_then(place),
            latest: latest.and_then(place),
            text: format!("{}{} {figure}", look.number(), shortened(name, NAME)),
            figure,
            label: String::new(),
            spot: None,
        }
    }

    /// A year on the axis, with 集計中 below it where the document says so and no plan tries a figure.
    fn category(&self, year: FiscalYear) -> String {
        let name = year.short_name(self.era);
        let pending = |plan: &Plan<'_>| plan.series.observation(year) == Observation::Pending;
        if !self.plans.is_empty() && self.plans.iter().all(pending) {
            pending_category(&name)
        } else {
            name
        }
    }

    /// What is said of a year.
    fn note(&self, year: FiscalYear) -> String {
        let mut note = year.full_name(self.era);
        for (look, plan) in self.looks() {
            let parts = self.figures(&plan.series, year);
            if !parts.is_empty() {
                let name = shortened(plan.name, 2 * NAME);
                note.push_str(&sentence!(
                    "\n{sign} {name}：{parts}",
                    "\n{sign} {name}: {parts}",
                    sign = look.sign(),
                    parts = parts.join(words!("、", "; "))
                ));
            }
        }
        note
    }
}

impl PlanLine {
    /// Every value it reaches.
    fn values(&self) -> Vec<f64> {
        let target = self.target.map(|target| target.value);
        self.past.iter().copied().flatten().chain(target).collect()
    }

    /// The places of the baseline and the results, from the oldest on.
    pub fn past_places(&self) -> impl Iterator<Item = Place> + '_ {
        let place =
            |(category, value): (usize, &Option<f64>)| value.map(|value| Place { category, value });
        self.past.iter().enumerate().filter_map(place)
    }

    /// The way from the latest figure to the target, where it lies ahead.
    pub fn way(&self) -> Option<(Place, Place)> {
        self.latest
            .zip(self.target)
            .filter(|(latest, target)| latest.category < target.category)
    }

    /// Where the line ends.
    pub fn end(&self) -> Option<Place> {
        match (self.latest, self.target) {
            (Some(latest), Some(target)) if target.category < latest.category => Some(latest),
            (latest, target) => target.or(latest),
        }
    }
}

/// What stands at the end of each line, with `names` or with the numbers of the key alone. Lines that
/// end at the same place have one text together, at the first of them.
fn label_ends(lines: &mut [PlanLine], names: bool) {
    let ends: Vec<_> = lines.iter().map(PlanLine::end).collect();
    let tags: Vec<_> = lines.iter().map(|line| line.look.tag()).collect();
    for (index, line) in lines.iter_mut().enumerate() {
        let here = ends.get(index).copied().flatten();
        let same = ends.iter().zip(&tags);
        let same = same.filter(|(end, _)| here.is_some() && **end == here);
        let same: Vec<_> = same.map(|(_, tag)| *tag).collect();
        line.label = match same.first() {
            Some(first) if *first == line.look.tag() && same.len() == 1 && names => {
                line.text.clone()
            }
            Some(first) if *first == line.look.tag() => {
                format!("{} {}", same.join(words!("・", ", ")), line.figure)
            }
            _ => String::new(),
        };
    }
}

/// Gives every text at the end of a line a place off the lines and the other texts. Where names find no
/// room on a phone, the lines have their numbers alone; the key has the names.
fn place_texts(lines: &mut [PlanLine], plane: &Plane) {
    #[allow(clippy::cast_precision_loss, reason = "a count of years")]
    let point = |place: Place| Point {
        category: place.category as f64,
        share: plane.axis.share(place.value),
    };
    let mut obstacles = Vec::new();
    let mut marks = Vec::new();
    for line in lines.iter() {
        let past: Vec<_> = line.past_places().map(point).collect();
        marks.extend_from_slice(&past);
        marks.extend(line.target.map(point));
        let obstacle = |points, weight| Obstacle { points, weight };
        obstacles.push(obstacle(past, 2.0));
        obstacles.extend(
            line.way()
                .map(|(from, to)| obstacle(vec![point(from), point(to)], 1.0)),
        );
    }
    for names in [true, false] {
        label_ends(lines, names);
        let ends = lines.iter().filter(|line| !line.label.is_empty());
        let wanted = ends.filter_map(|line| {
            Some(labels::Wanted {
                at: point(line.end()?),
                text: &line.label,
            })
        });
        let wanted: Vec<_> = wanted.collect();
        let spots = labels::place(&wanted, &marks, &obstacles, plane.categories.len());
        let all_placed = !spots.contains(&None);
        let ends = lines.iter_mut().filter(|line| !line.label.is_empty());
        for (line, spot) in ends.zip(spots) {
            line.spot = spot;
        }
        if all_placed {
            break;
        }
    }
}

impl Compared {
    /// The picture in these colours.
    pub fn draw(&self, palette: &Palette) -> Drawing {
        let mut series: Vec<LineOption> = Vec::new();
        for line in &self.lines {
            if let Some((from, to)) = line.way() {
                let way = plain(line.stroke(palette).data(self.values(&[from, to])));
                let dash = Some(line.look.dash());
                series.push(LineOption { dash, ..way });
            }
            series.push(plain(line.results(palette).data(line.past.clone())));
            if let Some(target) = line.target {
                series.push(plain(line.goal(palette).data(self.values(&[target]))));
            }
            // The text is the end's own, so that it stays where it is whatever is drawn there.
            if let Some((end, spot)) = line.end().zip(line.spot) {
                let color = line.text_color(palette);
                let bold = line.look != Look::Official;
                // It stands off the middle of the mark, which it is drawn without.
                let text = plane::text(&line.label, spot, 0.0, color, bold, palette);
                let mark = line.nothing().data(self.values(&[end]));
                let label = Some(text);
                series.push(LineOption {
                    label,
                    ..plain(mark)
                });
            }
        }
        self.plane.draw(series, self.notes.clone(), palette)
    }

    /// These values and no others.
    fn values(&self, places: &[Place]) -> Vec<Option<f64>> {
        let mut values = vec![None; self.plane.categories.len()];
        for place in places {
            if let Some(value) = values.get_mut(place.category) {
                *value = Some(place.value);
            }
        }
        values
    }
}

impl PlanLine {
    /// Later plans in front of earlier ones, the official one in front of all.
    fn depth(&self) -> i32 {
        match self.look {
            Look::First => 2,
            Look::Second => 3,
            Look::Third => 4,
            Look::Official => 5,
        }
    }

    fn stroke(&self, palette: &Palette) -> Line {
        let style = LineStyle::new()
            .color(self.look.color(palette))
            .width(self.look.width());
        line()
            .line_style(style)
            .symbol(Symbol::None)
            .connect_nulls(true)
            .z(self.depth())
    }

    fn results(&self, palette: &Palette) -> Line {
        let (color, surface) = (self.look.color(palette), palette.surface);
        let style = match self.look {
            Look::Official => ItemStyle::new().color(surface).border_width(1.5),
            _ => ItemStyle::new().color(color).border_width(0.0),
        };
        self.stroke(palette)
            .symbol(self.look.symbol())
            .symbol_size(self.look.size())
            .item_style(style.border_color(color))
    }

    /// The target: the same mark, hollow and larger.
    fn goal(&self, palette: &Palette) -> Line {
        let style = ItemStyle::new()
            .color(palette.surface)
            .border_color(self.look.color(palette))
            .border_width(2.0);
        self.nothing()
            .symbol(self.look.symbol())
            .symbol_size(self.look.size() + 3.0)
            .item_style(style)
    }

    /// A mark that carries only a text.
    fn nothing(&self) -> Line {
        line()
            .line_style(LineStyle::new().width(0))
            .symbol(Symbol::Circle)
            .symbol_size(0.1)
            .z(self.depth() + 4)
    }

    /// Grey enough for a line is too light for a text.
    pub fn text_color(&self, palette: &Palette) -> &'static str {
        match self.look {
            Look::Official => palette.muted,
            look => look.color(palette),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{dated, local_employment, published, sorachi_visitors, year};
    use michishirube_core::scenario::Figures;

    fn chart<'a>(plans: &'a [(&'a str, Figures)]) -> ComparisonChart<'a> {
        let plan = |(name, figures): &'a (&'a str, Figures)| Plan {
            name,
            series: figures.series(),
        };
        ComparisonChart {
            plans: plans.iter().map(plan).collect(),
            unit: "%",
            era: Era::Wareki,
        }
    }

    fn four() -> Vec<(&'static str, Figures)> {
        let official = local_employment();
        let mut lower = official.clone();
        lower.target = Some(dated(2024, "60.0"));
        let mut later = official.clone();
        later.target = Some(dated(2026, "63.9"));
        let mut tried = official.clone();
        tried.results[3] = published("62.0");
        vec![
            ("公式", official),
            ("目標を下げる", lower),
            ("期限を延ばす", later),
            ("とても長い名前のついた試算", tried),
        ]
    }

    #[test]
    fn every_plan_is_a_line_from_its_baseline_over_its_results_to_its_target() {
        let plans = four();
        let placed = chart(&plans).place();
        assert_eq!(
            placed.plane.categories,
            ["R2", "R3", "R4", "R5", "R6", "R7", "R8"]
        );
        let official = &placed.lines[0];
        assert_eq!(
            official.past[..4],
            [Some(60.9), Some(59.5), Some(60.3), Some(52.0)]
        );
        let way = official
            .way()
            .map(|(from, to)| (from.category, to.category));
        assert_eq!(way, Some((3, 4)));
        let later = &placed.lines[2];
        assert_eq!(later.end().map(|end| end.category), Some(6));
        // With R6, the target's year, there is no way left; the line ends at that year's target.
        let tried = &placed.lines[3];
        assert_eq!(tried.way(), None);
        assert_eq!(tried.past[4], Some(62.0));
    }

    #[test]
    fn no_two_plans_look_alike_even_without_colour() {
        for (place, a) in Look::ALL.into_iter().enumerate() {
            for b in &Look::ALL[place + 1..] {
                assert_ne!(a.sign(), b.sign());
                assert_ne!(a.dash(), b.dash());
                assert_ne!(a.color(&Palette::LIGHT), b.color(&Palette::LIGHT));
            }
        }
        // Where lines lie on each other, each behind is wider.
        let front = [Look::Official, Look::Third, Look::Second, Look::First];
        for pair in front.windows(2) {
            assert!(pair[0].width() < pair[1].width() && pair[0].size() < pair[1].size());
        }
    }

    #[test]
    fn the_ends_are_named_and_long_names_are_cut() {
        let plans = four();
        let placed = chart(&plans).place();
        let texts: Vec<_> = placed.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "公式 63.9%",
                "① 目標を下げる 60.0%",
                "② 期限を延ばす 63.9%",
                "③ とても長い名前の… 63.9%"
            ]
        );
        // The third ends where the official plan does.
        let labels: Vec<_> = placed
            .lines
            .iter()
            .map(|line| line.label.as_str())
            .collect();
        assert_eq!(labels[0], "公式・③ 63.9%");
        assert_eq!(labels[3], "");
        let placed_all = |placed: &Compared| {
            let mut named = placed.lines.iter().filter(|line| !line.label.is_empty());
            named.all(|line| line.spot.is_some())
        };
        assert!(placed_all(&placed), "{labels:?}");
        let placed = chart(&plans[..2]).place();
        assert_eq!(placed.lines[1].label, "① 目標を下げる 60.0%");
        assert!(placed_all(&placed));
    }

    #[test]
    fn lines_that_end_at_one_place_have_one_text() {
        let official = local_employment();
        let plans = ["公式", "一", "二", "三"].map(|name| (name, official.clone()));
        let placed = chart(&plans).place();
        let labels: Vec<_> = placed
            .lines
            .iter()
            .map(|line| line.label.as_str())
            .collect();
        assert_eq!(labels, ["公式・①・②・③ 63.9%", "", "", ""]);
        assert!(placed.lines[0].spot.is_some());
        let shown = placed.lines.iter().filter(|line| line.spot.is_some());
        assert_eq!(shown.count(), 1);
    }

    #[test]
    fn a_year_is_pending_only_while_no_plan_tries_a_figure() {
        let official = sorachi_visitors();
        let mut tried = official.clone();
        tried.results[2] = published("1300");
        let both = [("公式", official.clone()), ("試す", tried)];
        assert_eq!(chart(&both).place().plane.categories[4], "R5");
        let alone = [("公式", official)];
        assert_eq!(chart(&alone).place().plane.categories[4], "R5\n集計中");
        let rows = chart(&both).table_rows();
        assert_eq!(rows[4].cells, ["集計中", "実績 1,300%"]);
    }

    #[test]
    fn the_table_and_the_notes_say_the_same_as_the_chart() {
        let plans = four();
        let chart = chart(&plans);
        let rows = chart.table_rows();
        assert_eq!(rows[0].year, "令和2年度（2020年度）");
        assert_eq!(rows[0].cells, ["基準値 60.9%"; 4]);
        assert_eq!(
            rows[4].cells,
            [
                "目標値 63.9%",
                "目標値 60.0%",
                "—",
                "実績 62.0%、目標値 63.9%"
            ]
        );
        let note = &chart.place().notes[4];
        assert!(note.contains("\n● 目標を下げる：目標値 60.0%"), "{note}");
        assert!(!note.contains('■'));
        assert_eq!(chart.years().last(), Some(&year(2026)));
    }
}
