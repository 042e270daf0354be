//! `Decode` for integers, floats and bool.

use std::{borrow::Cow, hash::Hash, num::NonZero};

use super::bytes;

use crate::{
    decode::{Compared, Decode, MapKey, Spelling},
    reader::{
        Failure, Reader,
        coerce::{self, Misfit},
    },
    rules::{ByEq, Compare, Digester},
};

macro_rules! decode_integers {
    ($($integer:ident holds $range:literal, non-zero $non_zero:literal $(, $slices:ident)?;)*) => {$(
        impl Compared for $integer {
            type By = ByEq;
        }

        impl<'de> Decode<'de> for $integer {
            const SPELLING: Spelling<Self> = Some(Self::to_key);

            #[inline]
            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                reader.json.next_token();
                let place = reader.json.place();
                if let Some(Ok(value)) = reader.json.short_integer().map(Self::try_from) {
                    return Ok(value);
                }
                reader.json.return_to(place);
                coerce::integer(reader, "an integer", $range, |negative, size| signed!($integer, negative, size))
            }

            fn may_start_with(first: u8) -> bool {
                coerce::is_scalar_text(first)
            }

            $($slices! {})?
        }

        impl Compared for NonZero<$integer> {
            type By = ByEq;
        }

        impl<'de> Decode<'de> for NonZero<$integer> {
            const SPELLING: Spelling<Self> = Some(Self::to_key);

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                coerce::integer(reader, "an integer other than 0", $non_zero, |negative, size| {
                    signed!($integer, negative, size).and_then(Self::new)
                })
            }

            fn may_start_with(first: u8) -> bool {
                coerce::is_scalar_text(first)
            }
        }

        keys_by_display! { $integer NonZero<$integer> }
    )*};
}

macro_rules! decode_slices_of_bytes {
    () => {
        fn decode_slice<'a>(reader: &mut Reader<'de>) -> Result<Cow<'a, [Self]>, Failure>
        where
            'de: 'a,
        {
            bytes::decode_cow(reader)
        }

        fn slice_may_start_with(first: u8) -> bool {
            first == b'[' || Cow::<str>::may_start_with(first)
        }
    };
}

/// Converts a sign and a magnitude to an integer; `None` if it does not fit.
macro_rules! signed {
    ($integer:ident, $negative:expr, $size:expr) => {
        if $negative {
            0_i128.checked_sub_unsigned($size).and_then(|value| $integer::try_from(value).ok())
        } else {
            $integer::try_from($size).ok()
        }
    };
}

decode_integers! {
    u8 holds "0 to 255", non-zero "1 to 255", decode_slices_of_bytes;
    u16 holds "0 to 65535", non-zero "1 to 65535";
    u32 holds "0 to 4294967295", non-zero "1 to 4294967295";
    u64 holds "0 to 18446744073709551615", non-zero "1 to 18446744073709551615";
    u128 holds "0 to 2^128 - 1", non-zero "1 to 2^128 - 1";
    usize holds "0 to `usize::MAX`", non-zero "1 to `usize::MAX`";
    i8 holds "-128 to 127", non-zero "-128 to 127 except 0";
    i16 holds "-32768 to 32767", non-zero "-32768 to 32767 except 0";
    i32 holds "-2147483648 to 2147483647", non-zero "-2147483648 to 2147483647 except 0";
    i64 holds "-9223372036854775808 to 9223372036854775807",
        non-zero "-9223372036854775808 to 9223372036854775807 except 0";
    i128 holds "-2^127 to 2^127 - 1", non-zero "-2^127 to 2^127 - 1 except 0";
    isize holds "`isize::MIN` to `isize::MAX`", non-zero "`isize::MIN` to `isize::MAX` except 0";
}

macro_rules! decode_floats {
    ($($float:ident holds $range:literal;)*) => {$(
        impl Compared for $float {
            type By = ByNumber;
        }

        impl<'de> Decode<'de> for $float {
            const SPELLING: Spelling<Self> = Some(Self::to_key);

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                let parse = |text: &str| text.parse().map_err(|_| Misfit::NotAFloat);
                coerce::float(reader, parse, |value: &Self| value.is_finite(), $range)
            }

            fn may_start_with(first: u8) -> bool {
                // Also `NaN` and `Infinity`.
                coerce::is_scalar_text(first) || matches!(first, b'N' | b'I')
            }
        }

        keys_by_display! { $float }

        impl Compare<$float> for ByNumber {
            fn digest(value: &$float, digester: &mut Digester) {
                // Makes -0.0 and 0.0 the same.
                (*value + 0.0).to_bits().hash(digester);
            }

            #[expect(clippy::float_cmp, reason = "distinguishes the exact numbers of the input")]
            fn same(value: &$float, other: &$float) -> bool {
                value == other
            }
        }
    )*};
}

/// Compares floats by value; NaN equals nothing.
#[derive(Debug)]
pub struct ByNumber;

decode_floats! {
    f32 holds "at most 3.4028235e38 in magnitude";
    f64 holds "at most 1.7976931348623157e308 in magnitude";
}

impl Compared for bool {
    type By = ByEq;
}

impl<'de> Decode<'de> for bool {
    const SPELLING: Spelling<Self> = Some(Self::to_key);

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        coerce::boolean(reader)
    }

    fn may_start_with(first: u8) -> bool {
        matches!(first, b't' | b'f' | b'"')
    }
}

keys_by_display! { bool }
