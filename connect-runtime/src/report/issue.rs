//! One problem and its position.

use std::{fmt, io, ops::Range};

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::code::Code;
use crate::{json::Path, one_line::one_line};

/// One problem of an input or a value: what is wrong, and where.
///
/// ```
/// use connect_runtime::{from_str, Code};
///
/// let report = from_str::<Vec<u8>>("[1,\n  true]").unwrap_err();
/// let issue = &report.issues()[0];
/// assert_eq!(issue.code(), &Code::WrongType);
/// assert_eq!(issue.path().to_string(), "[1]");
/// assert_eq!((issue.line(), issue.column()), (Some(2), Some(3)));
/// assert_eq!(issue.span(), Some(6..10));
/// assert_eq!(issue.message(), "expected an integer, found `true`");
/// assert_eq!(issue.to_string(), "2:3: [1]: expected an integer, found `true` [wrong_type]");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    pub(crate) code: Code,
    pub(crate) path: Path,
    pub(crate) message: String,
    pub(crate) position: Option<Position>,
}

/// A position in the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) span: Range<usize>,
}

impl Issue {
    /// The problem of a source that could not be read.
    pub(crate) fn io(error: &io::Error) -> Self {
        let message = one_line(format!("the input could not be read: {error}")).into_owned();
        Self { code: Code::Io, path: Path::default(), message, position: None }
    }

    /// The kind of problem, for machines.
    pub fn code(&self) -> &Code {
        &self.code
    }

    /// Where the value is in the document. Keys are spelled as found; an absent field has its canonical name.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is wrong, for people: lowercase, no full stop, on one line.
    ///
    /// A message may quote the input or the error of other code. Control characters and invisible ones are escaped, so
    /// it is safe in a log or a terminal.
    ///
    /// ```
    /// use connect_runtime::from_str;
    ///
    /// let report = from_str::<u8>("\"\u{202e}\\u000a\"").unwrap_err();
    /// assert_eq!(report.issues()[0].message(), r#"expected an integer, found the string `"\u{202e}\u000a"`"#);
    /// ```
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The line, 1-based; `None` if there was no input text, such as in `validate()`.
    pub fn line(&self) -> Option<usize> {
        self.position.as_ref().map(|position| position.line)
    }

    /// The column, 1-based, in Unicode scalar values; `None` if there was no input text.
    pub fn column(&self) -> Option<usize> {
        self.position.as_ref().map(|position| position.column)
    }

    /// The byte range of the value or key in the input; `None` if there was no input text.
    pub fn span(&self) -> Option<Range<usize>> {
        self.position.as_ref().map(|position| position.span.clone())
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Position { line, column, .. }) = &self.position {
            write!(f, "{line}:{column}: ")?;
        }
        write!(f, "{}: {} [{}]", self.path, self.message, self.code)
    }
}

/// An object with `code`, `path` (RFC 6901 pointer), `message`, `line` and `column` (null if there was no input text).
impl Serialize for Issue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Issue", 5)?;
        object.serialize_field("code", self.code.as_str())?;
        object.serialize_field("path", &self.path.pointer())?;
        object.serialize_field("message", &self.message)?;
        object.serialize_field("line", &self.line())?;
        object.serialize_field("column", &self.column())?;
        object.end()
    }
}
