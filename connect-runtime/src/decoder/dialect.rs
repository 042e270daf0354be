//! Input that deviates from JSON, and is read all the same if the decoder says so.

use super::{Decoded, Decoder};
use crate::{decode::Decode, json::JsonText, reader::Duplicates, report::Report};

impl Decoder {
    /// Whether what is not Unicode in a string is replaced by U+FFFD, as [`String::from_utf8_lossy`] does: bytes that are
    /// not UTF-8, and escapes that are half of a surrogate pair. This is drift of the kind
    /// [`Repaired`](crate::DriftKind::Repaired) at the string or key. Off unless set: such a string is a `syntax` problem
    /// where it is read.
    ///
    /// Either way, nothing is wrong with such bytes and escapes in text that is skipped, such as the values of unknown
    /// fields. `&str` and `&RawValue` can't borrow what has to be replaced, so that these need a `Cow<str>` and a
    /// `Box<RawValue>`; code of your own (`with`, `serde`) is not given text that is not UTF-8.
    ///
    /// ```
    /// use connect_runtime::Decoder;
    ///
    /// let latin_1 = b"[\"caf\xe9\", \"\\ud83d\"]";
    /// assert_eq!(Decoder::new().lossy(true).from_slice::<Vec<String>>(latin_1)?, ["caf\u{fffd}", "\u{fffd}"]);
    ///
    /// let report = connect_runtime::from_slice::<Vec<String>>(latin_1).unwrap_err();
    /// assert_eq!(report.to_string(), "1:6: [0]: byte 0xe9 is not UTF-8 [syntax]");
    /// # Ok::<(), connect_runtime::Report>(())
    /// ```
    pub const fn lossy(mut self, lossy: bool) -> Self {
        self.dialect.lossy = lossy;
        self
    }

    /// Whether `f32` and `f64` may be `NaN`, `Infinity` or `-Infinity`, with or without quotes around them, as some
    /// libraries write them. This is drift of the kind [`Repaired`](crate::DriftKind::Repaired). In text that is skipped,
    /// the three are passed over; nothing but a float is read from them. Off unless set, since none of them is JSON.
    ///
    /// ```
    /// use connect_runtime::Decoder;
    ///
    /// let text = r#"[1.5, NaN, "-Infinity"]"#;
    /// let numbers: Vec<f64> = Decoder::new().non_finite(true).from_str(text)?;
    /// assert!(numbers[1].is_nan() && numbers[2] == f64::NEG_INFINITY);
    /// assert!(connect_runtime::from_str::<Vec<f64>>(text).is_err());
    /// # Ok::<(), connect_runtime::Report>(())
    /// ```
    pub const fn non_finite(mut self, non_finite: bool) -> Self {
        self.dialect.non_finite = non_finite;
        self
    }

    /// Which value is taken of a key that comes again with another value; [`Duplicates::Refuse`] unless set. A name and
    /// its alias are one key. The same value again is drift whatever is set; `strict` refuses all of it.
    ///
    /// Values are the same if they are the same JSON apart from white space, escapes and the spelling of numbers; keys
    /// inside must have the same order. This is about the fields of models: the tag of an enum and the keys of a map
    /// may never come again, and of those in a `serde_json::Value` the last is taken.
    ///
    /// ```
    /// use connect_runtime::{ConnectModel, Decoder, Duplicates};
    ///
    /// #[derive(ConnectModel)]
    /// struct User { #[connect(alias = "userId")] user_id: u32 }
    ///
    /// let decoder = Decoder::new().duplicates(Duplicates::Last);
    /// let user = decoder.decode::<User>(r#"{"userId": 1, "user_id": 2}"#)?;
    /// assert_eq!((user.value.user_id, user.drift.changes()[0].kind().as_str()), (2, "repeated"));
    /// # Ok::<(), connect_runtime::Report>(())
    /// ```
    pub const fn duplicates(mut self, duplicates: Duplicates) -> Self {
        self.policy.duplicates = duplicates;
        self
    }

    /// Reads a value from JSON text in bytes, like [`from_slice`](Self::from_slice), and reports drift.
    ///
    /// ```
    /// let decoded = connect_runtime::Decoder::new().lossy(true).decode_slice::<String>(b"\"caf\xe9\"")?;
    /// assert_eq!(decoded.value, "caf\u{fffd}");
    /// assert_eq!(decoded.drift.to_string(), "1:1: $: found `\"caf\u{fffd}\"` [repaired]");
    /// # Ok::<(), connect_runtime::Report>(())
    /// ```
    ///
    /// # Errors
    /// A [`Report`] of every problem.
    pub fn decode_slice<'de, T: Decode<'de>>(&self, bytes: &'de [u8]) -> Result<Decoded<T>, Report> {
        self.limit_input(bytes.len())?;
        self.read_with_drift(JsonText::new(bytes))
    }
}
