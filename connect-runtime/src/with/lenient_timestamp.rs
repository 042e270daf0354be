//! Reads an instant from the forms around RFC 3339 that APIs send.
//!
//! ```
//! use connect_runtime::{from_str, ConnectModel};
//!
//! #[derive(ConnectModel)]
//! struct Event {
//!     #[connect(each(with = connect_runtime::with::lenient_timestamp))]
//!     at: Vec<jiff::Timestamp>,
//! }
//!
//! let event: Event = from_str(r#"{"at": ["2024-11-23 08:30+0000", "2024-11-23"]}"#)?;
//! assert_eq!(event.at[0].to_string(), "2024-11-23T08:30:00Z");
//! assert_eq!(event.at[1].to_string(), "2024-11-23T00:00:00Z");
//! # Ok::<(), connect_runtime::Report>(())
//! ```

use serde::{Deserializer, Serializer};

pub use super::unix::Instant;
use super::{Json, describe, serialize_text, string};
use crate::{
    report::Rejection,
    types::{
        calendar::{self, SECOND},
        rfc3339::{self, FullDate, ParseError, PartialTime},
    },
};

/// Reads a timestamp of RFC 3339. As `Coerced` drift it may also have an offset without colon or without minutes, a space
/// for the `T` or before the offset, no seconds, or be a bare date, which is its midnight in UTC. Null is accepted for an
/// `Option`. The type is `jiff::Timestamp`, or with the feature `chrono` `chrono::DateTime<Utc>`.
///
/// # Errors
/// Anything else, such as a time without an offset: say what it is with `format` and `zone`.
pub fn decode<T: Instant>(json: &(impl Json + ?Sized)) -> Result<T, Rejection> {
    let text = json.text();
    let wrong_type = || Rejection::new(expected(text)).code("wrong_type");
    if text == "null" {
        return T::of_null().ok_or_else(wrong_type);
    }
    let content = string(text).ok_or_else(wrong_type)?;
    let wrong = |why: &str| Rejection::new(format!("{}: {why}", expected(text)));
    let (nanoseconds, exact) = parse(&content).map_err(wrong)?;
    let instant = T::of_nanoseconds(nanoseconds).ok_or_else(|| wrong("it is out of range"))?;
    if !exact {
        json.mark_coerced();
    }
    Ok(instant)
}

fn expected(text: &str) -> String {
    format!("expected a timestamp such as `2024-11-23T08:30:00Z`, found {}", describe(text))
}

/// The nanoseconds since 1970, and whether the text keeps the grammar of RFC 3339.
fn parse(text: &str) -> Result<(i128, bool), &'static str> {
    let (date, rest) = rfc3339::full_date(text.as_bytes()).map_err(|_| "the date is not of the form `2024-11-23`")?;
    let midnight = PartialTime { hour: 0, minute: 0, second: 0, nanosecond: 0 };
    let (time, offset, exact) = match rest.split_first() {
        None => (midnight, 0, false),
        Some((separator @ (b'T' | b't' | b' '), rest)) => {
            let (time, has_seconds, rest) = parse_time(rest)?;
            let (offset, has_colon) = parse_offset(rest)?;
            (time, offset, has_seconds && has_colon && *separator != b' ')
        }
        Some(_) => return Err("after the date there is neither `T` nor a space"),
    };
    let nanoseconds = calendar::nanoseconds(date, time, offset).ok_or_else(|| describe_missing(date))?;
    Ok((nanoseconds, exact))
}

fn describe_missing(date: FullDate) -> &'static str {
    if calendar::days(date).is_some() { "there is no such time" } else { "there is no such day" }
}

/// The time, whether it has seconds, and the rest.
fn parse_time(text: &[u8]) -> Result<(PartialTime, bool, &[u8]), &'static str> {
    match rfc3339::partial_time(text) {
        Ok((time, rest)) => return Ok((time, true, rest)),
        Err(ParseError::Precision) => return Err("it is finer than a nanosecond"),
        Err(ParseError::LeapSecond) => return Err("leap seconds can't be held"),
        Err(_) => {}
    }
    let wrong = "the time is not of the form `08:30:00` or `08:30`";
    let (minutes, rest) = text.split_first_chunk::<5>().ok_or(wrong)?;
    let with_seconds = [minutes, &b":00"[..]].concat();
    match rfc3339::partial_time(&with_seconds) {
        Ok((time, [])) if rest.first() != Some(&b':') => Ok((time, false, rest)),
        _ => Err(wrong),
    }
}

/// The offset in seconds, and whether it is spelled as RFC 3339 has it.
fn parse_offset(text: &[u8]) -> Result<(i32, bool), &'static str> {
    if text.is_empty() {
        return Err("the offset is missing; `format` and `zone` read a time without one");
    }
    if let Ok((offset, [])) = rfc3339::offset(text) {
        return Ok((offset, true));
    }
    let spelled = match text.strip_prefix(b" ").unwrap_or(text) {
        [sign @ (b'+' | b'-'), hours @ ..] => match hours {
            [h1, h2] => vec![*sign, *h1, *h2, b':', b'0', b'0'],
            [h1, h2, m1, m2] => vec![*sign, *h1, *h2, b':', *m1, *m2],
            other => [&[*sign], other].concat(),
        },
        other => other.to_vec(),
    };
    match rfc3339::offset(&spelled) {
        Ok((offset, [])) => Ok((offset, false)),
        _ => Err("the offset is not of the form `Z` or `+01:00`"),
    }
}

/// As [`decode`], for serde's `with`.
///
/// # Errors
/// Those of `decode`.
pub fn deserialize<'de, T: Instant, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    super::deserialize(deserializer, decode::<T>)
}

/// Writes a timestamp of RFC 3339 in UTC, for serde's `with`.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<T: Instant, S: Serializer>(instant: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serialize_text(instant.nanoseconds().map(format).as_deref(), serializer)
}

fn format(nanoseconds: i128) -> String {
    let (seconds, fraction) = (nanoseconds.div_euclid(SECOND), nanoseconds.rem_euclid(SECOND));
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let fraction =
        if fraction == 0 { String::new() } else { format!(".{fraction:09}").trim_end_matches('0').to_owned() };
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{}T{hour:02}:{minute:02}:{second:02}{fraction}Z", calendar::spell(days))
}
