//! What every chart over years has: its axes and grid, and the texts beside its marks.
//! Knows no indicator and no plan.

use super::{
    labels::{self, Align, Side, Spot},
    option::{ChartOption, Drawing, GridOption, HaloLabel, LineOption},
    palette::Palette,
    value_axis::ValueAxis,
};
use charming::{
    component::{Axis, Grid},
    element::{
        AxisLabel, AxisLine, AxisTick, AxisType, Emphasis, Label as TextLabel, LabelAlign,
        LabelPosition, LineStyle, SplitLine, TextStyle, font_settings::FontWeight,
    },
    series::Line,
};
use michishirube_core::{dataset::Series, fiscal_year::FiscalYear, model::Observation, sentence};

/// The two axes of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    /// The years, as the axis prints them.
    pub categories: Vec<String>,
    /// The value axis.
    pub axis: ValueAxis,
    /// The unit, and that the axis does not start at 0 where it does not.
    pub axis_name: String,
}

/// Every year from the first to the last that has a figure in any of these.
pub fn years<'a>(all: impl Iterator<Item = Series<'a>>) -> Vec<FiscalYear> {
    let mut years = Vec::new();
    for series in all {
        years.extend(series.baseline.map(|baseline| baseline.year));
        years.extend(series.target.map(|target| target.year));
        let entered = series
            .years()
            .filter(|(_, observation)| *observation != Observation::Absent);
        years.extend(entered.map(|(year, _)| year));
    }
    match years.iter().min().zip(years.iter().max()) {
        Some((first, last)) => first.through(*last).collect(),
        None => Vec::new(),
    }
}

impl Plane {
    /// A plane for these years and values, whose figures have so many decimals.
    pub fn new(
        categories: Vec<String>,
        values: impl Iterator<Item = f64>,
        decimals: u8,
        unit: &str,
    ) -> Self {
        let (lowest, highest) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |ends, value| {
            (ends.0.min(value), ends.1.max(value))
        });
        let axis = if lowest <= highest {
            ValueAxis::covering(lowest, highest, decimals)
        } else {
            ValueAxis::covering(0.0, 1.0, 0)
        };
        Self {
            categories,
            axis_name: if axis.shows_zero() {
                unit.to_owned()
            } else {
                sentence!(
                    "{unit}（0から始まらない軸）",
                    "{unit} (axis does not start at 0)"
                )
            },
            axis,
        }
    }

    /// The picture of these lines, with what is said of each year.
    pub fn draw(&self, series: Vec<LineOption>, notes: Vec<String>, palette: &Palette) -> Drawing {
        Drawing {
            option: ChartOption {
                axis_color: palette.muted,
                year_line_height: 16.0,
                grid: GridOption {
                    grid: Grid::new().left(2).right(6).top(40).bottom(2),
                    outer_bounds_mode: "same",
                    outer_bounds_contain: "axisLabel",
                },
                x_axis: self.year_axis(palette),
                y_axis: self.value_axis(palette),
                series,
            },
            notes,
            figures: self.axis.figures(),
        }
    }

    fn year_axis(&self, palette: &Palette) -> Axis {
        let label = AxisLabel::new()
            .color(palette.muted)
            .font_size(12)
            .distance(8);
        Axis::new()
            .type_(AxisType::Category)
            .data(self.categories.clone())
            .axis_label(if self.categories.len() <= 12 {
                // Every year, however narrow.
                label.interval(0)
            } else {
                label
            })
            .axis_line(AxisLine::new().on_zero(false))
            .axis_tick(AxisTick::new().show(false))
    }

    fn value_axis(&self, palette: &Palette) -> Axis {
        Axis::new()
            .type_(AxisType::Value)
            .min(self.axis.min)
            .max(self.axis.max)
            .interval(self.axis.step)
            .name(self.axis_name.as_str())
            .name_gap(16)
            .name_text_style(
                TextStyle::new()
                    .color(palette.muted)
                    .font_size(12)
                    .align("left"),
            )
            .axis_label(AxisLabel::new().color(palette.muted).font_size(12))
            .axis_line(AxisLine::new().show(false))
            .axis_tick(AxisTick::new().show(false))
            .split_line(SplitLine::new().line_style(LineStyle::new().color(palette.grid).width(1)))
    }
}

/// What all lines have in common: nothing of a picture listens.
pub fn line() -> Line {
    Line::new()
        .emphasis(Emphasis::new().disabled(true))
        .silent(true)
}

/// A line without a text.
pub fn plain(line: Line) -> LineOption {
    LineOption {
        line,
        label: None,
        dash: None,
        stack_strategy: None,
        show_all_symbol: true,
    }
}

/// The text beside a mark of this size.
pub fn text(
    text: &str,
    spot: Spot,
    symbol_size: f64,
    color: &str,
    bold: bool,
    palette: &Palette,
) -> HaloLabel {
    let position = match spot.side {
        Side::Above => LabelPosition::Top,
        Side::Below => LabelPosition::Bottom,
        Side::Left => LabelPosition::Left,
        Side::Right => LabelPosition::Right,
    };
    let (align, shift) = match (spot.side, spot.align) {
        (Side::Left, _) => (LabelAlign::Right, 0.0),
        (Side::Right, _) => (LabelAlign::Left, 0.0),
        (_, Align::Start) => (LabelAlign::Left, -labels::OVERHANG),
        (_, Align::Middle) => (LabelAlign::Center, 0.0),
        (_, Align::End) => (LabelAlign::Right, labels::OVERHANG),
    };
    HaloLabel {
        label: TextLabel::new()
            .show(true)
            .formatter(text)
            .position(position)
            // From the edge of the symbol, where the spot counts from its middle.
            .distance(spot.distance() - symbol_size / 2.0)
            .align(align)
            .offset((shift, 0.0))
            .color(color)
            .font_size(labels::FONT_SIZE)
            .font_weight(if bold {
                FontWeight::Bold
            } else {
                FontWeight::Normal
            }),
        halo_color: palette.surface,
        halo_width: 3.0,
    }
}
