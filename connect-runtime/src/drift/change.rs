//! One change and its position.

use std::fmt;

use super::kind::DriftKind;
use crate::{json::Path, one_line::one_line};

/// One deviation from the model that was accepted: its kind, its position and the JSON text found there.
///
/// `Serialize` writes an object with `kind`, `path` (RFC 6901 pointer), `line`, `column`, `found`, and `reason` if it has
/// one. `Deserialize` reads it back.
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
    pub(super) reason: Option<String>,
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

    /// Why the value was replaced (`fallback`) or left out (`skip_invalid`): the message of its first problem, after the
    /// problem's path below the value. `None` for other kinds.
    ///
    /// ```
    /// use connect_runtime::{ConnectModel, Decoder};
    ///
    /// #[derive(ConnectModel)]
    /// struct Page { #[connect(skip_invalid)] lines: Vec<Line> }
    ///
    /// #[derive(ConnectModel)]
    /// struct Line { sku: String }
    ///
    /// let page = Decoder::new().decode::<Page>(r#"{"lines": [{"sku": "a"}, {"sku": null}]}"#)?;
    /// let change = &page.drift.changes()[0];
    /// assert_eq!(change.path().to_string(), "lines[1]");
    /// assert_eq!(change.reason(), Some("sku: expected a string, found `null`"));
    /// # Ok::<(), connect_runtime::Report>(())
    /// ```
    pub fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
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
