//! The error of a user's own check.

use std::borrow::Cow;

use super::{code::Code, issue::Issue};

/// Why your own check rejects a value: a message, and optionally a code and the field it concerns.
///
/// A function for `custom` or `check` may also return a plain `&'static str` or `String` as its error; the code is then
/// `custom`. The message is shown on one line, with control characters and invisible ones escaped. In a `sensitive`
/// field, a message built at run time is not shown, since it may quote the value.
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
    /// What takes the place of the message: the problems below the value.
    pub(crate) issues: Vec<Issue>,
}

impl Rejection {
    /// Creates a rejection with this message (lowercase, no full stop) and the code `custom`.
    ///
    /// ```
    /// use connect_runtime::Rejection;
    ///
    /// assert_eq!(Rejection::new("is too old"), Rejection::from("is too old"));
    /// ```
    pub fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Self { message: message.into(), code: Cow::Borrowed("custom"), field: None, issues: Vec::new() }
    }

    /// Sets the code, for machines; use `snake_case` to match the built-in codes. Of a rejection made from a [`Report`](crate::Report),
    /// it replaces the code of every problem.
    ///
    /// ```
    /// use connect_runtime::Rejection;
    ///
    /// assert_ne!(Rejection::new("is too old").code("expired"), Rejection::new("is too old"));
    /// ```
    #[must_use]
    pub fn code(mut self, code: impl Into<Cow<'static, str>>) -> Self {
        self.code = code.into();
        self.issues.iter_mut().for_each(|issue| issue.code = Code::named(self.code.clone()));
        self
    }

    /// Sets the field of the value at which the problem is reported, by its name in the JSON or in Rust.
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
