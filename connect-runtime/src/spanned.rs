//! A value together with where it was in the text.

use std::{cmp::Ordering, ops::Range};

use serde::{Serialize, Serializer};

/// A value and where it was in the decoded text, for what is checked after decoding and should still be reported at its
/// place.
///
/// It is read, validated and serialized as the value in it; rules see through it. The span is a range of bytes: that of
/// the value with its quotes or brackets, or of the key where it is the key of a map. In a
/// [`stream`](crate::stream()), it counts from the start of the stream, as [`Issue::span`](crate::Issue::span) does.
///
/// What was in no text that the caller knows has the span `0..0`: an absent field, and values from a
/// [`serde_json::Value`] or through serde. In a flattened field, only fields inside can be of this type.
///
/// ```
/// use connect_runtime::{ConnectModel, Spanned, from_str};
///
/// #[derive(ConnectModel)]
/// struct Rule {
///     #[connect(length(max = 80))]
///     pattern: Spanned<String>,
///     limit: Spanned<Option<u8>>,
/// }
///
/// let text = r#"{"pattern": "a(b", "other": 1}"#;
/// let rule: Rule = from_str(text)?;
/// assert_eq!((rule.pattern.value.as_str(), &text[rule.pattern.span]), ("a(b", r#""a(b""#));
/// assert_eq!(rule.limit, Spanned { value: None, span: 0..0 });
/// # Ok::<(), connect_runtime::Report>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it was, in bytes.
    pub span: Range<usize>,
}

/// By value, then by place.
impl<T: Ord> Ord for Spanned<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |spanned: &Self| (spanned.span.start, spanned.span.end);
        self.value.cmp(&other.value).then_with(|| place(self).cmp(&place(other)))
    }
}

impl<T: Ord> PartialOrd for Spanned<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Serialize> Serialize for Spanned<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}
