//! The comparison as a picture to take away: one SVG file with title, chart, key, figures and source.
//! Knows no page.
//!
//! It needs nothing but itself: colours are those of the light theme, since paper is white, fonts those
//! of whoever opens it, and every text is text, escaped, so that a name can do nothing.

use super::{
    comparison::{Compared, ComparisonChart, Look, Place, PlanLine},
    labels,
    palette::Palette,
};
use michishirube_core::{
    comparison::{Cell, Row, Sense},
    language::{Language, spoken},
    sentence, words,
};
use std::fmt::Write as _;

/// What a picture says.
#[derive(Clone, Debug)]
pub struct Picture<'a> {
    /// Its title.
    pub title: String,
    /// The chart.
    pub chart: ComparisonChart<'a>,
    /// What stands under the name of each plan: its settings.
    pub remarks: Vec<String>,
    /// The figures.
    pub rows: &'a [Row],
    /// Source, date, maker: lines at the foot.
    pub foot: Vec<String>,
}

/// A picture as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Svg {
    /// The file.
    pub text: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// A page of a report is about this wide.
const WIDTH: f64 = 1200.0;
const MARGIN: f64 = 40.0;
/// The plot: the figures of the axis stand to its left, the names of the lines to its right.
const PLOT: (f64, f64) = (130.0, 860.0);
const PLOT_HEIGHT: f64 = 340.0;
/// From one name at the end of a line to the next.
const NAME_GAP: f64 = 24.0;
/// The first column of the table.
const HEAD: f64 = 170.0;
const FONT: &str = "'Hiragino Sans', 'Hiragino Kaku Gothic ProN', 'Noto Sans JP', 'Noto Sans CJK JP', 'BIZ UDPGothic', Meiryo, sans-serif";
const GOOD: &str = "#115A36";
const BAD: &str = "#BA000D";

/// A text in one style.
#[derive(Clone, Copy)]
struct Style<'a> {
    size: f64,
    color: &'a str,
    bold: bool,
    anchor: &'static str,
}

impl<'a> Style<'a> {
    const fn of(size: f64, color: &'a str) -> Self {
        Self {
            size,
            color,
            bold: false,
            anchor: "start",
        }
    }

    const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    const fn anchored(self, anchor: &'static str) -> Self {
        Self { anchor, ..self }
    }

    /// From one line to the next.
    const fn leading(self) -> f64 {
        self.size * 1.45
    }
}

/// What XML may hold, with what it reads as markup written out. Letters that no XML may hold are
/// left out.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => safe.push(other),
        }
    }
    safe
}

/// What has been drawn, and how far down.
struct Sheet {
    body: String,
    y: f64,
}

impl Sheet {
    fn put(&mut self, markup: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.body.write_fmt(markup);
        self.body.push('\n');
    }

    fn text(&mut self, x: f64, y: f64, style: Style<'_>, text: &str) {
        let Style {
            size,
            color,
            bold,
            anchor,
        } = style;
        let weight = if bold { 700 } else { 400 };
        let text = escaped(text);
        self.put(format_args!(
            r#"<text x="{x:.1}" y="{y:.1}" font-size="{size}" font-weight="{weight}" fill="{color}" text-anchor="{anchor}">{text}</text>"#
        ));
    }

    /// Lines of a text from `y` down; where the next would stand.
    fn paragraph(&mut self, x: f64, y: f64, width: f64, style: Style<'_>, text: &str) -> f64 {
        let mut y = y;
        for line in labels::lines(text, width / style.size) {
            y += style.leading();
            self.text(x, y - style.size * 0.3, style, &line);
        }
        y
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), color: &str, width: f64, dash: &[u32]) {
        let dash = dashes(dash);
        let ((x1, y1), (x2, y2)) = (from, to);
        self.put(format_args!(
            r#"<line x1="{x1:.1}" y1="{y1:.1}" x2="{x2:.1}" y2="{y2:.1}" stroke="{color}" stroke-width="{width}"{dash}/>"#
        ));
    }

    /// A mark of a plan; a hollow one is a target.
    fn mark(&mut self, (x, y): (f64, f64), look: Look, palette: &Palette, target: bool) {
        let color = look.color(palette);
        let hollow = target || look == Look::Official;
        let fill = if hollow { palette.surface } else { color };
        let half = if target {
            look.size() + 3.0
        } else {
            look.size()
        } / 2.0;
        let paint = format!(r#"fill="{fill}" stroke="{color}" stroke-width="2""#);
        match look {
            Look::Official | Look::First => self.put(format_args!(
                r#"<circle cx="{x:.1}" cy="{y:.1}" r="{half:.1}" {paint}/>"#
            )),
            Look::Second => {
                let (left, top, side) = (x - half, y - half, 2.0 * half);
                self.put(format_args!(
                    r#"<rect x="{left:.1}" y="{top:.1}" width="{side:.1}" height="{side:.1}" {paint}/>"#
                ));
            }
            Look::Third => {
                let (left, right, top, bottom) = (x - half, x + half, y - half, y + half);
                self.put(format_args!(
                    r#"<path d="M{x:.1} {top:.1}L{right:.1} {y:.1}L{x:.1} {bottom:.1}L{left:.1} {y:.1}Z" {paint}/>"#
                ));
            }
        }
    }
}

fn dashes(lengths: &[u32]) -> String {
    if lengths.is_empty() {
        return String::new();
    }
    let lengths: Vec<_> = lengths.iter().map(u32::to_string).collect();
    format!(r#" stroke-dasharray="{}""#, lengths.join(" "))
}

impl Picture<'_> {
    /// The file.
    pub fn svg(&self) -> Svg {
        let palette = Palette::LIGHT;
        let mut sheet = Sheet {
            body: String::new(),
            y: MARGIN,
        };
        let inner = WIDTH - 2.0 * MARGIN;
        let title = Style::of(28.0, palette.text).bold();
        sheet.y = sheet.paragraph(MARGIN, sheet.y - 12.0, inner, title, &self.title);
        self.plot(&mut sheet, &palette);
        self.key(&mut sheet, &palette);
        self.table(&mut sheet, &palette);
        sheet.y += 16.0;
        for line in &self.foot {
            let style = Style::of(14.0, palette.muted);
            sheet.y = sheet.paragraph(MARGIN, sheet.y, inner, style, line);
        }
        let height = (sheet.y + MARGIN).ceil();
        let title = escaped(&self.title);
        let description = escaped(&self.chart.in_words());
        let surface = palette.surface;
        let body = sheet.body;
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few thousand pixels"
        )]
        let (width, pixels) = (WIDTH as u32, height as u32);
        Svg {
            text: format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                 <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{pixels}\" viewBox=\"0 0 {width} {pixels}\" role=\"img\" aria-labelledby=\"title desc\" font-family=\"{FONT}\">\n\
                 <title id=\"title\">{title}</title>\n\
                 <desc id=\"desc\">{description}</desc>\n\
                 <rect width=\"{width}\" height=\"{pixels}\" fill=\"{surface}\"/>\n\
                 {body}</svg>\n"
            ),
            width,
            height: pixels,
        }
    }

    fn plot(&self, sheet: &mut Sheet, palette: &Palette) {
        let compared = self.chart.place();
        let Compared { plane, lines, .. } = &compared;
        let (left, right) = PLOT;
        let (top, bottom) = (sheet.y + 48.0, sheet.y + 48.0 + PLOT_HEIGHT);
        #[allow(clippy::cast_precision_loss, reason = "a count of years")]
        let column = (right - left) / plane.categories.len().max(1) as f64;
        #[allow(clippy::cast_precision_loss, reason = "a count of years")]
        let across = |category: usize| left + (category as f64 + 0.5) * column;
        let down = |value: f64| bottom - plane.axis.share(value) * PLOT_HEIGHT;
        let at = |place: Place| (across(place.category), down(place.value));
        let small = Style::of(14.0, palette.muted);
        sheet.text(MARGIN, top - 20.0, small, &plane.axis_name);
        for (value, text) in plane.axis.values().zip(plane.axis.figures()) {
            let y = down(value);
            sheet.line((left, y), (right, y), palette.grid, 1.0, &[]);
            sheet.text(left - 10.0, y + 5.0, small.anchored("end"), &text);
        }
        sheet.line((left, bottom), (right, bottom), palette.muted, 1.0, &[]);
        // Of many years only as many are named as have room.
        let widest = plane.categories.iter().map(|year| match spoken() {
            Language::Japanese => labels::ems(year),
            Language::English => year.split('\n').map(labels::ems).fold(0.0, f64::max),
        });
        let room = widest.fold(2.0, f64::max) * small.size;
        let mut free = f64::NEG_INFINITY;
        for (category, year) in plane.categories.iter().enumerate() {
            let x = across(category);
            if x - room / 2.0 < free {
                continue;
            }
            free = x + room / 2.0;
            for (line, text) in (0_u8..).zip(year.split('\n')) {
                let y = bottom + 22.0 + f64::from(line) * 18.0;
                sheet.text(x, y, small.anchored("middle"), text);
            }
        }
        let mut back_to_front: Vec<&PlanLine> = lines.iter().skip(1).collect();
        back_to_front.extend(lines.first());
        for line in &back_to_front {
            let (color, width) = (line.look.color(palette), line.look.width());
            if let Some((from, to)) = line.way() {
                sheet.line(at(from), at(to), color, width, line.look.dash());
            }
            let past: Vec<_> = line.past_places().map(at).collect();
            for ends in past.windows(2) {
                sheet.line(ends[0], ends[1], color, width, &[]);
            }
            for place in past {
                sheet.mark(place, line.look, palette, false);
            }
            if let Some(target) = line.target {
                sheet.mark(at(target), line.look, palette, true);
            }
        }
        let ends: Vec<_> = lines
            .iter()
            .filter_map(|line| Some((line, at(line.end()?))))
            .collect();
        let wanted: Vec<_> = ends.iter().map(|(_, (_, y))| *y).collect();
        let heights = labels::apart(&wanted, NAME_GAP, top, bottom);
        for ((line, (x, y)), height) in ends.into_iter().zip(heights) {
            let color = line.text_color(palette);
            let beside = right + 14.0;
            sheet.line((x + 10.0, y), (beside - 4.0, height), color, 0.75, &[]);
            let style = Style::of(15.0, color).bold();
            sheet.text(beside, height + 5.0, style, &line.text);
        }
        // English says in three lines what the Japanese says in two.
        #[allow(clippy::cast_precision_loss, reason = "a few lines")]
        let further = plane
            .categories
            .iter()
            .map(|year| year.split('\n').skip(2).count() as f64 * 18.0)
            .fold(0.0, f64::max);
        sheet.y = bottom + 52.0 + further;
    }

    fn key(&self, sheet: &mut Sheet, palette: &Palette) {
        let style = Style::of(15.0, palette.text);
        let width = WIDTH - 2.0 * MARGIN - 70.0;
        for (place, (look, plan)) in self.chart.looks().enumerate() {
            let y = sheet.y + 12.0;
            let color = look.color(palette);
            sheet.line((MARGIN, y), (MARGIN + 50.0, y), color, look.width(), &[]);
            sheet.mark((MARGIN + 25.0, y), look, palette, false);
            let name = format!("{}{}", look.number(), plan.name);
            sheet.y = sheet.paragraph(MARGIN + 62.0, sheet.y, width, style, &name);
            if let Some(remark) = self.remarks.get(place).filter(|text| !text.is_empty()) {
                let quiet = Style::of(13.0, palette.muted);
                sheet.y = sheet.paragraph(MARGIN + 62.0, sheet.y, width, quiet, remark);
            }
        }
        let quiet = Style::of(13.0, palette.muted);
        let words = words!(
            "実線は基準値と実績、点線は目標までの道のり、白抜きの印は目標値です。",
            "Solid lines are the baseline and results, dashed lines the way to the target, hollow marks the targets."
        );
        sheet.y = sheet.paragraph(MARGIN, sheet.y + 4.0, width, quiet, words);
        sheet.y += 20.0;
    }

    fn table(&self, sheet: &mut Sheet, palette: &Palette) {
        #[allow(clippy::cast_precision_loss, reason = "at most four plans")]
        let column = (WIDTH - 2.0 * MARGIN - HEAD) / self.chart.plans.len().max(1) as f64;
        #[allow(clippy::cast_precision_loss, reason = "at most four plans")]
        let across = |place: usize| MARGIN + HEAD + place as f64 * column;
        let width = column - 14.0;
        let bold = Style::of(15.0, palette.text).bold();
        let rule = |sheet: &mut Sheet, weight: f64, color: &str| {
            let y = sheet.y;
            sheet.line((MARGIN, y), (WIDTH - MARGIN, y), color, weight, &[]);
        };
        let mut end = sheet.y;
        for (place, (look, plan)) in self.chart.looks().enumerate() {
            let name = format!("{} {}{}", look.sign(), look.number(), plan.name);
            end = end.max(sheet.paragraph(across(place), sheet.y, width, bold, &name));
        }
        sheet.y = end + 8.0;
        rule(sheet, 2.0, palette.muted);
        for row in self.rows {
            let top = sheet.y + 4.0;
            let plain = Style::of(15.0, palette.text);
            let mut end = sheet.paragraph(MARGIN, top, HEAD - 14.0, plain, row.item.name());
            for (place, cell) in row.cells.iter().enumerate() {
                end = end.max(figures(sheet, (across(place), top), width, cell, palette));
            }
            sheet.y = end + 8.0;
            rule(sheet, 1.0, palette.grid);
        }
    }
}

/// A figure with what stands under it; where it ends.
fn figures(
    sheet: &mut Sheet,
    (x, top): (f64, f64),
    width: f64,
    cell: &Cell,
    palette: &Palette,
) -> f64 {
    let bold = Style::of(15.0, palette.text).bold();
    let quiet = Style::of(13.0, palette.muted);
    let mut y = sheet.paragraph(x, top, width, bold, &cell.text);
    if let Some(note) = &cell.note {
        y = sheet.paragraph(x, y, width, quiet, note);
    }
    if let Some(difference) = &cell.difference {
        let color = match difference.sense {
            Sense::Better => GOOD,
            Sense::Worse => BAD,
            Sense::Same | Sense::Neither | Sense::Unknown => palette.muted,
        };
        let style = Style::of(13.0, color);
        if let Some(amount) = &difference.amount {
            let amount = sentence!("公式との差 {amount}", "Difference from official: {amount}");
            y = sheet.paragraph(x, y, width, style, &amount);
        }
        y = sheet.paragraph(x, y, width, style, &difference.meaning());
    }
    y
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{
        comparison::Plan,
        fixture::{dated, local_employment},
    };
    use michishirube_core::{
        comparison::{Difference, Item},
        fiscal_year::Era,
    };

    const HOSTILE: &str = "</text><script>alert(1)</script>\"&'\u{1}\u{ffff}";

    fn svg(name: &str) -> Svg {
        let official = local_employment();
        let mut lower = official.clone();
        lower.target = Some(dated(2024, "60.0"));
        let cell = |text: &str, difference| Cell {
            text: text.to_owned(),
            note: None,
            difference,
        };
        let rows = [Row {
            item: Item::Target,
            cells: vec![
                cell("63.9%", None),
                cell(
                    "60.0%",
                    Some(Difference {
                        amount: Some("−3.9ポイント".to_owned()),
                        sense: Sense::Neither,
                        words: "目標を下げた",
                        note: None,
                    }),
                ),
            ],
        }];
        let plan = |name, series| Plan { name, series };
        Picture {
            title: format!("公式の計画と試算の比較：{name}"),
            chart: ComparisonChart {
                plans: vec![plan("公式", official.series()), plan(name, lower.series())],
                unit: "%",
                era: Era::Wareki,
            },
            remarks: vec![String::new(), "率の表示 小数2けた".to_owned()],
            rows: &rows,
            foot: vec![format!("出典：{name}")],
        }
        .svg()
    }

    #[test]
    fn it_says_everything_that_the_page_says() {
        let Svg {
            text,
            width,
            height,
        } = svg("目標を下げる");
        for part in [
            "<title id=\"title\">公式の計画と試算の比較：目標を下げる</title>",
            "線の終わりは、公式は63.9%、目標を下げるは60.0%です。",
            ">① 目標を下げる</text>",
            ">① 目標を下げる 60.0%</text>",
            ">率の表示 小数2けた</text>",
            ">公式との差 −3.9ポイント</text>",
            ">※ 目標を下げた</text>",
            ">%（0から始まらない軸）</text>",
            ">R2</text>",
            ">出典：目標を下げる</text>",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
        assert_eq!(width, 1200);
        assert!((600..3000).contains(&height), "{height}");
        assert!(text.contains(&format!("viewBox=\"0 0 1200 {height}\"")));
    }

    #[test]
    fn a_name_can_do_nothing() {
        let text = svg(HOSTILE).text;
        assert!(!text.contains("<script"));
        assert!(text.contains("&lt;/text&gt;&lt;script&gt;"));
        assert!(!text.contains(['\u{1}', '\u{ffff}']));
        // Every other & begins one of the five signs that are written out.
        for (at, _) in text.match_indices('&') {
            let sign = text[at..].split(';').next().unwrap_or_default();
            assert!(
                ["&amp", "&lt", "&gt", "&quot", "&#39"].contains(&sign),
                "{sign}"
            );
        }
        let open = text.matches("<text ").count();
        assert_eq!(open, text.matches("</text>").count());
    }

    #[test]
    fn it_needs_nothing_but_itself() {
        let text = svg("目標を下げる").text;
        let address = "http://www.w3.org/2000/svg";
        assert_eq!(text.matches("://").count(), text.matches(address).count());
        for other in ["href", "style", "url(", "var(", "<image", "<use"] {
            assert!(!text.contains(other), "{other}");
        }
    }

    #[test]
    fn a_long_name_makes_the_picture_higher_and_no_wider() {
        let long = "長".repeat(60);
        let picture = svg(&long);
        assert!(picture.height > svg("短").height);
        for line in picture
            .text
            .lines()
            .filter(|line| line.starts_with("<text"))
        {
            let number = |name: &str| -> f64 {
                let rest = line.split(&format!(" {name}=\"")).nth(1).unwrap();
                rest.split('"').next().unwrap().parse().unwrap()
            };
            let text = line.split(['>', '<']).nth(2).unwrap();
            let end = number("x") + labels::ems(text) * number("font-size");
            let reaches_left = line.contains("\"middle\"") || line.contains("\"end\"");
            assert!(reaches_left || end <= WIDTH, "{end} {line}");
        }
    }
}
