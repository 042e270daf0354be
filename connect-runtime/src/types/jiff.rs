//! `Decode` for jiff's instants and civil dates, in the exact format of RFC 3339.
//!
//! The grammar is checked here, since jiff's parser accepts more (`20241123`, a space, `[UTC]`, `:60`); jiff checks the
//! calendar.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::Offset,
};

use super::{
    formatted::{Dated, OfDate, OfDateTime, OfInstant, OfTime, dated},
    rfc3339::{self, FullDate, ParseError, Parsed, PartialTime},
    strptime::Found,
};
use crate::{
    decode::{Compared, Decode, MapKey, Spelling},
    reader::{Failure, Reader},
    rules::ByEq,
};

macro_rules! decode_times {
    ($($time:ident by $parse:ident is $what:literal;)*) => {$(
        impl Compared for $time {
            type By = ByEq;
        }

        impl<'de> Decode<'de> for $time {
            const SPELLING: Spelling<Self> = Some(Self::to_key);

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                // The grammar is valid, so jiff's own parser can say what its calendar rejects.
                rfc3339::read(reader, $what, HOLDS, $parse, |text| {
                    text.parse::<Self>().err().map_or(String::new(), root_cause)
                })
            }

            fn may_start_with(first: u8) -> bool {
                first == b'"'
            }
        }

        keys_by_display! { $time }
    )*};
}

decode_times! {
    Timestamp by timestamp is "an RFC 3339 timestamp such as `2024-11-23T08:30:00Z`";
    Date by date is "an RFC 3339 date such as `2024-11-23`";
    Time by time is "an RFC 3339 time such as `08:30:00`";
    DateTime by date_time is "an RFC 3339 date and time without offset such as `2024-11-23T08:30:00`";
}

dated! {
    Timestamp: OfInstant, "%Y-%m-%dT%H:%M:%S%.f%:z" by timestamp,
        |found, zone| Self::from_nanosecond(found.nanoseconds(zone)?).ok();
    Date: OfDate, "%Y-%m-%d" by date, |found, _| to_date(found.date).ok();
    Time: OfTime, "%H:%M:%S%.f" by time, |found, _| to_time(found.time).ok();
    DateTime: OfDate OfDateTime, "%Y-%m-%dT%H:%M:%S%.f" by date_time,
        |found, _| Some(to_date(found.date).ok()?.to_datetime(to_time(found.time).ok()?));
}

/// The instants of jiff that RFC 3339 can spell.
const HOLDS: &str =
    "the field holds 0000-01-01T00:00:00Z to 9999-12-30T22:00:00Z, a `chrono::DateTime<Utc>` also later ones";

/// The last error of jiff's chain, which names the invalid part of the date.
#[expect(clippy::needless_pass_by_value, reason = "`map_or` passes the error by value")]
fn root_cause(error: jiff::Error) -> String {
    let chain = error.to_string();
    chain.rsplit_once(": ").map_or(chain.as_str(), |(_, cause)| cause).to_owned()
}

impl From<jiff::Error> for ParseError {
    fn from(_: jiff::Error) -> Self {
        Self::Calendar
    }
}

fn timestamp(text: &[u8]) -> Parsed<'_, Timestamp> {
    let (date_time, rest) = date_time(text)?;
    let (seconds, rest) = rfc3339::offset(rest)?;
    let offset = if seconds == 0 { Offset::UTC } else { Offset::from_seconds(seconds)? };
    let timestamp = offset.to_timestamp(date_time).map_err(|_| ParseError::Instant)?;
    if timestamp.as_second() < YEAR_ZERO { Err(ParseError::Instant) } else { Ok((timestamp, rest)) }
}

/// 0000-01-01T00:00:00Z in seconds since 1970: an offset can make an instant of year 0 one of the year before, which
/// could be written, but not read again.
const YEAR_ZERO: i64 = -62_167_219_200;

fn date_time(text: &[u8]) -> Parsed<'_, DateTime> {
    let ((date, time), rest) = rfc3339::date_time(text)?;
    Ok((to_date(date)?.to_datetime(to_time(time)?), rest))
}

fn date(text: &[u8]) -> Parsed<'_, Date> {
    let (date, rest) = rfc3339::full_date(text)?;
    Ok((to_date(date)?, rest))
}

fn time(text: &[u8]) -> Parsed<'_, Time> {
    let (time, rest) = rfc3339::partial_time(text)?;
    Ok((to_time(time)?, rest))
}

fn to_date(date: FullDate) -> Result<Date, ParseError> {
    Ok(Date::new(date.year, date.month, date.day)?)
}

fn to_time(time: PartialTime) -> Result<Time, ParseError> {
    Ok(Time::new(time.hour, time.minute, time.second, time.nanosecond)?)
}
