//! One change and its position.

use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::kind::DriftKind;
use crate::{json::Path, one_line::one_line};

/// One deviation from the model that was accepted: its kind, its position and the JSON text found there.
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
    pub(super) kind: DriftKind,
    pub(super) path: Path,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) found: String,
}

impl Change {
    /// The kind of leniency that accepted the value.
    pub fn kind(&self) -> DriftKind {
        self.kind
    }

    /// Where the value is, with keys spelled as found.
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

    /// The JSON text that was found, quotes included, cut at 64 characters; empty for a `sensitive` field.
    pub fn found(&self) -> &str {
        &self.found
    }
}

/// `line:column: path: what was found [kind]`, on one line.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: found ", self.line, self.column, self.path)?;
        if self.found.is_empty() {
            return write!(f, "a redacted value [{}]", self.kind);
        }
        // The only control characters in valid JSON text are white space.
        write!(f, "`{}` [{}]", one_line(self.found.replace(char::is_control, " ")), self.kind)
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
