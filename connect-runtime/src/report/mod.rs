//! All that was found wrong, in text order.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::json::{Path, Segment, locate::Locator};

mod code;
mod issue;
mod problems;
pub(crate) mod quote;
mod record_start;
mod rejection;
#[cfg(feature = "pretty")]
mod render;
pub(crate) mod resolve;

pub use code::Code;
pub use issue::Issue;
use issue::Position;
pub(crate) use problems::Mark;
use problems::Problem;
pub use problems::Problems;
pub(crate) use record_start::RecordStart;
pub use rejection::Rejection;

/// Why a text or a value was rejected: every problem, with its place.
///
/// `Display` has one line a problem; `Serialize` gives an array of objects with `code`, `path` (RFC 6901 pointer),
/// `message`, `line` and `column`.
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    issues: Vec<Issue>,
    truncated: bool,
    /// Where the text starts in the stream whose positions the issues have.
    origin: RecordStart,
}

/// What the offsets of problems count in.
#[derive(Clone, Copy)]
pub(crate) enum Source<'t> {
    /// The user's text.
    Text(&'t str),
    /// A text that the user never saw: paths hold, lines do not.
    Rewritten(&'t str),
    /// No text at all.
    Value,
}

impl Report {
    /// Works out the places of `problems`.
    #[cold]
    pub(crate) fn new(problems: Problems, source: Source<'_>) -> Self {
        let truncated = problems.truncated();
        let mut list = problems.into_list();
        list.sort_by_key(|problem| problem.at);
        let text = match source {
            Source::Text(text) | Source::Rewritten(text) => text,
            Source::Value => "",
        };
        let mut locator = Locator::new(text);
        let place = |problem| place(problem, &mut locator, matches!(source, Source::Text(_)));
        Self { issues: list.into_iter().map(place).collect(), truncated, origin: RecordStart::START }
    }

    /// The report of a source that could not be read at all.
    #[cold]
    pub(crate) fn io(error: &std::io::Error) -> Self {
        let message = format!("the input could not be read: {error}");
        let issue = Issue { code: Code::Io, path: Path::default(), message, position: None };
        Self { issues: vec![issue], truncated: false, origin: RecordStart::START }
    }

    /// Has positions count from the start of the stream in which the text starts at `origin`.
    pub(crate) fn start_at(&mut self, origin: RecordStart) {
        self.origin = origin;
        for position in self.issues.iter_mut().filter_map(|issue| issue.position.as_mut()) {
            (position.line, position.column) = origin.place(position.line, position.column);
            let span = &mut position.span;
            *span = span.start.saturating_add(origin.offset)..span.end.saturating_add(origin.offset);
        }
    }

    /// The range of `issue` in the text that was decoded, in bytes.
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

    /// The problems in text order, those of one place in the order of the fields.
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// Whether there were more problems than the cap of [`Decoder::max_issues`](crate::Decoder::max_issues), 100 by
    /// default, let through.
    pub fn truncated(&self) -> bool {
        self.truncated
    }
}

fn place(problem: Problem, locator: &mut Locator<'_>, positions: bool) -> Issue {
    let (mut segments, mut position) = (Vec::new(), None);
    if let Some(at) = problem.at {
        let found = locator.locate(at);
        segments = found.segments;
        position = positions.then(|| Position {
            line: found.line,
            column: found.column,
            // What is absent or breaks off has no text of its own: one character stands for it.
            span: if problem.trail.is_empty() && !problem.code.ends_reading() {
                locator.span_at(at)
            } else {
                locator.character_at(at)
            },
        });
    }
    segments.extend(problem.trail.into_iter().rev().map(Segment::from));
    Issue { code: problem.code, path: Path::new(segments), message: problem.message, position }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, issue) in self.issues.iter().enumerate() {
            let separator = if number == 0 { "" } else { "\n" };
            write!(f, "{separator}{issue}")?;
        }
        if self.truncated {
            write!(f, "\nthere are more problems than these {}", self.issues.len())?;
        }
        Ok(())
    }
}

impl std::error::Error for Report {}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.issues.serialize(serializer)
    }
}
