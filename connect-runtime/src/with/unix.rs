//! Reads instants from a number of units since the Unix epoch, or from a string that contains one.

use std::borrow::Cow;

use serde::Serializer;

use super::{Json, describe};
use crate::{
    json::{Decimal, Number},
    report::Rejection,
    types::calendar::{self, SECOND},
};

/// A field type that holds an instant.
#[diagnostic::on_unimplemented(
    message = "an instant can't be read into `{Self}`",
    label = "not a `jiff::Timestamp`",
    note = "`with::unix_seconds`, `with::unix_millis` and `with::lenient_timestamp` read a `jiff::Timestamp`, a `chrono::DateTime<Utc>` with the feature `chrono`, or an `Option` of one"
)]
pub trait Instant: Sized {
    /// What null is, if it is anything.
    #[doc(hidden)]
    fn of_null() -> Option<Self> {
        None
    }

    /// The instant this many nanoseconds after 1970-01-01T00:00:00Z, if it is in range.
    #[doc(hidden)]
    fn of_nanoseconds(nanoseconds: i128) -> Option<Self>;

    /// The nanoseconds since 1970-01-01T00:00:00Z; `None` for the `None` of an `Option`.
    #[doc(hidden)]
    fn nanoseconds(&self) -> Option<i128>;
}

#[cfg(feature = "jiff")]
impl Instant for jiff::Timestamp {
    fn of_nanoseconds(nanoseconds: i128) -> Option<Self> {
        Self::from_nanosecond(nanoseconds).ok()
    }

    fn nanoseconds(&self) -> Option<i128> {
        Some(self.as_nanosecond())
    }
}

/// The years from 0 to 9999, which RFC 3339 can spell.
#[cfg(feature = "chrono")]
impl Instant for chrono::DateTime<chrono::Utc> {
    fn of_nanoseconds(nanoseconds: i128) -> Option<Self> {
        year(nanoseconds)?;
        let seconds = i64::try_from(nanoseconds.div_euclid(SECOND)).ok()?;
        Self::from_timestamp(seconds, u32::try_from(nanoseconds.rem_euclid(SECOND)).ok()?)
    }

    fn nanoseconds(&self) -> Option<i128> {
        Some(i128::from(self.timestamp()) * SECOND + i128::from(self.timestamp_subsec_nanos()))
    }
}

impl<I: Instant> Instant for Option<I> {
    fn of_null() -> Option<Self> {
        Some(None)
    }

    fn of_nanoseconds(nanoseconds: i128) -> Option<Self> {
        I::of_nanoseconds(nanoseconds).map(Some)
    }

    fn nanoseconds(&self) -> Option<i128> {
        self.as_ref().and_then(I::nanoseconds)
    }
}

/// A unit of time since 1970.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    name: &'static str,
    module: &'static str,
    /// One of it is ten to this power in nanoseconds.
    digits: usize,
}

pub(super) const SECONDS: Unit = Unit { name: "seconds", module: "unix_seconds", digits: 9 };
pub(super) const MILLIS: Unit = Unit { name: "milliseconds", module: "unix_millis", digits: 6 };

/// Reads a number of units since the epoch; `other` is the unit that it may be in by mistake.
pub(super) fn decode<T: Instant>(json: &(impl Json + ?Sized), unit: Unit, other: Unit) -> Result<T, Rejection> {
    let text = json.text();
    match text.bytes().next() {
        Some(b'n') => return T::of_null().ok_or_else(|| wrong_type(text, unit)),
        Some(b'"' | b'-' | b'0'..=b'9') => {}
        _ => return Err(wrong_type(text, unit)),
    }
    let instant = parse(text, unit, other)?;
    if text.starts_with('"') {
        json.mark_coerced();
    }
    Ok(instant)
}

fn parse<T: Instant>(text: &str, unit: Unit, other: Unit) -> Result<T, Rejection> {
    let content = match text.strip_prefix('"') {
        Some(_) => serde_json::from_str(text).unwrap_or(Cow::Borrowed("")),
        None => Cow::Borrowed(text),
    };
    let number = Number::parse(&content).ok_or_else(|| Rejection::new(expected(text, unit)))?;
    let instant = nanoseconds(number.text, unit.digits).and_then(T::of_nanoseconds);
    instant.ok_or_else(|| {
        let (found, advice) = (describe(text), suggest(number.text, other).unwrap_or_default());
        let message = format!("{found} is not an instant: it is out of range or finer than a nanosecond{advice}");
        Rejection::new(message)
    })
}

/// Says which year it would be in the `other` unit, if that is one of our time.
fn suggest(number: &str, other: Unit) -> Option<String> {
    let year = year(nanoseconds(number, other.digits)?).filter(|year| (1971..=2200).contains(year))?;
    let Unit { name, module, .. } = other;
    Some(format!("; as {name} since 1970 it is in {year}, which `with::{module}` reads"))
}

fn year(nanoseconds: i128) -> Option<i16> {
    calendar::year(i64::try_from(nanoseconds.div_euclid(SECOND * 86_400)).ok()?)
}

fn wrong_type(text: &str, unit: Unit) -> Rejection {
    Rejection::new(expected(text, unit)).code("wrong_type")
}

fn expected(text: &str, unit: Unit) -> String {
    format!("expected {} since 1970, found {}", unit.name, describe(text))
}

/// Writes a number of units: an integer, or a float if that is exact, else a string.
pub(super) fn serialize<T: Instant, S: Serializer>(instant: &T, serializer: S, unit: Unit) -> Result<S::Ok, S::Error> {
    let Some(nanoseconds) = instant.nanoseconds() else { return serializer.serialize_none() };
    let one = 10_i128.pow(u32::try_from(unit.digits).unwrap_or(0));
    let (whole, rest) = (nanoseconds / one, (nanoseconds % one).unsigned_abs());
    if rest == 0
        && let Ok(whole) = i64::try_from(whole)
    {
        return serializer.serialize_i64(whole);
    }
    let (sign, whole) = (if nanoseconds < 0 { "-" } else { "" }, whole.unsigned_abs());
    let text = format!("{sign}{whole}.{rest:0digits$}", digits = unit.digits);
    let text = text.trim_end_matches('0');
    match text.parse::<f64>() {
        Ok(float) if float.to_string() == text => serializer.serialize_f64(float),
        _ => serializer.serialize_str(text),
    }
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
