//! Reads instants from a number of units since the Unix epoch, or from a string that contains one.

use std::borrow::Cow;

use jiff::Timestamp;

use super::{Json, describe};
use crate::{
    json::{Decimal, Number},
    report::Rejection,
};

/// A field type that holds an instant.
#[diagnostic::on_unimplemented(
    message = "an instant can't be read into `{Self}`",
    label = "not a `jiff::Timestamp`",
    note = "`with::unix_seconds` and `with::unix_millis` read a `jiff::Timestamp` or an `Option` of one"
)]
pub trait Instant: Sized {
    /// Converts the instant that was read, which is `None` for null.
    #[doc(hidden)]
    fn from_instant(instant: Option<Timestamp>) -> Option<Self>;
}

impl Instant for Timestamp {
    fn from_instant(instant: Option<Timestamp>) -> Option<Self> {
        instant
    }
}

impl Instant for Option<Timestamp> {
    fn from_instant(instant: Option<Timestamp>) -> Option<Self> {
        Some(instant)
    }
}

/// Reads a number of units since the epoch, one unit being ten to the power of `digits` nanoseconds.
pub(super) fn decode<T: Instant>(json: &(impl Json + ?Sized), unit: &str, digits: usize) -> Result<T, Rejection> {
    let text = json.text();
    let instant = match text.bytes().next() {
        Some(b'n') => None,
        Some(b'"' | b'-' | b'0'..=b'9') => Some(parse(text, unit, digits)?),
        _ => return Err(wrong_type(text, unit)),
    };
    if text.starts_with('"') {
        json.mark_coerced();
    }
    T::from_instant(instant).ok_or_else(|| wrong_type(text, unit))
}

fn parse(text: &str, unit: &str, digits: usize) -> Result<Timestamp, Rejection> {
    let content = match text.strip_prefix('"') {
        Some(_) => serde_json::from_str(text).unwrap_or(Cow::Borrowed("")),
        None => Cow::Borrowed(text),
    };
    let number = Number::parse(&content).ok_or_else(|| Rejection::new(expected(text, unit)))?;
    let instant = nanoseconds(number.text, digits).and_then(|nanos| Timestamp::from_nanosecond(nanos).ok());
    instant.ok_or_else(|| {
        Rejection::new(format!("{} is not an instant: it is out of range or finer than a nanosecond", describe(text)))
    })
}

fn wrong_type(text: &str, unit: &str) -> Rejection {
    Rejection::new(expected(text, unit)).code("wrong_type")
}

fn expected(text: &str, unit: &str) -> String {
    format!("expected {unit} since 1970, found {}", describe(text))
}

/// The number times ten to the power of `digits`, if that is an integer in range.
fn nanoseconds(number: &str, digits: usize) -> Option<i128> {
    let number = Decimal::split(number);
    let sign = if number.is_negative() { "-" } else { "" };
    let fraction = number.fraction.trim_end_matches('0');
    let value: i128 = format!("{sign}{}{fraction}", number.whole).parse().ok()?;
    if value == 0 {
        return Some(0);
    }
    let places = i64::try_from(digits).ok()?.checked_sub(i64::try_from(fraction.len()).ok()?)?;
    let shift = number.exponent.checked_add(places)?;
    if shift < 0 {
        let divisor = 10_i128.checked_pow(u32::try_from(shift.unsigned_abs()).ok()?)?;
        return (value % divisor == 0).then_some(value / divisor);
    }
    value.checked_mul(10_i128.checked_pow(u32::try_from(shift).ok()?)?)
}
