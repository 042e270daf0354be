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
                coerce::formatted(reader, $what, |text| {
                    let mut rest = Rest(text.as_bytes());
                    let time = rest.$parse().ok_or_else(String::new)?;
                    if rest.0.is_empty() { time } else { Err(String::new()) }
                })
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

/// What is still to be read. A parser gives none where the grammar is left, and jiff's reason where the calendar is.
struct Rest<'t>(&'t [u8]);

type Parsed<T> = Option<Result<T, String>>;

impl Rest<'_> {
    fn timestamp(&mut self) -> Parsed<Timestamp> {
        let date_time = self.date_time()?;
        let offset = self.offset()?;
        let instant = |date_time: DateTime| offset?.to_timestamp(date_time).map_err(|error| error.to_string());
        Some(date_time.and_then(instant))
    }

    fn date_time(&mut self) -> Parsed<DateTime> {
        let date = self.date()?;
        self.one_of(b"Tt")?;
        let time = self.time()?;
        Some(date.and_then(|date| Ok(date.to_datetime(time?))))
    }

    fn date(&mut self) -> Parsed<Date> {
        let year = self.two_digits()? * 100 + self.two_digits()?;
        self.one_of(b"-")?;
        let month = self.two_digits()?;
        self.one_of(b"-")?;
        let day = self.two_digits()?;
        Some(date_of(year, month, day))
    }

    fn time(&mut self) -> Parsed<Time> {
        let hour = self.two_digits()?;
        self.one_of(b":")?;
        let minute = self.two_digits()?;
        self.one_of(b":")?;
        let second = self.two_digits()?;
        let fraction = if self.one_of(b".").is_some() { self.fraction()? } else { Ok(0) };
        Some(fraction.and_then(|nanosecond| time_of(hour, minute, second, nanosecond)))
    }

    /// Nanoseconds; digits beyond the ninth must be zeros, since they would be lost.
    fn fraction(&mut self) -> Parsed<i32> {
        let count = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        let (kept, lost) = digits.split_at_checked(9).unwrap_or((digits, &[]));
        if lost.iter().any(|&digit| digit != b'0') {
            return Some(Err("it is finer than a nanosecond".to_owned()));
        }
        let value = kept.iter().fold(0, |value, digit| value * 10 + i32::from(digit - b'0'));
        let missing = u32::try_from(9 - kept.len()).ok()?;
        (count > 0).then(|| Ok(value * 10_i32.pow(missing)))
    }

    fn offset(&mut self) -> Parsed<Offset> {
        if self.one_of(b"Zz").is_some() {
            return Some(Ok(Offset::UTC));
        }
        let sign = if self.one_of(b"+-")? == b'-' { -1 } else { 1 };
        let hours = self.two_digits()?;
        self.one_of(b":")?;
        let minutes = self.two_digits()?;
        if hours > 23 || minutes > 59 {
            return None;
        }
        let seconds = sign * (i32::from(hours) * 3600 + i32::from(minutes) * 60);
        Some(Offset::from_seconds(seconds).map_err(|error| error.to_string()))
    }

    fn two_digits(&mut self) -> Option<i16> {
        let (&[tens, ones], rest) = self.0.split_first_chunk()?;
        if !tens.is_ascii_digit() || !ones.is_ascii_digit() {
            return None;
        }
        self.0 = rest;
        Some(i16::from(tens - b'0') * 10 + i16::from(ones - b'0'))
    }

    fn one_of(&mut self, wanted: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        wanted.contains(first).then(|| self.0 = rest).map(|()| *first)
    }
}

fn date_of(year: i16, month: i16, day: i16) -> Result<Date, String> {
    let (month, day) = (i8::try_from(month).unwrap_or(0), i8::try_from(day).unwrap_or(0));
    Date::new(year, month, day).map_err(|error| error.to_string())
}

fn time_of(hour: i16, minute: i16, second: i16, nanosecond: i32) -> Result<Time, String> {
    let part = |value| i8::try_from(value).unwrap_or(-1);
    Time::new(part(hour), part(minute), part(second), nanosecond).map_err(|error| error.to_string())
}
