//! Reads paths back from their text.

use std::{fmt, str::FromStr};

use super::{
    path::{Path, Segment, is_identifier},
    pointer,
};
use crate::one_line::one_line;

/// A text that is no [`Path`].
///
/// ```
/// let error = "lines[".parse::<connect_runtime::Path>().unwrap_err();
/// assert_eq!(error.to_string(), "`lines[` is not a path such as `lines[2].sku` or `/lines/2/sku`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsePathError(String);

impl fmt::Display for ParsePathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a path such as `lines[2].sku` or `/lines/2/sku`", one_line(&*self.0))
    }
}

impl std::error::Error for ParsePathError {}

/// Reads what `Display` writes, and JSON Pointers (RFC 6901), of which a token that can be an index is one.
///
/// ```
/// use connect_runtime::Path;
///
/// let path: Path = "lines[2].sku".parse()?;
/// assert_eq!(path.pointer(), "/lines/2/sku");
/// assert_eq!("/lines/2/sku".parse(), Ok(path));
/// # Ok::<(), connect_runtime::ParsePathError>(())
/// ```
impl FromStr for Path {
    type Err = ParsePathError;

    fn from_str(text: &str) -> Result<Self, ParsePathError> {
        let segments = match text {
            "$" | "" => Some(Vec::new()),
            _ if text.starts_with('/') => Some(text.split('/').skip(1).map(of_token).collect()),
            _ => of_display(text),
        };
        segments.map(Self::new).ok_or_else(|| ParsePathError(text.to_owned()))
    }
}

fn of_token(token: &str) -> Segment {
    pointer::index(token).map_or_else(|| Segment::Key(pointer::unescape(token)), Segment::Index)
}

fn of_display(text: &str) -> Option<Vec<Segment>> {
    let (mut segments, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let (segment, after) = if let Some(quoted) = rest.strip_prefix("[\"") {
            of_quoted(quoted)?
        } else if let Some(index) = rest.strip_prefix('[') {
            let (index, after) = index.split_once(']')?;
            (Segment::Index(index.parse().ok()?), after)
        } else {
            let name = if segments.is_empty() { rest } else { rest.strip_prefix('.')? };
            let (name, after) = name.split_at(name.find(['.', '[']).unwrap_or(name.len()));
            (is_identifier(name).then(|| Segment::Key(name.to_owned()))?, after)
        };
        segments.push(segment);
        rest = after;
    }
    Some(segments)
}

/// The key up to its closing quote and bracket, and what follows.
fn of_quoted(text: &str) -> Option<(Segment, &str)> {
    let (mut key, mut rest) = (String::new(), text);
    loop {
        let stop = rest.find(['\\', '"'])?;
        key.push_str(rest.get(..stop)?);
        let escape = rest.get(stop..)?;
        if let Some(after) = escape.strip_prefix("\"]") {
            return Some((Segment::Key(key), after));
        }
        let escaped = escape.strip_prefix('\\')?;
        if let Some(code) = escaped.strip_prefix("u{") {
            let (code, after) = code.split_once('}')?;
            key.push(char::from_u32(u32::from_str_radix(code, 16).ok()?)?);
            rest = after;
        } else {
            let character = escaped.chars().next().filter(|c| matches!(c, '\\' | '"'))?;
            key.push(character);
            rest = escaped.get(1..)?;
        }
    }
}
