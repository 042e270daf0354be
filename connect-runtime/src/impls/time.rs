//! jiff's instants and civil dates, exactly as RFC 3339 spells them.
//!
//! The grammar is read here, since jiff takes more than it (`20241123`, a space, `[UTC]`, `:60`); the calendar is jiff's.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::Offset,
};

use crate::{
    coerce,
    decode::Decode,
    reader::{Failure, Reader},
};

macro_rules! decode_times {
    ($($time:ident by $parse:ident is $what:literal;)*) => {$(
        impl<'de> Decode<'de> for $time {
            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                coerce::formatted(reader, $what, |text| match $parse(text.as_bytes()) {
                    Some((time, [])) => time,
                    _ => Err(String::new()),
                })
            }

            fn to_key(&self) -> String {
                self.to_string()
            }
        }
    )*};
}

decode_times! {
    Timestamp by timestamp is "an RFC 3339 timestamp such as `2024-11-23T08:30:00Z`";
    Date by date is "an RFC 3339 date such as `2024-11-23`";
    Time by time is "an RFC 3339 time such as `08:30:00`";
    DateTime by date_time is "an RFC 3339 date and time without offset such as `2024-11-23T08:30:00`";
}

/// What was read and the text behind it; none where the grammar is left, jiff's reason where the calendar is.
type Parsed<'t, T> = Option<(Result<T, String>, &'t [u8])>;

fn timestamp(text: &[u8]) -> Parsed<'_, Timestamp> {
    let (date_time, rest) = date_time(text)?;
    let (offset, rest) = offset(rest)?;
    let instant = |date_time: DateTime| offset?.to_timestamp(date_time).map_err(|error| error.to_string());
    Some((date_time.and_then(instant), rest))
}

fn date_time(text: &[u8]) -> Parsed<'_, DateTime> {
    let (date, rest) = date(text)?;
    let (b'T' | b't', rest) = rest.split_first()? else { return None };
    let (time, rest) = time(rest)?;
    Some((date.and_then(|date| Ok(date.to_datetime(time?))), rest))
}

fn date(text: &[u8]) -> Parsed<'_, Date> {
    let (&[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2], rest) = text.split_first_chunk()? else { return None };
    let year = i16::from(two_digits(y1, y2)?) * 100 + i16::from(two_digits(y3, y4)?);
    let (month, day) = (two_digits(m1, m2)?, two_digits(d1, d2)?);
    Some((Date::new(year, month, day).map_err(|error| error.to_string()), rest))
}

fn time(text: &[u8]) -> Parsed<'_, Time> {
    let (&[h1, h2, b':', m1, m2, b':', s1, s2], rest) = text.split_first_chunk()? else { return None };
    let (hour, minute, second) = (two_digits(h1, h2)?, two_digits(m1, m2)?, two_digits(s1, s2)?);
    let (nanosecond, rest) = fraction(rest)?;
    let time = |nanosecond| Time::new(hour, minute, second, nanosecond).map_err(|error| error.to_string());
    Some((nanosecond.and_then(time), rest))
}

/// Nanoseconds; digits beyond the ninth must be zeros, since they would be lost.
fn fraction(text: &[u8]) -> Parsed<'_, i32> {
    let Some(digits) = text.strip_prefix(b".") else { return Some((Ok(0), text)) };
    let (mut nanoseconds, mut unit, mut lost) = (0, 100_000_000, false);
    let mut rest = digits;
    while let Some((digit @ b'0'..=b'9', behind)) = rest.split_first() {
        nanoseconds += i32::from(digit - b'0') * unit;
        lost |= unit == 0 && *digit != b'0';
        unit /= 10;
        rest = behind;
    }
    let read = if lost { Err("it is finer than a nanosecond".to_owned()) } else { Ok(nanoseconds) };
    (rest.len() < digits.len()).then_some((read, rest))
}

fn offset(text: &[u8]) -> Parsed<'_, Offset> {
    if let Some((b'Z' | b'z', rest)) = text.split_first() {
        return Some((Ok(Offset::UTC), rest));
    }
    let (&[sign @ (b'+' | b'-'), h1, h2, b':', m1, m2], rest) = text.split_first_chunk()? else { return None };
    let (hours, minutes) = (two_digits(h1, h2)?, two_digits(m1, m2)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let seconds = i32::from(hours) * 3600 + i32::from(minutes) * 60;
    let offset = Offset::from_seconds(if sign == b'-' { -seconds } else { seconds });
    Some((offset.map_err(|error| error.to_string()), rest))
}

fn two_digits(tens: u8, ones: u8) -> Option<i8> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    if tens < 10 && ones < 10 { i8::try_from(tens * 10 + ones).ok() } else { None }
}
