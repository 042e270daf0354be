//! The report: every problem of an input or a value, in input order.

use std::{fmt, io, slice};

use crate::{
    json::{JsonText, Path, Segment, locate::Locator},
    message::Message,
    one_line::one_line,
};

mod any_order;
mod cause;
mod code;
mod issue;
mod problem;
mod problems;
mod record_start;
mod rejection;
#[cfg(feature = "pretty")]
mod render;
pub(crate) mod resolve;
mod wire;

pub(crate) use crate::message::quote;
use cause::Cause;
pub use code::Code;
pub use issue::Issue;
use issue::Position;
pub(crate) use problem::Problem;
pub(crate) use problems::Mark;
pub use problems::Problems;
pub(crate) use record_start::RecordStart;
pub use rejection::Rejection;

/// Why an input or a value was rejected: every problem, with its position.
///
/// `Display` writes one line per problem, whatever is in the input, and so does `Debug`, which is what `unwrap` and a
/// `main` that returns the report print; `{:#?}` shows the fields. If the input could not be read,
/// [`source`](std::error::Error::source) is the [`io::Error`]. `Serialize` writes an array of [`Issue`]s; if there
/// were more, the last has `"truncated": true`. `Deserialize` reads it back, without the source.
///
/// ```
/// #[derive(Debug, connect_runtime::ConnectModel)]
/// struct Account { id: String, seats: u32 }
///
/// let report = connect_runtime::from_str::<Account>(r#"{ "seats": -1 }"#).unwrap_err();
/// assert_eq!(
///     report.to_string(),
///     "1:1: id: required field `id` is missing [missing_field]\n\
///      1:12: seats: the number `-1` is out of range, expected 0 to 4294967295 [number_out_of_range]"
/// );
/// assert_eq!(serde_json::to_value(&report)?[0]["path"], "/id");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Report {
    issues: Vec<Issue>,
    truncated: bool,
    /// Where the decoded text starts in its stream, whose positions the issues have.
    origin: RecordStart,
    cause: Cause,
}

/// What the offsets of problems refer to.
#[derive(Clone, Copy)]
pub(crate) enum Source<'t> {
    /// The user's input.
    Text(JsonText<'t>),
    /// JSON text that the user never saw: paths are valid, lines and columns are not.
    Rewritten(JsonText<'t>),
    /// No text: a value in memory.
    Value,
}

impl Report {
    /// Works out the positions of `problems`.
    #[cold]
    pub(crate) fn new(problems: Problems, source: Source<'_>) -> Self {
        let truncated = problems.truncated();
        let mut list = problems.into_list();
        list.sort_by_key(|problem| problem.at);
        let text = match source {
            Source::Text(text) | Source::Rewritten(text) => text,
            Source::Value => "".into(),
        };
        let mut locator = Locator::new(text);
        let to_issue = |problem| to_issue(problem, &mut locator, matches!(source, Source::Text(_)));
        Self { issues: list.into_iter().map(to_issue).collect(), truncated, ..Self::empty() }
    }

    /// The report of a source that could not be read.
    #[cold]
    pub(crate) fn io(error: io::Error) -> Self {
        Self { issues: vec![Issue::io(&error)], cause: Cause::new(error), ..Self::empty() }
    }

    /// The report of one problem in a stream, `length` bytes from `start` on.
    #[cold]
    pub(crate) fn at(code: Code, path: Vec<Segment>, message: Message, start: RecordStart, length: usize) -> Self {
        let RecordStart { line, column, offset } = start;
        let position = Some(Position { line, column, span: offset..offset.saturating_add(length) });
        let Message { text, params } = message;
        let issue =
            Issue { code, path: Path::new(path), message: one_line(text).into_owned(), params, found: None, position };
        Self { issues: vec![issue], ..Self::empty() }
    }

    /// Makes paths start at `base`, where the decoded text is in its document.
    pub(crate) fn below(&mut self, base: &[Segment]) {
        self.issues.iter_mut().for_each(|issue| issue.path.below(base));
    }

    const fn empty() -> Self {
        Self { issues: Vec::new(), truncated: false, origin: RecordStart::START, cause: Cause::NONE }
    }

    /// Makes positions count from the start of the stream; the decoded text starts at `origin` in it.
    pub(crate) fn start_at(&mut self, origin: RecordStart) {
        self.origin = origin;
        for position in self.issues.iter_mut().filter_map(|issue| issue.position.as_mut()) {
            (position.line, position.column) = origin.place(position.line, position.column);
            let span = &mut position.span;
            *span = span.start.saturating_add(origin.offset)..span.end.saturating_add(origin.offset);
        }
    }

    /// The byte range of `issue` in the decoded text.
    #[cfg(feature = "pretty")]
    pub(crate) fn span_in_text(&self, issue: &Issue) -> Option<std::ops::Range<usize>> {
        let span = issue.span()?;
        Some(span.start.checked_sub(self.origin.offset)?..span.end.checked_sub(self.origin.offset)?)
    }

    /// Adds `note` to the message of the last problem.
    pub(crate) fn append(&mut self, note: &str) {
        if let Some(issue) = self.issues.last_mut() {
            issue.message.push_str(note);
        }
    }

    /// The problems in input order; those at the same position are in field order.
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// Whether there were more problems than [`Decoder::max_issues`](crate::Decoder::max_issues) allows, 100 by
    /// default.
    pub fn truncated(&self) -> bool {
        self.truncated
    }
}

fn to_issue(problem: Problem, locator: &mut Locator<'_>, positions: bool) -> Issue {
    let (mut segments, mut position, mut found) = (Vec::new(), None, None);
    // What is absent or incomplete has no text of its own: mark one character.
    let has_text = problem.trail.is_empty() && !problem.code.ends_reading();
    if let Some(at) = problem.at {
        let location = locator.locate(at);
        segments = location.segments;
        let span = if has_text { locator.span_at(at) } else { locator.character_at(at) };
        if positions && has_text && !problem.hidden && problem.code != Code::MissingField {
            found = Some(locator.start_of(span.clone()));
        }
        position = positions.then_some(Position { line: location.line, column: location.column, span });
    }
    segments.extend(problem.trail.into_iter().rev().map(Segment::from));
    // All problems come through here, so whatever a message quotes is shown safely.
    let Message { text, params } = problem.message;
    let message = one_line(text).into_owned();
    Issue { code: problem.code, path: Path::new(segments), message, params, found, position }
}

// `unwrap` and a `main` that returns the report print `Debug`, to people.
impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return fmt::Display::fmt(self, f);
        }
        f.debug_struct("Report")
            .field("issues", &self.issues)
            .field("truncated", &self.truncated)
            .field("source", &self.cause.error())
            .finish_non_exhaustive()
    }
}

/// The same problems. Where the input or an I/O error came from is not compared.
impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        self.issues == other.issues && self.truncated == other.truncated
    }
}

impl Eq for Report {}

#[expect(clippy::into_iter_without_iter, reason = "`issues` is the list")]
impl<'r> IntoIterator for &'r Report {
    type Item = &'r Issue;
    type IntoIter = slice::Iter<'r, Issue>;

    fn into_iter(self) -> Self::IntoIter {
        self.issues.iter()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, issue) in self.issues.iter().enumerate() {
            let separator = if number == 0 { "" } else { "\n" };
            write!(f, "{separator}{issue}")?;
        }
        if self.truncated {
            write!(f, "\nmore problems were found than the {} listed", self.issues.len())?;
        }
        Ok(())
    }
}

impl std::error::Error for Report {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.error().map(|error| error as _)
    }
}

/// Keeps the problems of a text inside the value, with their codes: they are listed below the value, at its position.
///
/// ```
/// use connect_runtime::{ConnectModel, Rejection, from_str};
///
/// mod embedded {
///     pub fn decode(json: &str) -> Result<Vec<u8>, connect_runtime::Rejection> {
///         let text: String = connect_runtime::from_str(json)?;
///         Ok(connect_runtime::from_str(&text)?)
///     }
/// }
///
/// #[derive(Debug, ConnectModel)]
/// struct Job { #[connect(with = embedded)] steps: Vec<u8> }
///
/// let report = from_str::<Job>(r#"{"steps": "[1, null]"}"#).unwrap_err();
/// assert_eq!(report.to_string(), "1:11: steps[1]: expected an integer, found `null` [wrong_type]");
/// ```
impl From<Report> for Rejection {
    fn from(report: Report) -> Self {
        Self { issues: report.issues, ..Self::new("") }
    }
}
