//! `Decode` for chrono's instants and civil dates, in the exact format of RFC 3339.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::{
    calendar::SECOND,
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
    ($($time:ty, by $parse:ident is $what:literal;)*) => {$(
        impl Compared for $time {
            type By = ByEq;
        }

        impl<'de> Decode<'de> for $time {
            const SPELLING: Spelling<Self> = Some(Self::to_key);

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                rfc3339::read(reader, $what, HOLDS, $parse, |_| "there is no such day or time".to_owned()).map(Into::into)
            }

            fn may_start_with(first: u8) -> bool {
                first == b'"'
            }
        }

        keys_by_display! { $time }
    )*};
}

decode_times! {
    DateTime<FixedOffset>, by instant is "an RFC 3339 timestamp such as `2024-11-23T08:30:00Z`";
    DateTime<Utc>, by instant is "an RFC 3339 timestamp such as `2024-11-23T08:30:00Z`";
    NaiveDate, by date is "an RFC 3339 date such as `2024-11-23`";
    NaiveTime, by time is "an RFC 3339 time such as `08:30:00`";
    NaiveDateTime, by date_time is "an RFC 3339 date and time without offset such as `2024-11-23T08:30:00`";
}

dated! {
    DateTime<FixedOffset>: OfInstant, "%Y-%m-%dT%H:%M:%S%.f%:z" by instant, |found, zone| found_instant(found, zone);
    DateTime<Utc>: OfInstant, "%Y-%m-%dT%H:%M:%S%.f%:z" by instant, |found, zone| found_instant(found, zone).map(Into::into);
    NaiveDate: OfDate, "%Y-%m-%d" by date, |found, _| to_date(found.date).ok();
    NaiveTime: OfTime, "%H:%M:%S%.f" by time, |found, _| to_time(found.time).ok();
    NaiveDateTime: OfDate OfDateTime, "%Y-%m-%dT%H:%M:%S%.f" by date_time,
        |found, _| Some(NaiveDateTime::new(to_date(found.date).ok()?, to_time(found.time).ok()?));
}

fn found_instant(found: Found, zone: i32) -> Option<DateTime<FixedOffset>> {
    let nanoseconds = found.nanoseconds(zone)?;
    let seconds = i64::try_from(nanoseconds.div_euclid(SECOND)).ok()?;
    let instant = DateTime::from_timestamp(seconds, u32::try_from(nanoseconds.rem_euclid(SECOND)).ok()?)?;
    let offset = FixedOffset::east_opt(found.offset.unwrap_or(zone))?;
    (0..=9999).contains(&instant.year()).then(|| instant.with_timezone(&offset))
}

/// The instants that RFC 3339 can spell in UTC.
const HOLDS: &str = "the field holds 0000-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z";

fn instant(text: &[u8]) -> Parsed<'_, DateTime<FixedOffset>> {
    let (local, rest) = date_time(text)?;
    let (seconds, rest) = rfc3339::offset(rest)?;
    let offset = FixedOffset::east_opt(seconds).ok_or(ParseError::Calendar)?;
    let instant = local.and_local_timezone(offset).single().ok_or(ParseError::Calendar)?;
    if (0..=9999).contains(&instant.to_utc().year()) { Ok((instant, rest)) } else { Err(ParseError::Instant) }
}

fn date_time(text: &[u8]) -> Parsed<'_, NaiveDateTime> {
    let ((date, time), rest) = rfc3339::date_time(text)?;
    Ok((NaiveDateTime::new(to_date(date)?, to_time(time)?), rest))
}

fn date(text: &[u8]) -> Parsed<'_, NaiveDate> {
    let (date, rest) = rfc3339::full_date(text)?;
    Ok((to_date(date)?, rest))
}

fn time(text: &[u8]) -> Parsed<'_, NaiveTime> {
    let (time, rest) = rfc3339::partial_time(text)?;
    Ok((to_time(time)?, rest))
}

fn to_date(date: FullDate) -> Result<NaiveDate, ParseError> {
    let (month, day) = (date.month.unsigned_abs(), date.day.unsigned_abs());
    NaiveDate::from_ymd_opt(date.year.into(), month.into(), day.into()).ok_or(ParseError::Calendar)
}

fn to_time(time: PartialTime) -> Result<NaiveTime, ParseError> {
    let part = |number: i8| u32::from(number.unsigned_abs());
    let nanosecond = time.nanosecond.unsigned_abs();
    NaiveTime::from_hms_nano_opt(part(time.hour), part(time.minute), part(time.second), nanosecond)
        .ok_or(ParseError::Calendar)
}
