//! What ECharts is given: charming's parts, and the few keys that charming 0.6 does not have.
//!
//! The option is a struct of our own rather than [`charming::Chart`], which would bring the
//! serialisers of its 22 kinds of series into the WebAssembly for the one that is drawn. A missing
//! key stands here, typed, beside the charming part it belongs to, and nowhere else;
//! [`echarts`](super::echarts) puts the two together.

use charming::{
    component::{Axis, Grid},
    element::Label,
    series::Line,
};

/// A picture, ready for [`draw`](super::echarts::draw).
#[derive(Clone, Debug)]
pub struct Drawing {
    /// What ECharts draws.
    pub option: ChartOption,
    /// What is said of each category to whoever points at it.
    pub notes: Vec<String>,
    /// The texts of the value axis from its lower end to its upper, one for each step.
    pub figures: Vec<String>,
}

/// An option of ECharts.
#[derive(Clone, Debug)]
pub struct ChartOption {
    /// `xAxis.axisLine.lineStyle.color`, which charming takes for a gauge's.
    pub axis_color: &'static str,
    /// `xAxis.axisLabel.lineHeight`, for the years with a second line.
    pub year_line_height: f64,
    /// The plot within the picture.
    pub grid: GridOption,
    /// The category axis.
    pub x_axis: Axis,
    /// The value axis.
    pub y_axis: Axis,
    /// What is drawn, from back to front.
    pub series: Vec<LineOption>,
}

/// A grid that keeps the labels of its axes inside (what `containLabel` was before ECharts 6).
#[derive(Clone, Debug)]
pub struct GridOption {
    /// charming's part.
    pub grid: Grid,
    /// `"same"`: the grid and its labels together fill the given box.
    pub outer_bounds_mode: &'static str,
    /// `"axisLabel"`: the labels, not the name of the axis.
    pub outer_bounds_contain: &'static str,
}

/// A line, an area or a single mark.
#[derive(Clone, Debug)]
pub struct LineOption {
    /// charming's part; its own `label` stays empty.
    pub line: Line,
    /// The text beside the mark.
    pub label: Option<HaloLabel>,
    /// `lineStyle.type` as lengths drawn and left out, where charming's three kinds are too few.
    pub dash: Option<&'static [u32]>,
    /// `"all"`: a stack adds negative values to positive ones, too.
    pub stack_strategy: Option<&'static str>,
    /// Symbols at every point, not only where the axis has room for a label.
    pub show_all_symbol: bool,
}

/// A label that stays legible over lines.
#[derive(Clone, Debug)]
pub struct HaloLabel {
    /// charming's part.
    pub label: Label,
    /// `textBorderColor`: the colour around the letters.
    pub halo_color: &'static str,
    /// `textBorderWidth`: how far it reaches, in pixels.
    pub halo_width: f64,
}
