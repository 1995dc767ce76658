//! The colours of a chart. Knows the names of the style sheet's, not the page.

/// CSS colours of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// What lies behind the chart: the halo of its texts, the inside of hollow marks.
    pub surface: &'static str,
    /// Texts that name or measure a mark.
    pub text: &'static str,
    /// The texts of the axes.
    pub muted: &'static str,
    /// The lines of the grid and the axes.
    pub grid: &'static str,
    /// 実績.
    pub result: &'static str,
    /// The official figures behind a 試算.
    pub official: &'static str,
    /// The figures a 試算 changes.
    pub scenario: &'static str,
    /// 目標値.
    pub target: &'static str,
    /// 基準値.
    pub baseline: &'static str,
    /// 期待値.
    pub expected: &'static str,
    /// The scenarios of a comparison, in the order of their columns.
    pub plans: [&'static str; 3],
    /// 見込み: its edges, and thinned its area.
    pub band: &'static str,
}

impl Palette {
    /// Of a picture in the page: the properties of its style sheet, so that the picture follows the theme, the
    /// colours a system forces and the paper without being drawn again.
    pub const PAGE: Self = Self {
        surface: "var(--color-surface)",
        text: "var(--chart-text)",
        muted: "var(--chart-muted)",
        grid: "var(--chart-grid)",
        result: "var(--chart-result)",
        official: "var(--chart-official)",
        scenario: "var(--chart-scenario)",
        target: "var(--chart-target)",
        baseline: "var(--chart-baseline)",
        expected: "var(--chart-expected)",
        plans: [
            "var(--chart-plan-1)",
            "var(--chart-plan-2)",
            "var(--chart-plan-3)",
        ],
        band: "var(--chart-band)",
    };

    /// Of a picture that leaves the page: the light theme.
    pub const LIGHT: Self = Self {
        surface: "#FFFFFF",
        text: "#1A1A1C",
        muted: "#626264",
        grid: "#D8D8DB",
        result: "#0017C1",
        official: "#76767A",
        scenario: "#B35900",
        target: "#BA000D",
        baseline: "#1A1A1C",
        expected: "#626264",
        plans: ["#B35900", "#0041A8", "#C2388F"],
        band: "#7096F8",
    };
}
