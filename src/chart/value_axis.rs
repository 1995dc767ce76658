//! The value axis: which range it covers, in which steps. Knows no chart.

use michishirube_core::{format, ratio::Rounded};

/// A value axis with round ends and steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValueAxis {
    /// The lower end, a multiple of the step.
    pub min: f64,
    /// The upper end, a multiple of the step.
    pub max: f64,
    /// From one line of the grid to the next.
    pub step: f64,
    /// The decimals its figures are printed with.
    pub decimals: u8,
}

/// The most steps an axis has before its ends are rounded.
const STEPS: f64 = 6.0;
/// The axis starts at 0 when the lowest value is below this share of the highest.
const ZERO_BELOW: f64 = 0.6;
/// The part of the range left free above and below, for the labels.
const MARGIN: f64 = 0.12;

impl ValueAxis {
    /// An axis for values from `lowest` to `highest`, printed with `decimals`.
    ///
    /// It starts at 0 where that wastes little room: [`Self::shows_zero`] tells.
    pub fn covering(lowest: f64, highest: f64, decimals: u8) -> Self {
        let (mut low, mut high) = (lowest.min(highest), lowest.max(highest));
        let finest = 10_f64.powi(-i32::from(decimals));
        let margin = match high - low {
            range if range > 0.0 => range * MARGIN,
            _ => (high.abs() * 0.05).max(finest),
        };
        let to_zero = |near: f64, far: f64| near.abs() < far.abs() * ZERO_BELOW;
        if low >= 0.0 && (to_zero(low, high) || high == 0.0) {
            (low, high) = (0.0, high + margin);
        } else if high <= 0.0 && to_zero(high, low) {
            (low, high) = (low - margin, 0.0);
        } else {
            // A margin does not carry the axis over 0.
            let (above_zero, below_zero) = (low >= 0.0, high <= 0.0);
            (low, high) = (low - margin, high + margin);
            if above_zero {
                low = low.max(0.0);
            }
            if below_zero {
                high = high.min(0.0);
            }
        }
        let (factor, exponent) = step((high - low) / STEPS, decimals);
        // Multiples are counted in whole numbers, so that no end is off by a binary fraction.
        let multiple = |count: f64| {
            let whole = count * factor;
            match 10_f64.powi(exponent.abs()) {
                power if exponent < 0 => whole / power,
                power => whole * power,
            }
        };
        let size = multiple(1.0);
        let lowest_count = (low / size + 1e-9).floor();
        let highest_count = (high / size - 1e-9).ceil().max(lowest_count + 1.0);
        Self {
            min: multiple(lowest_count),
            max: multiple(highest_count),
            step: size,
            decimals: u8::try_from(-exponent).unwrap_or_default(),
        }
    }

    /// Whether 0 is on the axis: where it is not, the chart says so.
    pub fn shows_zero(&self) -> bool {
        self.min <= 0.0 && self.max >= 0.0
    }

    /// How high a value stands: 0 at the lower end, 1 at the upper.
    pub fn share(&self, value: f64) -> f64 {
        (value - self.min) / (self.max - self.min)
    }

    /// Its figures as they are printed, from the lower end to the upper.
    pub fn figures(&self) -> Vec<String> {
        let values = self.values();
        values
            .map(|value| Self::text(self.decimals, value))
            .collect()
    }

    /// Where its figures stand, from the lower end to the upper.
    pub fn values(&self) -> impl Iterator<Item = f64> + use<> {
        let Self { min, max, step, .. } = *self;
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small number"
        )]
        let steps = ((max - min) / step).round() as u32;
        (0..=steps).map(move |count| f64::from(count).mul_add(step, min))
    }

    /// A figure of the axis as it is printed.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "figures are at most 10¹² in size, with at most 6 decimals"
    )]
    pub fn text(decimals: u8, value: f64) -> String {
        format::digits(Rounded {
            mantissa: (value * 10_f64.powi(i32::from(decimals))).round() as i128,
            decimals,
        })
    }
}

/// The smallest of 1, 2 and 5 × 10ⁿ that is not below `wanted`, and not finer than the figures:
/// the factor and n.
#[allow(
    clippy::cast_possible_truncation,
    reason = "the logarithm of a figure below 10¹³"
)]
fn step(wanted: f64, decimals: u8) -> (f64, i32) {
    let exponent = wanted.log10().floor() as i32;
    let finest = -i32::from(decimals);
    if exponent < finest {
        return (1.0, finest);
    }
    let leading = wanted / 10_f64.powi(exponent);
    match [1.0, 2.0, 5.0]
        .into_iter()
        .find(|factor| leading <= *factor + 1e-9)
    {
        Some(factor) => (factor, exponent),
        None => (1.0, exponent + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(lowest: f64, highest: f64, decimals: u8) -> (f64, f64, f64) {
        let axis = ValueAxis::covering(lowest, highest, decimals);
        (axis.min, axis.max, axis.step)
    }

    #[test]
    fn starts_at_zero_unless_that_wastes_the_room() {
        assert_eq!(ends(6522.0, 33717.0, 0), (0.0, 40000.0, 10000.0));
        assert_eq!(ends(1.0, 11.0, 0), (0.0, 15.0, 5.0));
        assert_eq!(ends(113_420.0, 113_600.0, 0), (113_350.0, 113_650.0, 50.0));
        assert!(!ValueAxis::covering(113_420.0, 113_600.0, 0).shows_zero());
        assert_eq!(ends(43.7, 63.9, 1), (40.0, 70.0, 5.0));
    }

    #[test]
    fn steps_are_never_finer_than_the_figures() {
        assert_eq!(ends(20.0, 22.0, 0), (19.0, 23.0, 1.0));
        assert_eq!(ends(20.0, 20.0, 0), (19.0, 21.0, 1.0));
        assert_eq!(ends(0.0, 0.0, 0), (0.0, 1.0, 1.0));
        assert_eq!(ends(0.0, 0.0, 1), (0.0, 0.1, 0.1));
    }

    #[test]
    fn negative_values_hang_from_zero_or_straddle_it() {
        assert_eq!(ends(-10.0, -1.0, 0), (-12.0, 0.0, 2.0));
        assert_eq!(ends(-5.0, 12.0, 0), (-10.0, 15.0, 5.0));
        assert_eq!(ends(-105.0, -100.0, 0), (-106.0, -98.0, 2.0));
    }

    #[test]
    fn figures_are_printed_with_the_decimals_of_the_step() {
        let axis = ValueAxis::covering(60.1, 61.3, 1);
        assert_eq!(axis.decimals, 1);
        assert_eq!(ValueAxis::text(axis.decimals, 60.5), "60.5");
        assert_eq!(ValueAxis::text(0, 113_600.0), "113,600");
        assert_eq!(ValueAxis::text(1, -0.5), "−0.5");
        let axis = ValueAxis::covering(-0.12, 0.1, 2);
        assert_eq!(
            axis.figures(),
            ["−0.15", "−0.10", "−0.05", "0.00", "0.05", "0.10", "0.15"]
        );
    }
}
