//! `Decode` for `rust_decimal::Decimal`, without losing digits.

use rust_decimal::Decimal;

use crate::{
    decode::{Compared, Decode, MapKey, Spelling},
    json,
    reader::{
        Failure, Reader,
        coerce::{self, Misfit},
    },
    rules::ByEq,
};

const HOLDS: &str = "a decimal of at most 96 bits with at most 28 digits after the decimal point";

impl Compared for Decimal {
    type By = ByEq;
}

impl<'de> Decode<'de> for Decimal {
    const SPELLING: Spelling<Self> = Some(Self::to_key);

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        coerce::number(reader, "a number", |number| exact(number.text).ok_or(Misfit::Range(HOLDS)))
    }

    fn may_start_with(first: u8) -> bool {
        coerce::is_scalar_text(first)
    }
}

keys_by_display! { Decimal }

/// The number, if a `Decimal` can hold all its digits.
fn exact(text: &str) -> Option<Decimal> {
    let json::Decimal { mantissa, exponent, .. } = json::Decimal::split(text);
    let mantissa = Decimal::from_str_exact(mantissa).ok()?;
    if mantissa.is_zero() || exponent == 0 {
        return Some(mantissa);
    }
    let scale = i64::from(mantissa.scale()).checked_sub(exponent)?;
    let Ok(scale) = u32::try_from(scale) else {
        let power = 10_i128.checked_pow(u32::try_from(-scale).ok()?)?;
        return Decimal::try_from_i128_with_scale(mantissa.mantissa().checked_mul(power)?, 0).ok();
    };
    Decimal::try_from_i128_with_scale(mantissa.mantissa(), scale).ok()
}
