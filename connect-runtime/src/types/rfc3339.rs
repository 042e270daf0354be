//! Parses the grammar of RFC 3339, section 5.6, into numbers; a calendar decides which dates and times exist.

use crate::reader::{Failure, Reader, coerce};

/// Why a string is not a date or time in the expected format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseError {
    Grammar,
    Calendar,
    Precision,
    LeapSecond,
    /// An instant outside of what the type holds, or of the years 0 to 9999 in UTC, which RFC 3339 can spell.
    Instant,
}

impl ParseError {
    /// What to say of a date or time that is wrong though its grammar is right, with a way out; `holds` is the range of
    /// the type.
    #[cold]
    fn describe(self, holds: &str, calendar: impl FnOnce() -> String) -> String {
        match self {
            Self::Grammar => String::new(),
            Self::Calendar => calendar(),
            Self::Precision => "it is finer than a nanosecond".to_owned(),
            Self::LeapSecond => {
                "leap seconds can't be held; read it as a `String`, or replace it with `fallback`".to_owned()
            }
            Self::Instant => format!("{holds}; read it as a `String`, or replace it with `fallback`"),
        }
    }
}

/// Reads a string that `parse` reads to its end. Of a date or time that is wrong though its grammar is right, `calendar`
/// says why it does not exist; `holds` is the range of the type.
pub(crate) fn read<T>(
    reader: &mut Reader<'_>,
    wanted: &str,
    holds: &str,
    parse: impl FnOnce(&[u8]) -> Parsed<'_, T>,
    calendar: impl FnOnce(&str) -> String,
) -> Result<T, Failure> {
    coerce::formatted(reader, wanted, |text| match parse(text.as_bytes()) {
        Ok((time, [])) => Ok(time),
        Ok(_) => Err(String::new()),
        Err(error) => Err(error.describe(holds, || calendar(text))),
    })
}

/// What was parsed, if nothing is left.
pub(crate) fn whole<T>(parsed: Parsed<'_, T>) -> Result<T, ParseError> {
    match parsed? {
        (value, []) => Ok(value),
        _ => Err(ParseError::Grammar),
    }
}

/// The parsed value and the rest of the text.
pub(crate) type Parsed<'t, T> = Result<(T, &'t [u8]), ParseError>;

#[derive(Debug, Clone, Copy)]
pub(crate) struct FullDate {
    pub(crate) year: i16,
    pub(crate) month: i8,
    pub(crate) day: i8,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct PartialTime {
    pub(crate) hour: i8,
    pub(crate) minute: i8,
    pub(crate) second: i8,
    pub(crate) nanosecond: i32,
}

/// `2024-11-23T08:30:00.5`, without an offset.
#[inline]
pub(crate) fn date_time(text: &[u8]) -> Parsed<'_, (FullDate, PartialTime)> {
    let (date, rest) = full_date(text)?;
    let Some((b'T' | b't', rest)) = rest.split_first() else { return Err(ParseError::Grammar) };
    let (time, rest) = partial_time(rest)?;
    Ok(((date, time), rest))
}

/// `2024-11-23`
#[inline]
pub(crate) fn full_date(text: &[u8]) -> Parsed<'_, FullDate> {
    let Some((&[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2], rest)) = text.split_first_chunk() else {
        return Err(ParseError::Grammar);
    };
    let [century, year, month, day] = two_digits([y1, y3, m1, d1], [y2, y4, m2, d2])?;
    Ok((FullDate { year: i16::from(century) * 100 + i16::from(year), month, day }, rest))
}

/// `08:30:00.5`
#[inline]
pub(crate) fn partial_time(text: &[u8]) -> Parsed<'_, PartialTime> {
    let Some((&[h1, h2, b':', m1, m2, b':', s1, s2], rest)) = text.split_first_chunk() else {
        return Err(ParseError::Grammar);
    };
    let [hour, minute, second] = two_digits([h1, m1, s1], [h2, m2, s2])?;
    if second == 60 {
        return Err(ParseError::LeapSecond);
    }
    let (nanosecond, rest) = fraction(rest)?;
    Ok((PartialTime { hour, minute, second, nanosecond }, rest))
}

/// `.5`, in nanoseconds. Digits beyond the ninth must be zeros, since they would be lost.
#[inline]
fn fraction(text: &[u8]) -> Parsed<'_, i32> {
    let Some((b'.', digits)) = text.split_first() else { return Ok((0, text)) };
    let (mut nanoseconds, mut unit) = (0, 100_000_000);
    let mut rest = digits;
    while let Some((digit @ b'0'..=b'9', after)) = rest.split_first() {
        if unit == 0 && *digit != b'0' {
            return Err(ParseError::Precision);
        }
        nanoseconds += i32::from(digit - b'0') * unit;
        unit /= 10;
        rest = after;
    }
    if rest.len() < digits.len() { Ok((nanoseconds, rest)) } else { Err(ParseError::Grammar) }
}

/// `Z` or `+05:30`, in seconds east of UTC.
#[inline]
pub(crate) fn offset(text: &[u8]) -> Parsed<'_, i32> {
    if let Some((b'Z' | b'z', rest)) = text.split_first() {
        return Ok((0, rest));
    }
    let Some((&[sign @ (b'+' | b'-'), h1, h2, b':', m1, m2], rest)) = text.split_first_chunk() else {
        return Err(ParseError::Grammar);
    };
    let [hours, minutes] = two_digits([h1, m1], [h2, m2])?;
    if hours > 23 || minutes > 59 {
        return Err(ParseError::Grammar);
    }
    let seconds = i32::from(hours) * 3600 + i32::from(minutes) * 60;
    Ok((if sign == b'-' { -seconds } else { seconds }, rest))
}

/// Two-digit numbers, given as all tens and all ones.
#[inline]
fn two_digits<const N: usize>(tens: [u8; N], ones: [u8; N]) -> Result<[i8; N], ParseError> {
    let digits = |bytes: [u8; N]| bytes.map(|byte| byte.wrapping_sub(b'0'));
    let (tens, ones) = (digits(tens), digits(ones));
    let mut numbers = [0; N];
    for (number, (&tens, &ones)) in numbers.iter_mut().zip(tens.iter().zip(&ones)) {
        *number = tens.wrapping_mul(10).wrapping_add(ones).cast_signed();
    }
    let valid = tens.iter().chain(&ones).all(|&digit| digit < 10);
    if valid { Ok(numbers) } else { Err(ParseError::Grammar) }
}
