//! What was accepted although it is not what the model says.

use std::fmt;

use crate::{json::locate::Locator, origin::Origin, path::Path};

/// What kind of leniency accepted a value.
///
/// ```
/// use connect_runtime::{Decoder, DriftKind};
///
/// let decoded = Decoder::new().decode::<Vec<u8>>(r#"[1, "2"]"#)?;
/// assert_eq!(decoded.drift.changes()[0].kind(), DriftKind::Coerced);
/// assert_eq!(DriftKind::Coerced.as_str(), "coerced");
/// # Ok::<(), connect_runtime::Report>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DriftKind {
    /// A value crossed the quotes: a number for a string, or a string for a number or a bool.
    Coerced,
    /// A key that the model does not have.
    UnknownField,
    /// A name that the enum does not have went into its `other` variant.
    UnknownVariant,
    /// A null became the default.
    NullDefaulted,
    /// An invalid value became the default (`fallback`).
    Replaced,
    /// An invalid item was left out (`skip_invalid`).
    Skipped,
}

impl DriftKind {
    /// The kind in `snake_case`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Coerced => "coerced",
            Self::UnknownField => "unknown_field",
            Self::UnknownVariant => "unknown_variant",
            Self::NullDefaulted => "null_defaulted",
            Self::Replaced => "replaced",
            Self::Skipped => "skipped",
        }
    }
}

impl fmt::Display for DriftKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One leniency: its kind, its place and the text found there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    kind: DriftKind,
    path: Path,
    line: usize,
    column: usize,
    found: String,
}

impl Change {
    /// What kind of leniency it was.
    pub fn kind(&self) -> DriftKind {
        self.kind
    }

    /// Where the value stands, keys spelled as they were found.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The line, 1-based.
    pub fn line(&self) -> Option<usize> {
        Some(self.line)
    }

    /// The column, 1-based, in Unicode scalar values.
    pub fn column(&self) -> Option<usize> {
        Some(self.column)
    }

    /// The JSON text found, quotes included, cut at 64 characters; empty for a `sensitive` field.
    pub fn found(&self) -> &str {
        &self.found
    }
}

/// All that was accepted although it is not what the model says, in text order.
///
/// ```
/// #[derive(connect_runtime::ConnectModel)]
/// struct Account { id: String }
///
/// let text = r#"{"id": 7, "plan": "pro"}"#;
/// let decoded = connect_runtime::Decoder::new().decode::<Account>(text)?;
/// assert_eq!(decoded.value.id, "7");
/// let changes: Vec<_> = decoded.drift.changes().iter().map(|change| (change.path().to_string(), change.found())).collect();
/// assert_eq!(changes, [("id".to_owned(), "7"), ("plan".to_owned(), "\"pro\"")]);
/// # Ok::<(), connect_runtime::Report>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drift {
    changes: Vec<Change>,
    truncated: bool,
}

impl Drift {
    /// Has positions count from the start of the stream in which the text starts at `origin`.
    #[inline]
    pub(crate) fn start_at(&mut self, origin: &Origin) {
        for change in &mut self.changes {
            (change.line, change.column) = origin.place(change.line, change.column);
        }
    }

    /// The changes in text order.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Whether the text was exactly what the model says.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && !self.truncated
    }

    /// Whether there were more changes than the cap of [`Decoder::max_issues`](crate::Decoder::max_issues), 100 by
    /// default, let through.
    pub fn truncated(&self) -> bool {
        self.truncated
    }
}

/// A change in its raw form.
#[derive(Debug, Clone, Copy)]
struct Noted {
    kind: DriftKind,
    /// The offset in bytes of the value, or of the key of an unknown field.
    at: usize,
    sensitive: bool,
}

/// The changes of one run, in the order found. They are always counted, and listed on demand up to the cap.
#[derive(Debug)]
pub(crate) struct DriftLog {
    list: Vec<Noted>,
    count: usize,
    cap: usize,
}

/// A point in the run to come back to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DriftMark {
    listed: usize,
    count: usize,
}

impl DriftLog {
    /// A log that lists up to `cap` changes.
    pub(crate) fn new(cap: usize) -> Self {
        Self { list: Vec::new(), count: 0, cap }
    }

    /// Remembers this point.
    #[inline]
    pub(crate) fn mark(&self) -> DriftMark {
        DriftMark { listed: self.list.len(), count: self.count }
    }

    /// Forgets what was noted since `mark`.
    pub(crate) fn roll_back(&mut self, mark: DriftMark) {
        self.list.truncate(mark.listed);
        self.count = mark.count;
    }

    /// Whether changes are listed at all.
    pub(crate) fn lists(&self) -> bool {
        self.cap > 0
    }

    /// An empty log for reading that may be undone, with the room that is left here.
    pub(crate) fn apart(&self) -> Self {
        Self::new(self.cap - self.list.len())
    }

    /// Adds what a log kept apart has.
    pub(crate) fn append(&mut self, mut apart: Self) {
        self.count += apart.count;
        self.list.append(&mut apart.list);
    }

    /// Whether nothing was accepted that is not what the model says.
    pub(crate) fn is_clean(&self) -> bool {
        self.count == 0
    }

    #[inline]
    pub(crate) fn count(&mut self) {
        self.count += 1;
    }

    #[cold]
    pub(crate) fn add(&mut self, kind: DriftKind, at: usize, sensitive: bool) {
        self.count += 1;
        if self.list.len() < self.cap {
            self.list.push(Noted { kind, at, sensitive });
        }
    }

    /// Works out the places of the changes.
    #[inline]
    pub(crate) fn into_drift(self, text: &str) -> Drift {
        if self.count == 0 { Drift::default() } else { self.place_all(text) }
    }

    #[cold]
    fn place_all(self, text: &str) -> Drift {
        let truncated = self.count > self.list.len();
        let mut list = self.list;
        list.sort_by_key(|noted| noted.at);
        let mut locator = Locator::new(text);
        Drift { changes: list.into_iter().map(|noted| place(noted, text, &mut locator)).collect(), truncated }
    }
}

fn place(noted: Noted, text: &str, locator: &mut Locator<'_>) -> Change {
    let location = locator.locate(noted.at);
    let mut span = location.span;
    if noted.kind == DriftKind::UnknownField {
        span = locator.value_of_key(span.end);
    }
    let found = text.get(span).filter(|_| !noted.sensitive).unwrap_or_default();
    Change {
        kind: noted.kind,
        path: Path::new(location.segments),
        line: location.line,
        column: location.column,
        found: found.chars().take(64).collect(),
    }
}
