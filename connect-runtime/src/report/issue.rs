//! One problem and its position.

use std::{fmt, io, ops::Range};

use super::code::Code;
use crate::{
    json::Path,
    message::{Message, Params},
};

/// One problem of an input or a value: what is wrong, and where.
///
/// `Serialize` writes an object with `code`, `path` (RFC 6901 pointer), `message`, `line`, `column` and `span` (null if
/// there was no input text), `params` (an object) and `found`. A path whose pointer does not tell keys from indexes also
/// has `steps`. `Deserialize` reads it back.
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
#[derive(Clone, PartialEq, Eq)]
pub struct Issue {
    pub(crate) code: Code,
    pub(crate) path: Path,
    pub(crate) message: String,
    pub(crate) params: Params,
    pub(crate) found: Option<String>,
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
        let params = [("reason", error.to_string().into())];
        let Message { text, params } = Message::fill("the input could not be read: {reason}", params);
        Self { code: Code::Io, path: Path::default(), message: text, params, found: None, position: None }
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

    /// What the message is made from, for messages in other languages. An issue has the parameters of its code that
    /// apply to it:
    ///
    /// | code | parameters |
    /// |---|---|
    /// | `syntax` | `expected`, `actual`: what had to come, and the character or end that came instead; or `reason`, one of the words below |
    /// | `depth_limit` | `max`; or `reason`: `endless` where a type is inside itself, for enums with `model` and `field`, the tag |
    /// | `input_limit`, `string_limit`, `item_limit` | `max` |
    /// | `work_limit` | `actual`: how many bytes were read again |
    /// | `io` | `reason`: the error of the source |
    /// | `wrong_type` | `expected`; `actual`: the JSON type, one of `object`, `array`, `string`, `number`, `boolean` and `null`; for enums also `choices`, `variant`, `model`; `reason`: `strict`, or `empty`, `more_fields`, `no_content` or `tag` of the object of an enum |
    /// | `invalid_number` | `expected`, `actual` as for `wrong_type`; `reason`: `fraction` or `rounded`, or `non_finite`, with which `actual` may be the number |
    /// | `number_out_of_range` | `expected`: the range in words or the type; `min`, `max` if they are numbers of up to 64 bits |
    /// | `invalid_value` | `expected`, `actual` as for `wrong_type`; `reason`: what the parser or your function says |
    /// | `missing_field` | `field`; for enums also `choices`, `variant`, `model`; `nearest`: the key that may be meant; `keys`: what the object has instead; `reason`: `tag` if the enum `model` took the key |
    /// | `duplicate_field` | `field` |
    /// | `unknown_field` | `field`; `nearest`: the name that may be meant, or else `model`; `reason`: `tag` beside the tag of a variant without fields |
    /// | `unknown_variant` | `model`; `nearest`, or else `choices` |
    /// | `no_variant` | `model`, `choices`; `nearest`: the variant that fits best, or else `reasons`: the first problem of each |
    /// | `wrong_length` | `min`, `max`, `actual`; `model` for the fields of one |
    /// | `length` | `min`, `max` (equal for an exact length), `actual`; `unit`: `characters`, `items` or `entries` |
    /// | `range` | one of `min`, `max`, `exclusive_min` and `exclusive_max`; `actual` |
    /// | `multiple_of` | `factor`, `actual` |
    /// | `pattern` | `pattern` |
    /// | `email`, `url`, `uuid` | none |
    /// | `ip` | `expected`: `IPv4`, `IPv6` or `IP` |
    /// | `one_of` | `choices`, `actual` |
    /// | `unique` | `repeated`, `first`: indexes of two equal items |
    /// | codes of your own | `reason`: the message |
    ///
    /// The words for `syntax` are `not_utf8`, `control_character` (with `actual`, and `instead`: the escape to write),
    /// `lone_surrogate` (with `actual`) and what came in place of JSON: `empty`, `html`, `xml`, `gzip`,
    /// `utf16`, `prefix`, `jsonp`, `non_finite`, `single_quote`, `comment`, `trailing_comma`, `undefined` and `python`.
    ///
    /// The text of a `sensitive` field is in none of them. A `message = ".."` of yours does not change them.
    ///
    /// ```
    /// use connect_runtime::{from_str, Code, Issue};
    ///
    /// fn auf_deutsch(issue: &Issue) -> String {
    ///     let param = |name| issue.params().get(name).map(ToString::to_string).unwrap_or_default();
    ///     match issue.code() {
    ///         Code::MissingField => format!("Das Pflichtfeld \"{}\" fehlt", param("field")),
    ///         Code::NumberOutOfRange => format!("Erlaubt sind {} bis {}", param("min"), param("max")),
    ///         _ => issue.message().to_owned(),
    ///     }
    /// }
    /// let report = from_str::<u8>("300").unwrap_err();
    /// assert_eq!(auf_deutsch(&report.issues()[0]), "Erlaubt sind 0 bis 255");
    /// ```
    pub fn params(&self) -> &Params {
        &self.params
    }

    /// The JSON text at [`span`](Self::span), quotes included, cut at 64 characters. `None` if there is no input text,
    /// if the value is absent or its text is not JSON, and for a `sensitive` field and what contains one.
    ///
    /// ```
    /// let report = connect_runtime::from_str::<Vec<bool>>(r#"[true, {"a": 1}]"#).unwrap_err();
    /// assert_eq!(report.issues()[0].found(), Some(r#"{"a": 1}"#));
    /// ```
    pub fn found(&self) -> Option<&str> {
        self.found.as_deref()
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

// Logs get the message, not the text of the input.
impl fmt::Debug for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Issue")
            .field("code", &self.code)
            .field("path", &self.path)
            .field("message", &self.message)
            .field("position", &self.position)
            .finish_non_exhaustive()
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
