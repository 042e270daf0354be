//! The groups of a tally, bounded in number and size.

use std::{
    collections::HashMap,
    fmt::{self, Write},
};

use serde::{Deserialize, Serialize};

use crate::json::{AnyIndex, Path};

/// The number of codes or kinds with rows. This crate has fewer; users may define any number of codes.
const MAX_KINDS: usize = 64;

/// The number of paths of each, so that a frequent one leaves room for the others.
const MAX_PATHS: usize = 100;

/// The number of bytes of a path or sample that are kept.
const MAX_TEXT: usize = 256;

/// One group of a [`Tally`](crate::Tally): how often something occurred, and where first.
///
/// `Serialize` writes an object with `kind`, `path`, `count`, `record`, `line` and `sample`, and `Deserialize` reads it.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

    /// Where it is in the record, with indexes replaced by `[*]`; cut at 256 bytes.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// How often it occurred.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The number of records counted before the one in which it was first seen.
    pub fn record(&self) -> u64 {
        self.record
    }

    /// The line where it was first seen, 1-based; `None` if there was no input text.
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// The message of the first problem; of the first change the [`reason`](crate::Change::reason) if it has one, else
    /// the JSON text. Cut at 256 bytes. The text of a `sensitive` field is not included.
    pub fn sample(&self) -> &str {
        &self.sample
    }
}

/// Where something was seen, and a sample of it.
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
    /// The current path; a field to reuse its allocation.
    path: String,
}

/// The same groups and counts.
impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        self.kinds == other.kinds && self.other == other.other
    }
}

impl Eq for Rows {}

impl Rows {
    /// The groups of another tally, as far as there is room; others are only counted.
    pub(super) fn restore(rows: Vec<TallyRow>, other: u64) -> Self {
        let mut restored = Self { other, ..Self::default() };
        for row in rows {
            let count = row.count;
            if !restored.insert(row) {
                restored.other = restored.other.saturating_add(count);
            }
        }
        restored
    }

    pub(super) fn add(&mut self, kind: &str, path: &Path, seen: Seen<'_>) {
        self.path.clear();
        // The only error is that the path was cut, which is intended.
        let _ = write!(Limited(&mut self.path), "{}", AnyIndex(path));
        if let Some(row) = self.kinds.get_mut(kind).and_then(|paths| paths.get_mut(&self.path)) {
            row.count += 1;
        } else if !self.add_row(kind, seen) {
            self.other += 1;
        }
    }

    /// Counts what is known by number only.
    pub(super) fn add_others(&mut self, number: usize) {
        self.other = self.other.saturating_add(u64::try_from(number).unwrap_or(u64::MAX));
    }

    /// Adds a row for the current path; `false` if there is no room.
    fn add_row(&mut self, kind: &str, seen: Seen<'_>) -> bool {
        if !self.has_room(kind) {
            return false;
        }
        let mut sample = String::new();
        let _ = Limited(&mut sample).write_str(seen.sample);
        let (kind, path) = (kind.to_owned(), self.path.clone());
        self.insert(TallyRow { kind, path, count: 1, record: seen.record, line: seen.line, sample })
    }

    /// Whether another path of this kind may have a row.
    fn has_room(&self, kind: &str) -> bool {
        self.kinds.get(kind).map_or(self.kinds.len() < MAX_KINDS, |paths| paths.len() < MAX_PATHS)
    }

    /// Adds a row; `false` if there is no room.
    fn insert(&mut self, row: TallyRow) -> bool {
        let room = self.has_room(&row.kind);
        if room {
            self.kinds.entry(row.kind.clone()).or_default().insert(row.path.clone(), row);
        }
        room
    }

    /// The rows, the most frequent first; equally frequent ones by kind and path.
    pub(super) fn sorted(&self) -> Vec<&TallyRow> {
        let mut rows: Vec<&TallyRow> = self.kinds.values().flat_map(HashMap::values).collect();
        rows.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| (&a.kind, &a.path).cmp(&(&b.kind, &b.path))));
        rows
    }

    pub(super) fn other(&self) -> u64 {
        self.other
    }
}

/// A writer that keeps up to [`MAX_TEXT`] bytes and drops the rest.
struct Limited<'t>(&'t mut String);

impl Write for Limited<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let room = MAX_TEXT.saturating_sub(self.0.len());
        let kept = text.get(..text.floor_char_boundary(room)).unwrap_or_default();
        self.0.push_str(kept);
        if kept.len() == text.len() { Ok(()) } else { Err(fmt::Error) }
    }
}
