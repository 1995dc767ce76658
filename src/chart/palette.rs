//! The colours of a chart, as the style sheet has them at the moment. Knows their names, not the page.

/// CSS colours and the font of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// What lies behind the chart: the halo of its texts, the inside of hollow marks.
    pub surface: String,
    /// Texts that name or measure a mark.
    pub text: String,
    /// The texts of the axes.
    pub muted: String,
    /// The lines of the grid and the axes.
    pub grid: String,
    /// 実績.
    pub result: String,
    /// The official figures behind a 試算.
    pub official: String,
    /// The figures a 試算 changes.
    pub scenario: String,
    /// 目標値.
    pub target: String,
    /// 基準値.
    pub baseline: String,
    /// 期待値.
    pub expected: String,
    /// The scenarios of a comparison, in the order of their columns.
    pub plans: [String; 3],
    /// 見込み: its edges, and thinned its area.
    pub band: String,
    /// The font families of the page.
    pub font: String,
}

impl Palette {
    /// The palette of a page: `color` gives the value of a custom property, if the page defines it.
    ///
    /// What is not defined falls back to the colours of the light theme.
    pub fn read(color: impl Fn(&str) -> Option<String>, font: String) -> Self {
        let or = |name: &str, fallback: &str| color(name).unwrap_or_else(|| fallback.to_owned());
        Self {
            surface: or("--color-surface", "#FFFFFF"),
            text: or("--chart-text", "#1A1A1C"),
            muted: or("--chart-muted", "#626264"),
            grid: or("--chart-grid", "#D8D8DB"),
            result: or("--chart-result", "#0017C1"),
            official: or("--chart-official", "#76767A"),
            scenario: or("--chart-scenario", "#B35900"),
            target: or("--chart-target", "#BA000D"),
            baseline: or("--chart-baseline", "#1A1A1C"),
            expected: or("--chart-expected", "#626264"),
            plans: [
                or("--chart-plan-1", "#B35900"),
                or("--chart-plan-2", "#0041A8"),
                or("--chart-plan-3", "#C2388F"),
            ],
            band: or("--chart-band", "#7096F8"),
            font,
        }
    }
}

impl Default for Palette {
    fn default() -> Self {
        Self::read(|_| None, "sans-serif".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_decides_and_the_light_theme_fills_in() {
        let palette = Palette::read(
            |name| (name == "--chart-target").then(|| "red".to_owned()),
            "serif".to_owned(),
        );
        assert_eq!(palette.target, "red");
        assert_eq!(palette.font, "serif");
        assert_eq!(palette.result, Palette::default().result);
    }
}
