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
                    Ok((time, [])) => Ok(time),
                    Ok(_) | Err(Wrong::Grammar) => Err(String::new()),
                    Err(Wrong::Precision) => Err("it is finer than a nanosecond".to_owned()),
                    // The grammar is kept: jiff's own parser can say what its calendar does not have.
                    Err(Wrong::Calendar) => Err(text.parse::<Self>().err().map_or(String::new(), root_cause)),
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

/// Why a text is no time.
#[derive(Debug, Clone, Copy)]
enum Wrong {
    Grammar,
    Calendar,
    Precision,
}

/// The last link of jiff's chain of reasons, which names the part of the date.
#[expect(clippy::needless_pass_by_value, reason = "the end of the error's way")]
fn root_cause(error: jiff::Error) -> String {
    let chain = error.to_string();
    chain.rsplit_once(": ").map_or(chain.as_str(), |(_, cause)| cause).to_owned()
}

/// What was read, and the text behind it.
type Parsed<'t, T> = Result<(T, &'t [u8]), Wrong>;

impl From<jiff::Error> for Wrong {
    fn from(_: jiff::Error) -> Self {
        Self::Calendar
    }
}

fn timestamp(text: &[u8]) -> Parsed<'_, Timestamp> {
    let (date_time, rest) = date_time(text)?;
    let (offset, rest) = offset(rest)?;
    Ok((offset.to_timestamp(date_time)?, rest))
}

fn date_time(text: &[u8]) -> Parsed<'_, DateTime> {
    let (date, rest) = date(text)?;
    let Some((b'T' | b't', rest)) = rest.split_first() else { return Err(Wrong::Grammar) };
    let (time, rest) = time(rest)?;
    Ok((date.to_datetime(time), rest))
}

fn date(text: &[u8]) -> Parsed<'_, Date> {
    let Some((&[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2], rest)) = text.split_first_chunk() else {
        return Err(Wrong::Grammar);
    };
    let [century, year, month, day] = two_digits([y1, y3, m1, d1], [y2, y4, m2, d2])?;
    Ok((Date::new(i16::from(century) * 100 + i16::from(year), month, day)?, rest))
}

fn time(text: &[u8]) -> Parsed<'_, Time> {
    let Some((&[h1, h2, b':', m1, m2, b':', s1, s2], rest)) = text.split_first_chunk() else {
        return Err(Wrong::Grammar);
    };
    let [hour, minute, second] = two_digits([h1, m1, s1], [h2, m2, s2])?;
    let (nanosecond, rest) = fraction(rest)?;
    Ok((Time::new(hour, minute, second, nanosecond)?, rest))
}

/// Nanoseconds; digits beyond the ninth must be zeros, since they would be lost.
fn fraction(text: &[u8]) -> Parsed<'_, i32> {
    let Some((b'.', digits)) = text.split_first() else { return Ok((0, text)) };
    let (mut nanoseconds, mut unit) = (0, 100_000_000);
    let mut rest = digits;
    while let Some((digit @ b'0'..=b'9', behind)) = rest.split_first() {
        if unit == 0 && *digit != b'0' {
            return Err(Wrong::Precision);
        }
        nanoseconds += i32::from(digit - b'0') * unit;
        unit /= 10;
        rest = behind;
    }
    if rest.len() < digits.len() { Ok((nanoseconds, rest)) } else { Err(Wrong::Grammar) }
}

fn offset(text: &[u8]) -> Parsed<'_, Offset> {
    if let Some((b'Z' | b'z', rest)) = text.split_first() {
        return Ok((Offset::UTC, rest));
    }
    let Some((&[sign @ (b'+' | b'-'), h1, h2, b':', m1, m2], rest)) = text.split_first_chunk() else {
        return Err(Wrong::Grammar);
    };
    let [hours, minutes] = two_digits([h1, m1], [h2, m2])?;
    if hours > 23 || minutes > 59 {
        return Err(Wrong::Grammar);
    }
    let seconds = i32::from(hours) * 3600 + i32::from(minutes) * 60;
    Ok((Offset::from_seconds(if sign == b'-' { -seconds } else { seconds })?, rest))
}

/// Numbers of two digits, given as all tens and all ones.
#[inline]
fn two_digits<const N: usize>(tens: [u8; N], ones: [u8; N]) -> Result<[i8; N], Wrong> {
    let digits = |bytes: [u8; N]| bytes.map(|byte| byte.wrapping_sub(b'0'));
    let (tens, ones) = (digits(tens), digits(ones));
    let mut numbers = [0; N];
    for (number, (&tens, &ones)) in numbers.iter_mut().zip(tens.iter().zip(&ones)) {
        *number = tens.wrapping_mul(10).wrapping_add(ones).cast_signed();
    }
    let valid = tens.iter().chain(&ones).all(|&digit| digit < 10);
    if valid { Ok(numbers) } else { Err(Wrong::Grammar) }
}
