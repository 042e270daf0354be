//! What was read of a text that may be cut off.

use std::fmt;

use super::{cut::Cut, model::PartialModel, pointer};
use crate::{
    decoder::Decoded,
    json::{Path, locate::Locator},
    report::{Issue, Report},
};

/// What there is of a `T` in a text that may be cut off, from [`partial`](super::partial()).
///
/// ```
/// use connect_runtime::{ConnectModel, PartState, partial};
///
/// #[derive(ConnectModel)]
/// #[connect(partial)]
/// struct Answer {
///     title: String,
///     #[connect(range(max = 5))]
///     rating: u8,
///     tags: Vec<String>,
/// }
///
/// let part = partial::<Answer>(r#"{"title": "Le Havre", "rating": 9, "tags": ["harbour", "indust"#);
/// let answer = part.value().unwrap();
/// assert_eq!(answer.title.as_deref(), Some("Le Havre"));
/// assert_eq!(answer.rating, None);
/// assert_eq!(answer.tags.as_deref(), Some(&["harbour".to_owned(), "indust".to_owned()][..]));
///
/// assert_eq!(part.issues()[0].to_string(), "1:33: rating: must be at most 5, is 9 [range]");
/// assert_eq!(part.incomplete().unwrap().to_string(), "tags[1]");
/// assert_eq!(part.state("/title"), PartState::Complete);
/// assert_eq!(part.state("/rating"), PartState::Wrong);
/// assert_eq!(part.state("/tags"), PartState::Incomplete);
/// ```
pub struct Partial<T: PartialModel> {
    value: Option<T::Partial>,
    complete: Option<Decoded<T>>,
    report: Option<Report>,
    incomplete: Option<Path>,
    /// The text up to the last value that was kept, made whole.
    completed: String,
}

/// How far the value at a path is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PartState {
    /// The text has no such value, or not yet.
    Absent,
    /// The text ends in the value, and nothing is wrong so far.
    Incomplete,
    /// The value is complete and valid.
    Complete,
    /// The value, or something in it, is invalid, or missing from an object that is complete.
    Wrong,
}

impl<T: PartialModel> Partial<T> {
    pub(super) fn new(
        text: &str,
        cut: Cut,
        value: Option<T::Partial>,
        complete: Option<Decoded<T>>,
        report: Option<Report>,
    ) -> Self {
        let end = cut.open.last().copied().or((!cut.whole).then_some(0));
        let incomplete = end.map(|at| Path::new(Locator::new(text.into()).locate(at).segments));
        Self { value, complete, report, incomplete, completed: cut.completed }
    }

    /// A text of which nothing is read.
    pub(super) fn refused(report: Report) -> Self {
        Self { value: None, complete: None, report: Some(report), incomplete: None, completed: String::new() }
    }

    /// What there is of the value; `None` if there is nothing yet, or if something else is there.
    ///
    /// A field is `None` if it is absent, wrong, or incomplete and not text, a list, a map or a model: of these there is as
    /// much as the text has. A list ends before its first item of which there is nothing. Defaults come with the end of the
    /// object that they are left out of.
    ///
    /// ```
    /// let part = connect_runtime::partial::<Vec<u16>>("[1, 2, 30");
    /// assert_eq!(part.value().unwrap(), &[1, 2]);
    /// ```
    pub fn value(&self) -> Option<&T::Partial> {
        self.value.as_ref()
    }

    /// As [`value`](Self::value), by value.
    ///
    /// ```
    /// let part = connect_runtime::partial::<String>(r#""Le Hav"#);
    /// assert_eq!(part.into_value().as_deref(), Some("Le Hav"));
    /// ```
    pub fn into_value(self) -> Option<T::Partial> {
        self.value
    }

    /// Whether the text is complete and valid.
    ///
    /// ```
    /// use connect_runtime::partial;
    ///
    /// assert!(partial::<Vec<u8>>("[1]").is_complete());
    /// assert!(!partial::<Vec<u8>>("[1").is_complete() && !partial::<Vec<u8>>("[-1]").is_complete());
    /// // A number may go on until something follows it.
    /// assert!(!partial::<u8>("1").is_complete() && partial::<u8>("1\n").is_complete());
    /// ```
    pub fn is_complete(&self) -> bool {
        self.complete.is_some()
    }

    /// The value with its drift, if the text is complete and valid.
    ///
    /// ```
    /// use connect_runtime::partial;
    ///
    /// let decoded = partial::<Vec<u8>>(r#"[1, "2"]"#).into_complete().unwrap();
    /// assert_eq!((decoded.value, decoded.drift.changes().len()), (vec![1, 2], 1));
    /// ```
    ///
    /// # Errors
    /// `self`, if the text is incomplete or something in it is wrong.
    pub fn into_complete(mut self) -> Result<Decoded<T>, Box<Self>> {
        self.complete.take().ok_or_else(|| Box::new(self))
    }

    /// Everything that is wrong however the text goes on. What is incomplete is not: a field is missing only from an object
    /// that is complete, and rules are for complete values.
    ///
    /// ```
    /// let part = connect_runtime::partial::<Vec<u8>>("[1, true, 2");
    /// assert_eq!(part.report().unwrap().to_string(), "1:5: [1]: expected an integer, found `true` [wrong_type]");
    /// assert!(connect_runtime::partial::<Vec<u8>>("[1, 2").report().is_none());
    /// ```
    pub fn report(&self) -> Option<&Report> {
        self.report.as_ref()
    }

    /// The problems of the [`report`](Self::report); empty if there is none.
    ///
    /// ```
    /// assert!(connect_runtime::partial::<Vec<u8>>("[1, 2").issues().is_empty());
    /// ```
    pub fn issues(&self) -> &[Issue] {
        self.report.as_ref().map_or(&[], Report::issues)
    }

    /// The path of the innermost value in which the text ends; the values around it are incomplete too. `None` if the text
    /// is complete.
    ///
    /// ```
    /// let part = connect_runtime::partial::<Vec<String>>(r#"["one", "tw"#);
    /// assert_eq!(part.incomplete().unwrap().to_string(), "[1]");
    /// ```
    pub fn incomplete(&self) -> Option<&Path> {
        self.incomplete.as_ref()
    }

    /// How far the value at this JSON Pointer (RFC 6901) is; the empty string is the whole value.
    ///
    /// ```
    /// use connect_runtime::{PartState, partial};
    ///
    /// let part = partial::<Vec<u8>>("[1, 2");
    /// assert_eq!(["/0", "/1", "/2"].map(|pointer| part.state(pointer)), [
    ///     PartState::Complete,
    ///     PartState::Incomplete,
    ///     PartState::Absent,
    /// ]);
    /// ```
    pub fn state(&self, pointer: &str) -> PartState {
        if self.issues().iter().any(|issue| pointer::is_within(&issue.path().pointer(), pointer)) {
            PartState::Wrong
        } else if self.incomplete.as_ref().is_some_and(|path| pointer::is_within(&path.pointer(), pointer)) {
            PartState::Incomplete
        } else if pointer::find_value(&self.completed, pointer).is_some() {
            PartState::Complete
        } else {
            PartState::Absent
        }
    }
}

impl<T: PartialModel + fmt::Debug> fmt::Debug for Partial<T>
where
    T::Partial: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Partial")
            .field("value", &self.value)
            .field("complete", &self.complete)
            .field("report", &self.report)
            .field("incomplete", &self.incomplete)
            .finish_non_exhaustive()
    }
}
