//! `range`: numbers, dates and times within limits.

use std::{
    cmp::Ordering,
    fmt::{Display, LowerExp},
};

use super::{
    numbers::{Integer, Real, show},
    violation::{explain, record_violation},
};
use crate::{
    message::{Message, Param},
    report::{Code, Problems},
};

/// One limit of a range.
#[derive(Debug, Clone, Copy)]
pub enum Limit<B> {
    /// `min`.
    AtLeast(B),
    /// `max`.
    AtMost(B),
    /// `exclusive_min`.
    MoreThan(B),
    /// `exclusive_max`.
    LessThan(B),
}

/// A type that can be compared with a limit of type `B`.
#[diagnostic::on_unimplemented(
    message = "the rule `range` does not fit `{Self}`",
    label = "needs a number, a date or a time, and limits of the same kind",
    note = "`range` checks integers, floats, decimals, and dates and times, whose limits are written as in `\"2024-11-23\"`; for the length of strings and collections use `length`"
)]
pub trait Range<B> {
    #[doc(hidden)]
    fn violates(&self, limit: &Limit<B>) -> bool;

    #[doc(hidden)]
    fn explain(&self, limit: &Limit<B>, hidden: bool) -> Message;
}

see_through!(impl[B] Range<B> {
    fn violates(&self, limit: &Limit<B>) -> bool;
    fn explain(&self, limit: &Limit<B>, hidden: bool) -> Message;
});

macro_rules! ranges {
    ($($number:ty: $limit:ident by |$value:ident, $bound:ident| $order:expr;)*) => {$(
        impl<B: $limit> Range<B> for $number {
            #[inline]
            fn violates(&self, limit: &Limit<B>) -> bool {
                let $value = self;
                !limit.allows(|$bound| $order)
            }

            fn explain(&self, limit: &Limit<B>, hidden: bool) -> Message {
                limit.explain(self, hidden)
            }
        }
    )*};
}

ranges! {
    f32: Real by |value, bound| value.partial_cmp(&bound.to_f32());
    f64: Real by |value, bound| value.partial_cmp(&bound.to_f64());
}

macro_rules! integer_ranges {
    ($($integer:ident)*) => {
        ranges! {$(
            $integer: Integer by |value, bound| Some(value.wide().cmp(&bound.wide()));
            std::num::NonZero<$integer>: Integer by |value, bound| Some(value.wide().cmp(&bound.wide()));
        )*}
    };
}

integer_ranges! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

/// Checks one limit of a range. NaN violates every limit.
#[inline]
pub fn range<B, T: Range<B> + ?Sized>(
    value: &T,
    limit: &Limit<B>,
    message: Option<&'static str>,
    problems: &mut Problems,
) {
    if value.violates(limit) {
        record_violation(problems, Code::Range, message, |hidden| value.explain(limit, hidden));
    }
}

impl<B> Limit<B> {
    /// Whether a value with this order relative to the bound is allowed; one that can't be compared isn't.
    #[inline]
    pub(super) fn allows(&self, order: impl FnOnce(&B) -> Option<Ordering>) -> bool {
        match self {
            Self::AtLeast(bound) => order(bound).is_some_and(Ordering::is_ge),
            Self::AtMost(bound) => order(bound).is_some_and(Ordering::is_le),
            Self::MoreThan(bound) => order(bound).is_some_and(Ordering::is_gt),
            Self::LessThan(bound) => order(bound).is_some_and(Ordering::is_lt),
        }
    }
}

impl<B: Display + LowerExp> Limit<B> {
    fn explain<N: Display + LowerExp>(&self, value: &N, hidden: bool) -> Message {
        self.describe(show, || show(value), hidden)
    }
}

impl<B> Limit<B> {
    /// `show` gives the text of the bound, and `value` that of the value.
    pub(super) fn describe(
        &self,
        show: impl Fn(&B) -> String,
        value: impl FnOnce() -> String,
        hidden: bool,
    ) -> Message {
        let (must, name, bound) = match self {
            Self::AtLeast(bound) => ("must be at least {min}", "min", bound),
            Self::AtMost(bound) => ("must be at most {max}", "max", bound),
            Self::MoreThan(bound) => ("must be more than {exclusive_min}", "exclusive_min", bound),
            Self::LessThan(bound) => ("must be less than {exclusive_max}", "exclusive_max", bound),
        };
        let actual = (!hidden).then(|| Param::number(&value()));
        explain(must, [(name, Param::number(&show(bound)))], "is {actual}", actual)
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZero;

    use super::*;
    use crate::rules::tests::{hidden_messages, messages};

    fn broken_by<B, T: Range<B>>(value: &T, limit: &Limit<B>) -> Vec<String> {
        messages(|problems| range(value, limit, None, problems))
    }

    #[test]
    fn limits_hold_across_integer_types() {
        assert_eq!(broken_by(&250_u8, &Limit::AtMost(100_i128)), ["must be at most 100, is 250"]);
        assert_eq!(broken_by(&Some(-1_i64), &Limit::AtLeast(0_u8)), ["must be at least 0, is -1"]);
        assert_eq!(broken_by(&0_u8, &Limit::MoreThan(0)), ["must be more than 0, is 0"]);
        assert_eq!(broken_by(&10_u8, &Limit::LessThan(10)), ["must be less than 10, is 10"]);
        assert!(broken_by(&u128::MAX, &Limit::AtLeast(i128::MAX)).is_empty());
        assert!(broken_by(&NonZero::<u8>::MAX, &Limit::AtMost(255)).is_empty());
        assert!(broken_by(&None::<u8>, &Limit::AtMost(0)).is_empty());
    }

    #[test]
    fn floats_take_both_kinds_of_limits_and_refuse_nan() {
        assert_eq!(broken_by(&-0.5, &Limit::AtLeast(0_i128)), ["must be at least 0, is -0.5"]);
        assert_eq!(broken_by(&1e300, &Limit::LessThan(1.5)), ["must be less than 1.5, is 1e300"]);
        assert!(broken_by(&0.1_f32, &Limit::AtMost(0.1_f64)).is_empty());
        assert_eq!(broken_by(&f64::NAN, &Limit::AtMost(1)), ["must be at most 1, is NaN"]);
    }

    #[test]
    fn a_hidden_value_is_not_shown() {
        let texts = hidden_messages(|problems| range(&7_u8, &Limit::AtMost(5), None, problems));
        assert_eq!(texts, ["must be at most 5"]);
    }
}
