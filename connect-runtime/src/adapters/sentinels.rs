//! `none_if` and `default_if`: values that stand for something else.

use crate::{
    drift::DriftKind,
    json::{Cursor, Exact},
    reader::{Failure, Reader},
    report::Code,
};

/// A JSON value that stands for something else.
#[derive(Debug, Clone, Copy)]
pub enum Sentinel {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A string, unescaped.
    Text(&'static str),
    /// A number as it is spelled in JSON.
    Number(&'static str),
    /// `[]`.
    EmptyArray,
    /// `{}`.
    EmptyObject,
}

/// `none_if`: each of the `sentinels` becomes `None`.
#[inline]
pub fn none_if<'de, T>(
    reader: &mut Reader<'de>,
    sentinels: &[Sentinel],
    decode: impl FnOnce(&mut Reader<'de>) -> Result<Option<T>, Failure>,
) -> Result<Option<T>, Failure> {
    if take_sentinel(reader, sentinels)? { Ok(None) } else { decode(reader) }
}

/// `default_if`: each of the `sentinels` becomes the default, which is drift.
#[inline]
pub fn default_if<'de, T>(
    reader: &mut Reader<'de>,
    sentinels: &[Sentinel],
    default: impl FnOnce() -> T,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (start, first) = reader.token();
    if !take_sentinel(reader, sentinels)? {
        return decode(reader);
    }
    record_default(reader, start, first == Some(b'n'))?;
    Ok(default())
}

/// Records that the value from `start` to here was replaced by the default, or refuses it.
#[cold]
fn record_default(reader: &mut Reader<'_>, start: usize, is_null: bool) -> Result<(), Failure> {
    if !reader.policy.strict {
        reader.record_drift(if is_null { DriftKind::NullDefaulted } else { DriftKind::Defaulted }, start);
        return Ok(());
    }
    let code = if is_null { Code::WrongType } else { Code::InvalidValue };
    Err(reader
        .invalid(start, code, |reader| reader.unexpected(start, "a value").and(" (strict)").with("reason", "strict")))
}

/// Skips the current value if it is one of the `sentinels`.
#[inline]
fn take_sentinel(reader: &mut Reader<'_>, sentinels: &[Sentinel]) -> Result<bool, Failure> {
    match reader.token() {
        (start, Some(first)) if sentinels.iter().any(|sentinel| sentinel.may_start_with(first)) => {
            compare(reader, start, first, sentinels)
        }
        _ => Ok(false),
    }
}

/// Skips the value at `start`, whose first byte is `first`, if it is one of the `sentinels`.
fn compare(reader: &mut Reader<'_>, start: usize, first: u8, sentinels: &[Sentinel]) -> Result<bool, Failure> {
    // Whatever does not match is read again, so nothing is reported here.
    let mut ahead = Cursor::again(reader.json.text().after(start));
    let found = match first {
        b'"' => ahead.string().is_ok_and(|text| is_text(sentinels, &text)),
        b'-' | b'0'..=b'9' => ahead.number().is_ok_and(|number| is_number(sentinels, number.text)),
        b'[' => is_empty(&mut ahead, b']'),
        b'{' => is_empty(&mut ahead, b'}'),
        b'n' => ahead.eat_literal("null"),
        b't' => ahead.eat_literal("true"),
        _ => ahead.eat_literal("false"),
    };
    if found {
        reader.json.skip_value()?;
    }
    Ok(found)
}

impl Sentinel {
    #[inline]
    fn may_start_with(self, first: u8) -> bool {
        match self {
            Self::Null => first == b'n',
            Self::Bool(value) => first == if value { b't' } else { b'f' },
            Self::Text(_) => first == b'"',
            Self::Number(_) => matches!(first, b'-' | b'0'..=b'9'),
            Self::EmptyArray => first == b'[',
            Self::EmptyObject => first == b'{',
        }
    }
}

fn is_text(sentinels: &[Sentinel], text: &str) -> bool {
    sentinels.iter().any(|sentinel| matches!(sentinel, Sentinel::Text(sentinel) if *sentinel == text))
}

fn is_number(sentinels: &[Sentinel], number: &str) -> bool {
    let number = Exact::parse(number);
    sentinels.iter().any(|sentinel| matches!(sentinel, Sentinel::Number(sentinel) if Exact::parse(sentinel) == number))
}

/// Whether nothing but white space is between the current bracket and the `closing` one.
fn is_empty(ahead: &mut Cursor<'_>, closing: u8) -> bool {
    ahead.skip_byte();
    ahead.next_token() == Some(closing)
}
