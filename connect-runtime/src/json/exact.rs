//! Compares numbers by value, whatever their spelling and length.

use super::decimal::Decimal;

/// A JSON number in normal form, equal for equal values.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Exact {
    negative: bool,
    /// They neither begin nor end in 0.
    digits: Vec<u8>,
    /// The power of ten of the last digit, clamped to the range of `i64`.
    exponent: i64,
}

impl Exact {
    /// Normalizes `text`, which must match the grammar of RFC 8259, section 6.
    pub(crate) fn parse(text: &str) -> Self {
        let number = Decimal::split(text);
        let (digits, exponent) = number.significant();
        let digits: Vec<u8> = digits.skip_while(|&digit| digit == 0).collect();
        if digits.is_empty() {
            return Self { negative: false, digits, exponent: 0 };
        }
        Self { negative: number.is_negative(), digits, exponent }
    }
}

#[cfg(test)]
mod tests {
    use super::Exact;

    #[test]
    fn spellings_of_one_value_are_equal() {
        for group in
            [["100", "1e2", "100.00"], ["-0.05", "-5E-2", "-0.0050e1"], ["0", "-0.0", "0e99999999999999999999"]]
        {
            assert!(group.iter().all(|text| Exact::parse(text) == Exact::parse(group[0])), "{group:?}");
        }
        for pair in [["1", "-1"], ["1", "10"], ["12345678901234567890123456789", "12345678901234567890123456788"]] {
            assert_ne!(Exact::parse(pair[0]), Exact::parse(pair[1]));
        }
    }
}
