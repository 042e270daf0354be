//! Groups of a tally, bounded however many there would be.

use std::{
    collections::HashMap,
    fmt::{self, Write},
};

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::json::{AnyIndex, Path};

/// How many codes or kinds are told apart. This crate has fewer; the user's own may be without number.
const MAX_KINDS: usize = 64;

/// How many paths each of them has, so that one that is everywhere leaves room for the others.
const MAX_PATHS: usize = 100;

/// How many bytes of a path or sample are kept.
const MAX_TEXT: usize = 256;

/// One group of a [`Tally`](crate::Tally): how often something happened, and where first.
///
/// ```
/// use connect_runtime::{stream, Tally};
///
/// let mut tally = Tally::new();
/// stream::<u8>("1\n\"2\"\n\"3\"\n".as_bytes()).for_each(|result| tally.add(&result));
/// let row = tally.drift()[0];
/// assert_eq!((row.kind(), row.path(), row.count()), ("coerced", "$", 2));
/// assert_eq!((row.record(), row.line(), row.sample()), (1, Some(2), "\"2\""));
/// ```
#[derive(Debug, Clone)]
pub struct TallyRow {
    kind: String,
    path: String,
    count: u64,
    record: u64,
    line: Option<usize>,
    sample: String,
}

impl TallyRow {
    /// The code of the problem or the kind of drift, in `snake_case`.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// Where it stands in the record, with indexes as `[*]`; cut where it is longer than 256 bytes.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// How often it happened.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// How many records were counted before the one it was first seen in.
    pub fn record(&self) -> u64 {
        self.record
    }

    /// The line it was first seen at, 1-based; none where there was no text.
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// The first problem's message, or the JSON text that drifted first, cut where it is longer than 256 bytes; no text
    /// of a `sensitive` field.
    pub fn sample(&self) -> &str {
        &self.sample
    }
}

/// An object with `kind`, `path`, `count`, `record`, `line` and `sample`.
impl Serialize for TallyRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("TallyRow", 6)?;
        object.serialize_field("kind", &self.kind)?;
        object.serialize_field("path", &self.path)?;
        object.serialize_field("count", &self.count)?;
        object.serialize_field("record", &self.record)?;
        object.serialize_field("line", &self.line)?;
        object.serialize_field("sample", &self.sample)?;
        object.end()
    }
}

/// Where something was seen.
#[derive(Clone, Copy)]
pub(super) struct Seen<'s> {
    pub(super) record: u64,
    pub(super) line: Option<usize>,
    pub(super) sample: &'s str,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// By kind, then by path.
    kinds: HashMap<String, HashMap<String, TallyRow>>,
    other: u64,
    /// The path at hand; kept for its room.
    path: String,
}

impl Rows {
    pub(super) fn add(&mut self, kind: &str, path: &Path, seen: Seen<'_>) {
        self.path.clear();
        // Being cut is no failure.
        let _ = write!(Limited(&mut self.path), "{}", AnyIndex(path));
        if let Some(row) = self.kinds.get_mut(kind).and_then(|paths| paths.get_mut(&self.path)) {
            row.count += 1;
        } else if !self.open(kind, seen) {
            self.other += 1;
        }
    }

    /// Opens a row for the path at hand; false if there is no room.
    fn open(&mut self, kind: &str, seen: Seen<'_>) -> bool {
        if self.kinds.len() >= MAX_KINDS && !self.kinds.contains_key(kind) {
            return false;
        }
        let paths = self.kinds.entry(kind.to_owned()).or_default();
        if paths.len() >= MAX_PATHS {
            return false;
        }
        let mut sample = String::new();
        let _ = Limited(&mut sample).write_str(seen.sample);
        let (kind, path) = (kind.to_owned(), self.path.clone());
        paths.insert(path.clone(), TallyRow { kind, path, count: 1, record: seen.record, line: seen.line, sample });
        true
    }

    /// The most frequent first; of those as frequent, by kind and path.
    pub(super) fn sorted(&self) -> Vec<&TallyRow> {
        let mut rows: Vec<&TallyRow> = self.kinds.values().flat_map(HashMap::values).collect();
        rows.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| (&a.kind, &a.path).cmp(&(&b.kind, &b.path))));
        rows
    }

    pub(super) fn other(&self) -> u64 {
        self.other
    }
}

/// Text of up to [`MAX_TEXT`] bytes; what is beyond is left out.
struct Limited<'t>(&'t mut String);

impl Write for Limited<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let room = MAX_TEXT.saturating_sub(self.0.len());
        let kept = text.get(..text.floor_char_boundary(room)).unwrap_or_default();
        self.0.push_str(kept);
        if kept.len() == text.len() { Ok(()) } else { Err(fmt::Error) }
    }
}
