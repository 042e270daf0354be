//! `range` and `multiple_of` of `rust_decimal::Decimal`, without losing digits.

use std::cmp::Ordering;

use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::{
    multiple_of::MultipleOf,
    numbers::{Real, show},
    range::{Limit, Range},
    violation,
};
use crate::{
    json,
    message::{Message, Param},
};

impl<B: Real> Range<B> for Decimal {
    fn violates(&self, limit: &Limit<B>) -> bool {
        !limit.allows(|bound| compare(*self, bound))
    }

    fn explain(&self, limit: &Limit<B>, hidden: bool) -> Message {
        limit.describe(show, || self.to_string(), hidden)
    }
}

impl Range<Self> for Decimal {
    fn violates(&self, limit: &Limit<Self>) -> bool {
        !limit.allows(|bound| Some(self.cmp(bound)))
    }

    fn explain(&self, limit: &Limit<Self>, hidden: bool) -> Message {
        limit.describe(Self::to_string, || self.to_string(), hidden)
    }
}

/// Compares with the decimal as which the number is written. One that no `Decimal` can hold is so large or so small that
/// a float tells the order.
fn compare(value: Decimal, bound: &impl Real) -> Option<Ordering> {
    match Decimal::from_scientific(&format!("{bound:e}")) {
        Ok(bound) => Some(value.cmp(&bound)),
        Err(_) => value.to_f64()?.partial_cmp(&bound.to_f64()),
    }
}

impl<B: Real> MultipleOf<B> for Decimal {
    fn violates(&self, factor: &B) -> bool {
        !is_multiple(digits(&self.to_string()), digits(&format!("{factor:e}")))
    }

    fn explain(&self, factor: &B, hidden: bool) -> Message {
        explain(*self, &show(factor), hidden)
    }
}

impl MultipleOf<Self> for Decimal {
    fn violates(&self, factor: &Self) -> bool {
        !is_multiple(digits(&self.to_string()), digits(&factor.to_string()))
    }

    fn explain(&self, factor: &Self, hidden: bool) -> Message {
        explain(*self, &factor.to_string(), hidden)
    }
}

fn explain(value: Decimal, factor: &str, hidden: bool) -> Message {
    let actual = (!hidden).then(|| Param::number(&value.to_string()));
    let factor = Param::number(factor);
    violation::explain("must be a multiple of {factor}", [("factor", factor)], "is {actual}", actual)
}

/// The significant digits, and the power of ten of the last one. `None` if they are more than a `Decimal` has.
fn digits(text: &str) -> Option<(u128, i64)> {
    let (digits, exponent) = json::Decimal::split(text).significant();
    let append = |number: u128, digit: u8| number.checked_mul(10)?.checked_add(digit.into());
    let number = digits.clone().try_fold(0, append)?;
    (number < 1 << 96).then_some((number, exponent))
}

fn is_multiple(value: Option<(u128, i64)>, factor: Option<(u128, i64)>) -> bool {
    let (Some((value, power)), Some((factor, factor_power))) = (value, factor) else { return false };
    if value == 0 || factor == 0 {
        return factor != 0;
    }
    // If the value has more decimal places than the factor, its last digit, which is not 0, is one of them.
    let Some(zeros) = power.checked_sub(factor_power).filter(|zeros| *zeros >= 0) else { return false };
    // 96 bits and one more digit fit in 128 bits. A factor has no more places than a float can have.
    (0..zeros).fold(value % factor, |rest, _| rest * 10 % factor) == 0
}
