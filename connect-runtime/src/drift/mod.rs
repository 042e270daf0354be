//! What was accepted although it is not what the model says.

use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::{json::Path, report::Origin};

mod log;
mod notes;

pub(crate) use log::DriftLog;
use log::Kept;

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
///
/// ```
/// let decoded = connect_runtime::Decoder::new().decode::<Vec<bool>>("[true,\n \"false\"]")?;
/// let change = &decoded.drift.changes()[0];
/// assert_eq!((change.kind().as_str(), change.path().to_string().as_str()), ("coerced", "[1]"));
/// assert_eq!((change.line(), change.column(), change.found()), (Some(2), Some(2), "\"false\""));
/// # Ok::<(), connect_runtime::Report>(())
/// ```
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

/// `line:column: path: what was found [kind]`, on one line.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: found ", self.line, self.column, self.path)?;
        if self.found.is_empty() {
            return write!(f, "a value that stays hidden [{}]", self.kind);
        }
        // Control characters of a JSON text are white space.
        write!(f, "`{}` [{}]", self.found.replace(char::is_control, " "), self.kind)
    }
}

/// An object with `kind`, `path` (RFC 6901 pointer), `line`, `column` and `found`.
impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Change", 5)?;
        object.serialize_field("kind", self.kind.as_str())?;
        object.serialize_field("path", &self.path.pointer())?;
        object.serialize_field("line", &self.line)?;
        object.serialize_field("column", &self.column)?;
        object.serialize_field("found", &self.found)?;
        object.end()
    }
}

/// All that was accepted although it is not what the model says, in text order.
///
/// `Display` has one line a change; `Serialize` gives an array of objects with `kind`, `path` (RFC 6901 pointer),
/// `line`, `column` and `found`. Places are worked out when they are first asked for.
///
/// ```
/// #[derive(connect_runtime::ConnectModel)]
/// struct Account { id: String }
///
/// let text = r#"{"id": 7, "plan": "pro"}"#;
/// let decoded = connect_runtime::Decoder::new().decode::<Account>(text)?;
/// assert_eq!(decoded.value.id, "7");
/// let changes = decoded.drift.changes().iter().map(|change| (change.path().to_string(), change.found()));
/// let changes: Vec<_> = changes.collect();
/// assert_eq!(changes, [("id".to_owned(), "7"), ("plan".to_owned(), "\"pro\"")]);
/// assert_eq!(decoded.drift.to_string(), "1:8: id: found `7` [coerced]\n1:11: plan: found `\"pro\"` [unknown_field]");
/// # Ok::<(), connect_runtime::Report>(())
/// ```
#[derive(Clone, Default)]
pub struct Drift {
    kept: Option<Box<Kept>>,
}

impl Drift {
    /// What `log` noted in `text`, which starts where `origin` says.
    #[inline]
    pub(crate) fn new(log: &mut DriftLog, text: &str, origin: impl FnOnce() -> Origin) -> Self {
        Self { kept: log.keep(text, origin) }
    }

    /// The changes in text order.
    pub fn changes(&self) -> &[Change] {
        self.kept.as_ref().map_or(&[], |kept| kept.changes())
    }

    /// Whether the text was exactly what the model says.
    pub fn is_empty(&self) -> bool {
        self.kept.is_none()
    }

    /// Whether there were more changes than the cap of [`Decoder::max_issues`](crate::Decoder::max_issues), 100 by
    /// default, let through.
    pub fn truncated(&self) -> bool {
        self.kept.as_ref().is_some_and(|kept| kept.truncated())
    }
}

impl fmt::Debug for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Drift").field("changes", &self.changes()).field("truncated", &self.truncated()).finish()
    }
}

impl PartialEq for Drift {
    fn eq(&self, other: &Self) -> bool {
        self.changes() == other.changes() && self.truncated() == other.truncated()
    }
}

impl Eq for Drift {}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, change) in self.changes().iter().enumerate() {
            let separator = if number == 0 { "" } else { "\n" };
            write!(f, "{separator}{change}")?;
        }
        if self.truncated() {
            write!(f, "\nthere are more changes than these {}", self.changes().len())?;
        }
        Ok(())
    }
}

impl Serialize for Drift {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.changes().serialize(serializer)
    }
}
