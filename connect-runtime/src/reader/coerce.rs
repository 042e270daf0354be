//! Reads scalars with coercion: a number for a string, a string for a number or a bool, and nothing else.

use std::borrow::Cow;

use super::{Failure, Origin, Reader};
use crate::{
    json::{Decimal, Number, is_quoted_word},
    message::{Message, Param},
    report::Code,
};

/// Reads a string if one comes next that can be borrowed from the input, else nothing.
#[expect(clippy::inline_always, reason = "most of what is decoded is plain strings; a call here costs a tenth of it")]
#[inline(always)]
pub(crate) fn plain<'de>(reader: &mut Reader<'de>) -> Option<&'de str> {
    if reader.json.next_token() == Some(b'"') { reader.json.plain_string() } else { None }
}

/// Whether a value that starts with the byte `first` is a string or number, from either of which strings and numbers
/// are read.
pub(crate) fn is_scalar_text(first: u8) -> bool {
    matches!(first, b'"' | b'-' | b'0'..=b'9')
}

/// Reads a string, or a number as a string with its exact spelling.
pub(crate) fn string<'de>(reader: &mut Reader<'de>) -> Result<Cow<'de, str>, Failure> {
    match reader.json.next_token() {
        Some(b'"') => reader.string(),
        Some(b'-' | b'0'..=b'9') => {
            let start = reader.json.at();
            let number = reader.number("a string")?;
            reader.record_coercion(start, "a string")?;
            Ok(Cow::Borrowed(number.text))
        }
        _ => Err(reader.wrong_type("a string")),
    }
}

/// Reads a string, and nothing else, in a format that `parse` checks; its error says why the string does not fit.
pub(crate) fn formatted<T>(
    reader: &mut Reader<'_>,
    wanted: &str,
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> Result<T, Failure> {
    let (start, first) = reader.token();
    if first != Some(b'"') {
        return Err(reader.wrong_type(wanted));
    }
    let string = reader.string()?;
    parse(&string).map_err(|why| invalid_value(reader, start, wanted, &why))
}

#[cold]
pub(crate) fn invalid_value(reader: &mut Reader<'_>, start: usize, wanted: &str, why: &str) -> Failure {
    reader.invalid(start, Code::InvalidValue, |reader| {
        // A parser's own message may quote the value.
        match reader.unexpected(start, wanted) {
            message if why.is_empty() || reader.is_sensitive() => message,
            message => message.and(&format!(": {why}")).with("reason", why),
        }
    })
}

/// Reads a number, or a string that as a whole is a number, and passes it to `parse`.
#[inline]
pub(crate) fn number<T>(
    reader: &mut Reader<'_>,
    wanted: &str,
    parse: impl FnOnce(Number<'_>) -> Result<T, Misfit>,
) -> Result<T, Failure> {
    number_or(reader, wanted, Misfit::NotANumber, parse)
}

/// Reads a float, which may be one that JSON does not have if the decoder allows it.
pub(crate) fn float<T>(
    reader: &mut Reader<'_>,
    parse: impl Fn(&str) -> Result<T, Misfit>,
    is_finite: impl Fn(&T) -> bool,
    holds: &'static str,
) -> Result<T, Failure> {
    let start = reader.token().0;
    if let Some(word) = reader.non_finite()? {
        return parse(word).map_err(|misfit| misfit.record(reader, start, "a number"));
    }
    number_or(reader, "a number", Misfit::NotAFloat, |number| {
        let value = parse(number.text)?;
        if is_finite(&value) { Ok(value) } else { Err(Misfit::Range(holds)) }
    })
}

fn number_or<T>(
    reader: &mut Reader<'_>,
    wanted: &str,
    other: Misfit,
    parse: impl FnOnce(Number<'_>) -> Result<T, Misfit>,
) -> Result<T, Failure> {
    let (start, first) = reader.token();
    let parsed = match first {
        Some(b'-' | b'0'..=b'9') => parse(reader.number(wanted)?),
        Some(b'"') => {
            let string = reader.string()?;
            let parsed = Number::parse(&string).ok_or(other).and_then(parse);
            if parsed.is_ok() {
                reader.record_coercion(start, wanted)?;
            }
            parsed
        }
        _ => return Err(reader.wrong_type(wanted)),
    };
    parsed.map_err(|misfit| misfit.record(reader, start, wanted))
}

/// The size from which a float may be a rounded integer: 2 to the power of 53.
const INEXACT: u128 = 1 << f64::MANTISSA_DIGITS;

/// Reads a number of integral value, which `convert` makes from its sign and size if it is one that the type `holds`.
pub(crate) fn integer<T>(
    reader: &mut Reader<'_>,
    wanted: &str,
    holds: &'static str,
    convert: impl FnOnce(bool, u128) -> Option<T>,
) -> Result<T, Failure> {
    let rounded = reader.token().1 != Some(b'"') && reader.policy.origin != Origin::Text;
    number(reader, wanted, |number| {
        let (negative, size) = integral(number, holds)?;
        if rounded && !number.plain && size >= INEXACT {
            return Err(Misfit::Rounded);
        }
        convert(negative, size).ok_or(Misfit::Range(holds))
    })
}

/// Why a number does not fit.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Misfit {
    NotANumber,
    NotAFloat,
    Fraction,
    /// It is a float that may have been another integer.
    Rounded,
    /// The value is outside this range, which the type holds.
    Range(&'static str),
}

impl Misfit {
    #[cold]
    pub(crate) fn record(self, reader: &mut Reader<'_>, start: usize, wanted: &str) -> Failure {
        let code = if let Self::Range(_) = self { Code::NumberOutOfRange } else { Code::InvalidNumber };
        reader.invalid(start, code, |reader| {
            let unexpected = || reader.unexpected(start, wanted);
            match self {
                Self::NotANumber | Self::NotAFloat if is_nonfinite(reader, start) => {
                    no_json_form(reader, start, wanted)
                }
                Self::NotAFloat if is_unread_word(reader, start) => {
                    unexpected().and("; `Decoder::non_finite(true)` reads it").with("reason", "non_finite")
                }
                Self::NotANumber | Self::NotAFloat => unexpected(),
                Self::Fraction => unexpected().and(", which has a fraction").with("reason", "fraction"),
                Self::Rounded => unexpected().and(", a float too big to be an exact integer").with("reason", "rounded"),
                Self::Range(holds) if reader.is_sensitive() => out_of_range("the number", holds),
                Self::Range(holds) => out_of_range(&reader.show(start), holds),
            }
        })
    }
}

/// The message of a number outside of what the type `holds`; `found` is the number.
fn out_of_range(found: &str, holds: &str) -> Message {
    let message = Message::of(format!("{found} is out of range, expected {holds}"), [("expected", holds.into())]);
    let (min, max) = holds.split_once(" to ").unwrap_or_default();
    match (Param::number(min), Param::number(max)) {
        (Param::Text(_), _) | (_, Param::Text(_)) => message,
        (min, max) => message.with("min", min).with("max", max),
    }
}

/// The message of a number of another format that JSON does not have, which is written as a string.
fn no_json_form(reader: &Reader<'_>, start: usize, wanted: &str) -> Message {
    let number = reader.json.since(start).trim_matches('"');
    let text = format!("expected {wanted}, found `{number}`, which has no JSON form");
    Message::of(text, [("expected", wanted.into()), ("actual", number.into()), ("reason", "non_finite".into())])
}

/// Whether the string from `start` to here is the name of a number that the decoder would read if told to.
fn is_unread_word(reader: &Reader<'_>, start: usize) -> bool {
    reader.policy.origin == Origin::Text && !reader.is_sensitive() && is_quoted_word(reader.json.since(start))
}

/// Whether the string from `start` to here is the name of a number that JSON does not have, as another format's are
/// written.
fn is_nonfinite(reader: &Reader<'_>, start: usize) -> bool {
    matches!(reader.policy.origin, Origin::Format | Origin::Compact)
        && matches!(reader.json.since(start), "\"NaN\"" | "\"inf\"" | "\"-inf\"")
}

/// Reads `true`, `false`, or one of them as a string.
pub(crate) fn boolean(reader: &mut Reader<'_>) -> Result<bool, Failure> {
    let (start, first) = reader.token();
    match first {
        Some(b't') => Ok(reader.json.expect_literal("true").map(|()| true)?),
        Some(b'f') => Ok(reader.json.expect_literal("false").map(|()| false)?),
        Some(b'"') => {
            let string = reader.string()?;
            let value = match &*string {
                "true" => true,
                "false" => false,
                _ => return Err(invalid_value(reader, start, "`true` or `false`", "")),
            };
            reader.record_coercion(start, "`true` or `false`")?;
            Ok(value)
        }
        _ => Err(reader.wrong_type("`true` or `false`")),
    }
}

/// The usual spelling of a number of integral value: `3` for `3.0`.
pub(crate) fn canonical_integer(number: Number<'_>) -> Option<Cow<'_, str>> {
    if number.plain && number.text != "-0" {
        return Some(Cow::Borrowed(number.text));
    }
    let (negative, size) = integral(number, "").ok()?;
    let sign = if negative && size > 0 { "-" } else { "" };
    Some(Cow::Owned(format!("{sign}{size}")))
}

/// Whether a number that another format made JSON of may have been another integer.
pub(crate) fn may_be_rounded(number: Number<'_>) -> bool {
    !number.plain && integral(number, "").is_ok_and(|(_, size)| size >= INEXACT)
}

/// The sign and size of a number of integral value, however it is spelled: `5`, `5.0`, `5e2`.
fn integral(number: Number<'_>, holds: &'static str) -> Result<(bool, u128), Misfit> {
    let (negative, unsigned) = match number.text.strip_prefix('-') {
        Some(unsigned) => (true, unsigned),
        None => (false, number.text),
    };
    let size = if number.plain { unsigned.parse().ok() } else { parse_scaled(unsigned)? };
    size.map(|size| (negative, size)).ok_or(Misfit::Range(holds))
}

/// The value of an unsigned number with a fraction or exponent; `None` if it is too big.
fn parse_scaled(text: &str) -> Result<Option<u128>, Misfit> {
    let (mut digits, power) = Decimal::split(text).significant();
    if digits.clone().all(|digit| digit == 0) {
        return Ok(Some(0));
    }
    let Ok(power) = u32::try_from(power) else {
        return if power < 0 { Err(Misfit::Fraction) } else { Ok(None) };
    };
    let append = |value: u128, digit: u8| value.checked_mul(10)?.checked_add(digit.into());
    let value = digits.try_fold(0, append);
    Ok(value.and_then(|value| value.checked_mul(10_u128.checked_pow(power)?)))
}
