//! What a user's own check says.

use std::borrow::Cow;

/// Why a value is refused by a check of your own: a message, and if you like a code and the field it is about.
///
/// A function for `custom` or `check` may also fail with a plain `&'static str` or `String`; the code is then `custom`.
/// In a `sensitive` field a message made at run time is not shown, since it may quote the value.
///
/// ```
/// use connect_runtime::Rejection;
///
/// struct Stay { from: u32, to: u32 }
///
/// fn ends_after_start(stay: &Stay) -> Result<(), Rejection> {
///     if stay.from > 365 {
///         Err("starts next year")?;
///     }
///     if stay.to < stay.from {
///         return Err(Rejection::new("ends before it starts").code("period").field("to"));
///     }
///     Ok(())
/// }
/// assert!(ends_after_start(&Stay { from: 1, to: 2 }).is_ok());
/// assert_eq!(ends_after_start(&Stay { from: 366, to: 400 }), Err(Rejection::new("starts next year")));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    pub(crate) message: Cow<'static, str>,
    pub(crate) code: Cow<'static, str>,
    pub(crate) field: Option<Cow<'static, str>>,
}

impl Rejection {
    /// A rejection with this message (lower case, no full stop) and the code `custom`.
    ///
    /// ```
    /// use connect_runtime::Rejection;
    ///
    /// assert_eq!(Rejection::new("is too old"), Rejection::from("is too old"));
    /// ```
    pub fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Self { message: message.into(), code: Cow::Borrowed("custom"), field: None }
    }

    /// The same with a code of its own, for machines; `snake_case` goes with the others.
    ///
    /// ```
    /// use connect_runtime::Rejection;
    ///
    /// assert_ne!(Rejection::new("is too old").code("expired"), Rejection::new("is too old"));
    /// ```
    #[must_use]
    pub fn code(self, code: impl Into<Cow<'static, str>>) -> Self {
        Self { code: code.into(), ..self }
    }

    /// The same for a field of the value: its name in the JSON or in Rust. The problem then stands at that field.
    ///
    /// ```
    /// use connect_runtime::Rejection;
    ///
    /// assert_ne!(Rejection::new("is too old").field("birthday"), Rejection::new("is too old"));
    /// ```
    #[must_use]
    pub fn field(self, name: impl Into<Cow<'static, str>>) -> Self {
        Self { field: Some(name.into()), ..self }
    }
}

impl From<&'static str> for Rejection {
    fn from(message: &'static str) -> Self {
        Self::new(message)
    }
}

impl From<String> for Rejection {
    fn from(message: String) -> Self {
        Self::new(message)
    }
}
