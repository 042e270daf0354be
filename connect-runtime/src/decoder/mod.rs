//! The decoder: its policy, its limits, and the entry points that apply them.

use std::io::Read;

use crate::{
    decode::{Decode, DecodeOwned},
    drift::{Drift, DriftLog},
    json::{Cursor, Dialect, JsonText},
    model::DEFAULT_MAX_ISSUES,
    reader::{Duplicates, Origin, Policy, Reader},
    report::{Problems, RecordStart, Report, Source},
};

mod decoded;
mod dialect;
mod document;
mod limits;

pub use decoded::Decoded;
pub(crate) use document::too_long;

/// How to decode: one model can be strict in tests and lenient in production.
///
/// ```
/// use connect_runtime::Decoder;
///
/// assert_eq!(Decoder::new().from_str::<String>("7").unwrap(), "7");
/// assert!(Decoder::new().strict(true).from_str::<String>("7").is_err());
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Decoder {
    policy: Policy,
    dialect: Dialect,
    max_depth: usize,
    max_issues: usize,
    max_input_bytes: usize,
    max_string_bytes: usize,
    list_unknown_fields: bool,
}

impl Default for Decoder {
    fn default() -> Self {
        Self::new()
    }
}

impl Decoder {
    /// A lenient decoder: depth 128, 100 issues, no other limit.
    ///
    /// ```
    /// assert_eq!(connect_runtime::Decoder::new().from_str::<u8>("\"7\""), Ok(7));
    /// ```
    pub const fn new() -> Self {
        let policy = Policy {
            strict: false,
            deny_unknown_fields: false,
            duplicates: Duplicates::Refuse,
            max_items: usize::MAX,
            origin: Origin::Text,
            cut: usize::MAX,
        };
        Self {
            policy,
            dialect: Dialect { lossy: false, non_finite: false },
            max_depth: 128,
            max_issues: DEFAULT_MAX_ISSUES,
            max_input_bytes: usize::MAX,
            max_string_bytes: usize::MAX,
            list_unknown_fields: true,
        }
    }

    /// Whether every drift but unknown fields is refused.
    ///
    /// ```
    /// let report = connect_runtime::Decoder::new().strict(true).from_str::<u8>("\"7\"").unwrap_err();
    /// assert_eq!(report.issues()[0].code().as_str(), "wrong_type");
    /// ```
    pub const fn strict(mut self, strict: bool) -> Self {
        self.policy.strict = strict;
        self
    }

    /// Whether keys that a model does not have, and items after the last position of a tuple, are refused, as
    /// `#[connect(deny_unknown_fields)]` does for one model.
    ///
    /// ```
    /// #[derive(Debug, connect_runtime::ConnectModel)]
    /// struct Seat { row: u8 }
    ///
    /// let decoder = connect_runtime::Decoder::new().deny_unknown_fields(true);
    /// let report = decoder.from_str::<Seat>(r#"{"row": 1, "col": 2}"#).unwrap_err();
    /// assert_eq!(report.to_string(), "1:12: col: unknown field `col`, `Seat` has no such field [unknown_field]");
    /// ```
    pub const fn deny_unknown_fields(mut self, deny: bool) -> Self {
        self.policy.deny_unknown_fields = deny;
        self
    }

    /// Whether keys that a model does not have are drift; true unless set. Off, they are skipped without a trace, for
    /// payloads of which the model has only a small part.
    ///
    /// ```
    /// #[derive(Debug, connect_runtime::ConnectModel)]
    /// struct Seat { row: u8 }
    ///
    /// let decoder = connect_runtime::Decoder::new().list_unknown_fields(false);
    /// let decoded = decoder.decode::<Seat>(r#"{"row": "1", "col": 2}"#)?;
    /// assert_eq!(decoded.drift.to_string(), "1:9: row: found `\"1\"` [coerced]");
    /// # Ok::<(), connect_runtime::Report>(())
    /// ```
    pub const fn list_unknown_fields(mut self, list: bool) -> Self {
        self.list_unknown_fields = list;
        self
    }

    /// Reads a value from JSON text.
    ///
    /// ```
    /// assert_eq!(connect_runtime::Decoder::new().from_str::<Vec<&str>>(r#"["a", "b"]"#), Ok(vec!["a", "b"]));
    /// ```
    ///
    /// # Errors
    /// A [`Report`] of every problem.
    pub fn from_str<'de, T: Decode<'de>>(&self, text: &'de str) -> Result<T, Report> {
        self.limit_input(text.len())?;
        self.read(text.into())
    }

    /// Reads a value from JSON text in bytes, which must be UTF-8 in whatever the model reads; in what is skipped, such as
    /// unknown fields, it doesn't matter what strings hold. See also [`lossy`](Self::lossy).
    ///
    /// ```
    /// assert_eq!(connect_runtime::Decoder::new().from_slice::<bool>(b"true"), Ok(true));
    /// ```
    ///
    /// # Errors
    /// A [`Report`] of every problem.
    pub fn from_slice<'de, T: Decode<'de>>(&self, bytes: &'de [u8]) -> Result<T, Report> {
        self.limit_input(bytes.len())?;
        self.read(JsonText::new(bytes))
    }

    /// Reads a value from all bytes of `reader`; stops reading after [`max_input_bytes`](Self::max_input_bytes).
    ///
    /// ```
    /// assert_eq!(connect_runtime::Decoder::new().from_reader::<Vec<u8>>("[1]".as_bytes()), Ok(vec![1]));
    /// ```
    ///
    /// # Errors
    /// A [`Report`] of every problem.
    pub fn from_reader<T: DecodeOwned>(&self, reader: impl Read) -> Result<T, Report> {
        let mut bytes = Vec::new();
        let limit = u64::try_from(self.max_input_bytes).unwrap_or(u64::MAX).saturating_add(1);
        reader.take(limit).read_to_end(&mut bytes).map_err(Report::io)?;
        self.from_slice(&bytes)
    }

    /// Reads a value from JSON text, and reports drift.
    ///
    /// ```
    /// let decoded = connect_runtime::Decoder::new().decode::<String>("1.10")?;
    /// assert_eq!((decoded.value.as_str(), decoded.drift.changes().len()), ("1.10", 1));
    /// # Ok::<(), connect_runtime::Report>(())
    /// ```
    ///
    /// # Errors
    /// A [`Report`] of every problem.
    pub fn decode<'de, T: Decode<'de>>(&self, text: &'de str) -> Result<Decoded<T>, Report> {
        self.limit_input(text.len())?;
        self.read_with_drift(text.into())
    }

    fn read<'de, T: Decode<'de>>(&self, text: JsonText<'de>) -> Result<T, Report> {
        self.reader(text, 0).read_document(Source::Text(text), |value, _| value)
    }

    fn read_with_drift<'de, T: Decode<'de>>(&self, text: JsonText<'de>) -> Result<Decoded<T>, Report> {
        let mut reader = self.record_reader(text);
        reader.read_document(Source::Text(text), |value, log| Decoded {
            value,
            drift: Drift::new(log, text, || RecordStart::START),
        })
    }

    /// Reads a value from JSON text that the user never saw, written from values of another `origin`.
    pub(crate) fn decode_rewritten<T: DecodeOwned>(&self, text: &str, origin: Origin) -> Result<T, Report> {
        let text = JsonText::from(text);
        let mut reader = self.reader(text, 0);
        reader.policy.origin = origin;
        reader.text_start = None;
        reader.read_document(Source::Rewritten(text), |value, _| value)
    }

    /// A reader of `text` that lists up to `max_changes` changes of each kind.
    #[inline]
    fn reader<'de>(&self, text: JsonText<'de>, max_changes: usize) -> Reader<'de> {
        let cursor = Cursor::new(text, self.max_depth, self.max_string_bytes, self.dialect);
        let problems = Problems::new(self.max_issues_listed());
        let Policy { strict, deny_unknown_fields, duplicates, max_items, origin, cut } = self.policy;
        // Field by field: copying a struct that was just written is slower than copying its parts.
        let policy = Policy { strict, deny_unknown_fields, duplicates, max_items, origin, cut };
        Reader::new(cursor, problems, DriftLog::new(max_changes, self.list_unknown_fields), policy)
    }

    /// A reader that lists drift.
    pub(crate) fn record_reader<'de>(&self, text: JsonText<'de>) -> Reader<'de> {
        self.reader(text, self.max_issues)
    }

    /// A reader of `text`, which was cut off at the offset `cut` and then made whole: it lists all problems.
    pub(crate) fn reader_of_cut<'de>(&self, text: &'de str, cut: usize) -> Reader<'de> {
        let mut reader = self.record_reader(text.into());
        (reader.problems, reader.policy.cut) = (Problems::new(usize::MAX), cut);
        reader.json.skip_byte_order_mark();
        reader
    }

    /// What deviates from JSON and is read all the same.
    pub(crate) const fn dialect(&self) -> Dialect {
        self.dialect
    }
}
