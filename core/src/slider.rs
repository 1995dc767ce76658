//! The range of a slider for a figure.

use crate::{dataset::Series, decimal::Decimal};

/// From, to and step of a slider, in the figure's unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliderRange {
    /// The lowest value.
    pub from: Decimal,
    /// The highest value.
    pub to: Decimal,
    /// The distance of two values.
    pub step: Decimal,
}

/// A range that holds every figure of the series with room around it: round numbers, some 200 steps,
/// 0 to 100 at most for a share in %.
#[must_use]
pub fn slider_range(series: &Series<'_>, unit: &str) -> Option<SliderRange> {
    let points = || {
        [series.baseline, series.target]
            .into_iter()
            .flatten()
            .chain(series.published())
            .map(|point| point.value)
    };
    let (low, high) = (points().min()?, points().max()?);
    let decimals = points().map(Decimal::decimals).max()?;
    // The finest step the figures are written in, in millionths.
    let finest = 10_i64.pow(u32::from(crate::decimal::MAX_DECIMALS - decimals));
    let spread = match (high.micro() - low.micro()).max(high.micro().abs() / 50) {
        0 => 10 * finest,
        spread => spread,
    };
    let step = nice(spread * 4 / 200, finest);
    let down = low.micro() - spread;
    let from = if low.micro() >= 0 { down.max(0) } else { down };
    let mut to = high.micro() + 2 * spread;
    let hundred = 100 * crate::decimal::MICRO;
    if unit == "%" && high.micro() <= hundred {
        to = to.min(hundred);
    }
    let figure = |micro: i64| Decimal::new(micro.div_euclid(finest), decimals).ok();
    Some(SliderRange {
        from: figure(from.div_euclid(step) * step)?,
        to: figure((to + step - 1).div_euclid(step) * step)?,
        step: figure(step)?,
    })
}

/// The first of 1, 2, 5, 10, 20, 50 … times `finest` that is not less than `micro`.
fn nice(micro: i64, finest: i64) -> i64 {
    let mut step = finest;
    for factor in [2, 5, 10].iter().cycle() {
        if step >= micro {
            break;
        }
        let power = {
            let mut power = finest;
            while power.checked_mul(10).is_some_and(|next| next <= step) {
                power *= 10;
            }
            power
        };
        step = power * factor;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fiscal_year::FiscalYear,
        model::{Dated, Observation},
    };
    use proptest::prelude::*;

    fn range(baseline: &str, target: &str, result: &str, unit: &str) -> (String, String, String) {
        let year = |western| FiscalYear::try_from(western).unwrap();
        let dated = |western, text: &str| {
            Some(Dated {
                year: year(western),
                value: text.parse().unwrap(),
            })
        };
        let results = [Observation::Published(result.parse().unwrap())];
        let series = Series {
            baseline: dated(2020, baseline),
            target: dated(2025, target),
            first_year: year(2023),
            results: &results,
        };
        let range = slider_range(&series, unit).unwrap();
        (
            range.from.to_string(),
            range.to.to_string(),
            range.step.to_string(),
        )
    }

    #[test]
    fn ranges_are_round_and_hold_the_figures() {
        let of =
            |from: &str, to: &str, step: &str| (from.to_owned(), to.to_owned(), step.to_owned());
        assert_eq!(
            range("6522", "14500", "20120", "人"),
            of("0", "47500", "500")
        );
        assert_eq!(
            range("60.9", "63.9", "52.0", "%"),
            of("40.0", "88.0", "0.5")
        );
        assert_eq!(range("20", "22", "20", "カ所"), of("18", "26", "1"));
    }

    proptest! {
        #[test]
        fn the_figures_lie_within(
            baseline in -10_000_000_i64..10_000_000, target in -10_000_000_i64..10_000_000, decimals in 0_u8..4,
        ) {
            let text = |mantissa| Decimal::new(mantissa, decimals).unwrap().to_string();
            let (from, to, step) = range(&text(baseline), &text(target), &text(target), "人");
            let parse = |text: &str| text.parse::<Decimal>().unwrap();
            prop_assert!(parse(&from) <= parse(&text(baseline)).min(parse(&text(target))));
            prop_assert!(parse(&to) >= parse(&text(baseline)).max(parse(&text(target))));
            prop_assert!(parse(&step) > Decimal::ZERO);
        }
    }
}
