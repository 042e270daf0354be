//! Paths to values in a JSON document.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::one_line::one_line;

/// One step of a [`Path`]: the key of an object or the index of an array. `Serialize` writes a string or a number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Segment {
    /// An object's key, unescaped.
    Key(String),
    /// An array's index, from 0.
    Index(usize),
}

/// The location of a value: the keys and indexes that lead to it from the root.
///
/// `Display` writes it as a person would in code, on one line: control characters and invisible ones are escaped, such
/// as `\u{a}`; `FromStr` reads it back. [`pointer`](Path::pointer) writes an RFC 6901 JSON Pointer, with keys as they are.
///
/// ```
/// #[derive(Debug, connect_runtime::ConnectModel)]
/// struct Order { lines: Vec<u32> }
///
/// let report = connect_runtime::from_str::<Order>(r#"{"lines":[1,null]}"#).unwrap_err();
/// let path = report.issues()[0].path();
/// assert_eq!(path.to_string(), "lines[1]");
/// assert_eq!(path.pointer(), "/lines/1");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Path(Vec<Segment>);

impl Path {
    pub(crate) fn new(segments: Vec<Segment>) -> Self {
        Self(segments)
    }

    /// Makes the path start at `base` instead of the root.
    pub(crate) fn below(&mut self, base: &[Segment]) {
        self.0.splice(0..0, base.iter().cloned());
    }

    /// The keys and indexes from the root to the value; empty at the root itself.
    ///
    /// ```
    /// use connect_runtime::{from_str, Segment};
    ///
    /// let report = from_str::<Vec<bool>>("[true, 7]").unwrap_err();
    /// assert_eq!(report.issues()[0].path().segments(), [Segment::Index(1)]);
    /// ```
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// The path as a JSON Pointer (RFC 6901): `/lines/1`, with `~` as `~0` and `/` as `~1`; the root is the empty
    /// string.
    ///
    /// ```
    /// use connect_runtime::from_str;
    /// use std::collections::HashMap;
    ///
    /// let report = from_str::<HashMap<String, bool>>(r#"{"a/b": 7}"#).unwrap_err();
    /// assert_eq!(report.issues()[0].path().pointer(), "/a~1b");
    /// ```
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for segment in &self.0 {
            pointer.push('/');
            match segment {
                Segment::Key(key) => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
                Segment::Index(index) => pointer.push_str(&index.to_string()),
            }
        }
        pointer
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, |f, index| write!(f, "[{index}]"))
    }
}

/// Displays a path without its indexes: `lines[*].sku`.
pub(crate) struct AnyIndex<'p>(pub(crate) &'p Path);

impl fmt::Display for AnyIndex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(f, |f, _| f.write_str("[*]"))
    }
}

impl Path {
    fn write(
        &self,
        f: &mut fmt::Formatter<'_>,
        write_index: impl Fn(&mut fmt::Formatter<'_>, usize) -> fmt::Result,
    ) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("$");
        }
        for (depth, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Index(index) => write_index(f, *index)?,
                Segment::Key(key) if is_identifier(key) && depth == 0 => f.write_str(key)?,
                Segment::Key(key) if is_identifier(key) => write!(f, ".{key}")?,
                Segment::Key(key) => write_quoted(f, key)?,
            }
        }
        Ok(())
    }
}

/// Whether a key needs no quotes: letters, digits and `_`, not starting with a digit.
pub(super) fn is_identifier(key: &str) -> bool {
    key.starts_with(|first: char| first.is_alphabetic() || first == '_')
        && key.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn write_quoted(f: &mut fmt::Formatter<'_>, key: &str) -> fmt::Result {
    // The key's own backslashes first: `one_line` adds others.
    let key = key.replace('\\', r"\\").replace('"', r#"\""#);
    write!(f, "[\"{}\"]", one_line(key))
}
