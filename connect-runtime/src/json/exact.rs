//! Compares numbers by value, whatever their spelling and length.

/// A JSON number in normal form, equal for equal values: the digits neither begin nor end in 0.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Exact {
    negative: bool,
    digits: String,
    /// The power of ten of the last digit, clamped to the range of `i64`.
    exponent: i64,
}

impl Exact {
    /// Normalizes `text`, which must match the grammar of RFC 8259, section 6.
    pub(crate) fn parse(text: &str) -> Self {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let unsigned = mantissa.trim_start_matches('-');
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let digits = format!("{whole}{fraction}");
        let significant = digits.trim_end_matches('0');
        let zeros = length(&digits) - length(significant);
        let spelled = exponent.parse().unwrap_or(if exponent.starts_with('-') { i64::MIN } else { i64::MAX });
        let digits = significant.trim_start_matches('0').to_owned();
        if digits.is_empty() {
            return Self { negative: false, digits, exponent: 0 };
        }
        let exponent = spelled.saturating_add(zeros - length(fraction));
        Self { negative: mantissa.starts_with('-'), digits, exponent }
    }
}

fn length(text: &str) -> i64 {
    i64::try_from(text.len()).unwrap_or(i64::MAX)
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
