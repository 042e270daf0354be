//! `multiple_of`: integers by their remainder, floats by their shortest decimal form.

use std::{fmt::LowerExp, io::Write, str::from_utf8};

use super::{
    numbers::{Integer, Real, show},
    violation::{explain, record_violation},
};
use crate::{
    json::{Decimal, Number},
    message::{Message, Param},
    report::{Code, Problems},
};

/// A number that may be a multiple of a factor of type `B`.
#[diagnostic::on_unimplemented(
    message = "the rule `multiple_of` does not fit `{Self}`",
    label = "needs an integer, a float or a decimal",
    note = "`multiple_of` checks integers, floats and decimals"
)]
pub trait MultipleOf<B> {
    #[doc(hidden)]
    fn violates(&self, factor: &B) -> bool;

    #[doc(hidden)]
    fn explain(&self, factor: &B, hidden: bool) -> Message;
}

see_through!(impl[B] MultipleOf<B> {
    fn violates(&self, factor: &B) -> bool;
    fn explain(&self, factor: &B, hidden: bool) -> Message;
});

macro_rules! multiples {
    ($($number:ty: $factor:ident by $is_multiple:ident;)*) => {$(
        impl<B: $factor> MultipleOf<B> for $number {
            #[inline]
            fn violates(&self, factor: &B) -> bool {
                !$is_multiple(self, factor)
            }

            fn explain(&self, factor: &B, hidden: bool) -> Message {
                let actual = (!hidden).then(|| Param::number(&show(self)));
                let factor = Param::number(&show(factor));
                explain("must be a multiple of {factor}", [("factor", factor)], "is {actual}", actual)
            }
        }
    )*};
}

macro_rules! integer_multiples {
    ($($integer:ident)*) => {
        multiples! {$(
            $integer: Integer by divides;
            std::num::NonZero<$integer>: Integer by divides;
        )*}
    };
}

integer_multiples! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }
multiples! { f32: Real by divides_decimally; f64: Real by divides_decimally; }

/// Checks that a number is a multiple of `factor`.
#[inline]
pub fn multiple_of<B, T: MultipleOf<B> + ?Sized>(
    value: &T,
    factor: &B,
    message: Option<&'static str>,
    problems: &mut Problems,
) {
    if value.violates(factor) {
        record_violation(problems, Code::MultipleOf, message, |hidden| value.explain(factor, hidden));
    }
}

#[inline]
fn divides(value: &impl Integer, factor: &impl Integer) -> bool {
    value.wide().size().checked_rem(factor.wide().size()) == Some(0)
}

fn divides_decimally(value: &impl LowerExp, factor: &impl LowerExp) -> bool {
    let decimals = Scaled::of(value).zip(Scaled::of(factor));
    decimals.is_some_and(|(value, factor)| value.is_multiple_of(factor))
}

/// `digits` times ten to the power of `exponent`; the digits do not end in 0. The sign is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Scaled {
    digits: u64,
    exponent: i32,
}

impl Scaled {
    /// `None` if there is no such decimal, as for NaN.
    fn of(number: &impl LowerExp) -> Option<Self> {
        let mut buffer = [0; 64];
        let mut rest = buffer.as_mut_slice();
        write!(rest, "{number:e}").ok()?;
        let unused = rest.len();
        Self::parse(from_utf8(buffer.get(..buffer.len() - unused)?).ok()?)
    }

    /// Reads a scientific spelling such as `-1.25e3`.
    fn parse(text: &str) -> Option<Self> {
        let (mut digits, exponent) = Decimal::split(Number::parse(text)?.text).significant();
        let append = |digits: u64, digit: u8| digits.checked_mul(10)?.checked_add(digit.into());
        Some(Self { digits: digits.try_fold(0, append)?, exponent: exponent.try_into().ok()? })
    }

    fn is_multiple_of(self, factor: Self) -> bool {
        if self.digits == 0 || factor.digits == 0 {
            return factor.digits != 0;
        }
        // If the value has more decimal places than the factor, its last digit, which is not 0, is one of them.
        let Ok(zeros) = u32::try_from(self.exponent - factor.exponent) else { return false };
        let modulus = u128::from(factor.digits);
        (u128::from(self.digits) % modulus * power_of_ten(zeros, modulus)).is_multiple_of(modulus)
    }
}

/// Ten to the power of `exponent`, modulo `modulus`, which is less than 2^64.
fn power_of_ten(mut exponent: u32, modulus: u128) -> u128 {
    let (mut power, mut base) = (1, 10 % modulus);
    while exponent > 0 {
        if exponent & 1 == 1 {
            power = power * base % modulus;
        }
        base = base * base % modulus;
        exponent >>= 1;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::messages;

    fn violates<B, T: MultipleOf<B>>(value: T, factor: &B) -> bool {
        value.violates(factor)
    }

    #[test]
    fn decimals_are_exact() {
        for (value, factor) in
            [(0.3, 0.1), (0.35, 0.05), (4.35, 0.01), (1e308, 0.5), (1.1e-300, 1e-301), (-7.5, 2.5), (0.0, 0.1)]
        {
            assert!(!violates(value, &factor), "{value} is a multiple of {factor}");
        }
        for (value, factor) in
            [(0.35, 0.1), (1e308, 0.123_456_789), (5.0, 10.0), (0.0075, 0.01), (f64::NAN, 1.0), (f64::INFINITY, 1.0)]
        {
            assert!(violates(value, &factor), "{value} is not a multiple of {factor}");
        }
        assert!(!violates(0.3_f32, &0.1_f64) && !violates(10.0, &5_i128) && violates(12.5, &5_i128));
    }

    #[test]
    fn integers_leave_no_remainder() {
        assert!(
            !violates(i128::MIN, &2_i128)
                && !violates(-15_i8, &5_i128)
                && !violates(0_u8, &7_i128)
                && violates(7_u8, &300_i128)
        );
        assert!(violates(7_u8, &0_i128) && violates(1.0, &0_i128));
        assert_eq!(messages(|problems| multiple_of(&7, &5, None, problems)), ["must be a multiple of 5, is 7"]);
    }
}
