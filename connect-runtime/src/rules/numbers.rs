//! A common scale for integers of all sizes, and floats.

use std::fmt::{Display, LowerExp};

pub(super) use crate::message::show;

/// An integer of any of std's types. Sign first, then two's complement: the derived order is that of the values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wide {
    non_negative: bool,
    bits: u128,
}

impl Wide {
    fn signed(value: i128) -> Self {
        Self { non_negative: value >= 0, bits: value.cast_unsigned() }
    }

    /// The distance from zero.
    pub(super) fn size(self) -> u128 {
        if self.non_negative { self.bits } else { self.bits.wrapping_neg() }
    }
}

/// An integer, as a value or as what one is compared with.
#[diagnostic::on_unimplemented(
    message = "an integer can't be compared with `{Self}`",
    label = "the field has integers, so write an integer",
    note = "fields of type `f64` or `f32` take numbers with a fraction"
)]
pub trait Integer: Display + LowerExp {
    #[doc(hidden)]
    fn wide(&self) -> Wide;
}

/// A number that a float is compared with.
#[diagnostic::on_unimplemented(
    message = "a float can't be compared with `{Self}`",
    label = "the field has floats, so write a number"
)]
pub trait Real: Display + LowerExp {
    #[doc(hidden)]
    fn to_f64(&self) -> f64;

    #[doc(hidden)]
    fn to_f32(&self) -> f32;
}

macro_rules! integers {
    ($($integer:ident by |$value:ident| $wide:expr;)*) => {$(
        impl Integer for $integer {
            #[inline]
            fn wide(&self) -> Wide {
                let $value = *self;
                $wide
            }
        }

        impl Integer for std::num::NonZero<$integer> {
            #[inline]
            fn wide(&self) -> Wide {
                self.get().wide()
            }
        }

        impl Real for $integer {
            #[allow(
                clippy::cast_precision_loss,
                clippy::cast_lossless,
                reason = "a limit beyond 2^53 is rounded as the field's values are"
            )]
            fn to_f64(&self) -> f64 {
                *self as f64
            }

            #[allow(
                clippy::cast_precision_loss,
                clippy::cast_lossless,
                reason = "a limit beyond 2^24 is rounded as the field's values are"
            )]
            fn to_f32(&self) -> f32 {
                *self as f32
            }
        }
    )*};
}

integers! {
    u8 by |value| Wide::signed(value.into());
    u16 by |value| Wide::signed(value.into());
    u32 by |value| Wide::signed(value.into());
    u64 by |value| Wide::signed(value.into());
    u128 by |value| Wide { non_negative: true, bits: value };
    usize by |value| (value as u128).wide();
    i8 by |value| Wide::signed(value.into());
    i16 by |value| Wide::signed(value.into());
    i32 by |value| Wide::signed(value.into());
    i64 by |value| Wide::signed(value.into());
    i128 by |value| Wide::signed(value);
    isize by |value| Wide::signed(value as i128);
}

impl Real for f64 {
    #[inline]
    fn to_f64(&self) -> f64 {
        *self
    }

    #[expect(clippy::cast_possible_truncation, reason = "0.1 is to limit an f32 field as its own 0.1 would")]
    fn to_f32(&self) -> f32 {
        *self as f32
    }
}

impl Real for f32 {
    #[inline]
    fn to_f64(&self) -> f64 {
        (*self).into()
    }

    #[inline]
    fn to_f32(&self) -> f32 {
        *self
    }
}

#[cfg(test)]
mod tests {
    use super::Integer;

    #[test]
    fn integers_of_all_types_are_on_one_scale() {
        let ascending =
            [i128::MIN.wide(), (-1_i8).wide(), 0_usize.wide(), u64::MAX.wide(), i128::MAX.wide(), u128::MAX.wide()];
        assert!(ascending.is_sorted_by(|a, b| a < b));
        assert_eq!(i128::MIN.wide().size(), 1 << 127);
        assert_eq!(7_u8.wide(), 7_isize.wide());
    }
}
