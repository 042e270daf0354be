//! The parts of a number as it is written.

/// A number taken apart: its mantissa times ten to the power of `exponent`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decimal<'t> {
    /// All before the exponent, the sign included.
    pub(crate) mantissa: &'t str,
    /// The digits before the point.
    pub(crate) whole: &'t str,
    /// The digits between the point and the exponent.
    pub(crate) fraction: &'t str,
    /// One beyond an i64 counts as the nearest one within: a mantissa that makes up for it is longer than memory holds.
    pub(crate) exponent: i64,
}

impl<'t> Decimal<'t> {
    /// Takes `text` apart, which keeps the grammar of RFC 8259, section 6.
    pub(crate) fn split(text: &'t str) -> Self {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let unsigned = mantissa.strip_prefix('-').unwrap_or(mantissa);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let nearest = if exponent.starts_with('-') { i64::MIN } else { i64::MAX };
        let exponent = exponent.parse().unwrap_or(nearest);
        Self { mantissa, whole, fraction, exponent }
    }

    pub(crate) fn is_negative(&self) -> bool {
        self.mantissa.starts_with('-')
    }

    /// The digits without the zeros at their end, each as its value, and the power of ten of the last one that is left.
    pub(crate) fn significant(&self) -> (impl Iterator<Item = u8> + Clone + use<'t>, i64) {
        let fraction = self.fraction.trim_end_matches('0');
        let whole = if fraction.is_empty() { self.whole.trim_end_matches('0') } else { self.whole };
        let digits = whole.bytes().chain(fraction.bytes()).map(|digit| digit.wrapping_sub(b'0'));
        let zeros = length(self.whole) - length(whole);
        (digits, self.exponent.saturating_add(zeros - length(fraction)))
    }
}

fn length(text: &str) -> i64 {
    i64::try_from(text.len()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn the_parts_are_those_of_the_text() {
        let Decimal { mantissa, whole, fraction, exponent } = Decimal::split("-10.50E+7");
        assert_eq!((mantissa, whole, fraction, exponent), ("-10.50", "10", "50", 7));
        assert_eq!(Decimal::split("1e99999999999999999999").exponent, i64::MAX);
        assert_eq!(Decimal::split("1e-99999999999999999999").exponent, i64::MIN);
    }

    #[test]
    fn zeros_at_the_end_are_in_the_power() {
        let significant = |text: &str| {
            let (digits, power) = Decimal::split(text).significant();
            (digits.collect::<Vec<_>>(), power)
        };
        assert_eq!(significant("1200"), (vec![1, 2], 2));
        assert_eq!(significant("-10.50e3"), (vec![1, 0, 5], 2));
        assert_eq!(significant("30.00e-1"), (vec![3], 0));
    }
}
