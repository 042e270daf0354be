//! Excerpts of the input: the lines with problems, long lines cut around them.

use std::ops::Range;

use crate::report::Issue;

/// The length up to which a line is shown whole, in bytes.
const WHOLE_LINE: usize = 120;

/// How much of a longer line is shown on either side of a problem, in bytes.
const CONTEXT: usize = 50;

/// The length up to which a cut line may grow to include one more problem, in bytes.
const MAX_LINE: usize = 150;

/// The largest gap between problems on different lines that share an excerpt, in bytes.
const MAX_GAP: usize = 240;

/// What replaces the rest of a line.
const CUT: &str = "...";

/// A part of the input and the problems in it.
pub(super) struct Excerpt<'t> {
    text: &'t str,
    range: Range<usize>,
    /// Problems and their ranges in `text`, in input order.
    pub(super) marks: Vec<(&'t Issue, Range<usize>)>,
}

/// The excerpts of `text` that show `marks`, which are problems and their ranges in input order.
pub(super) fn cut<'t>(text: &'t str, marks: Vec<(&'t Issue, Range<usize>)>) -> Vec<Excerpt<'t>> {
    let mut excerpts: Vec<Excerpt<'t>> = Vec::new();
    for mark in marks {
        let range = surroundings(text, mark.1.start);
        match excerpts.last_mut() {
            Some(excerpt) if excerpt.has_room_for(&range) => {
                excerpt.range.end = excerpt.range.end.max(range.end);
                excerpt.marks.push(mark);
            }
            _ => excerpts.push(Excerpt { text, range, marks: vec![mark] }),
        }
    }
    excerpts
}

/// The part of the range `span` that can be marked: what is on its first line.
pub(super) fn clip(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let start = Some(span.start).filter(|&start| text.is_char_boundary(start))?;
    let end = text.floor_char_boundary(span.end.min(start + CONTEXT)).max(start);
    let line = text.get(start..end)?;
    Some(start..line.find('\n').map_or(end, |newline| start + newline))
}

/// The line around `at`, or the part of it near `at` if it is long.
fn surroundings(text: &str, at: usize) -> Range<usize> {
    let line = line_start(text, at, WHOLE_LINE)..line_end(text, at, WHOLE_LINE);
    if line.len() <= WHOLE_LINE { line } else { line_start(text, at, CONTEXT)..line_end(text, at, CONTEXT) }
}

/// Where the line of `at` starts, but at most `reach` bytes before `at`.
fn line_start(text: &str, at: usize, reach: usize) -> usize {
    let from = text.ceil_char_boundary(at.saturating_sub(reach));
    let before = text.get(from..at).unwrap_or_default();
    before.rfind('\n').map_or(from, |newline| from + newline + 1)
}

/// Where the line of `at` ends, but at most `reach` bytes after `at`.
fn line_end(text: &str, at: usize, reach: usize) -> usize {
    let to = text.floor_char_boundary(text.len().min(at + reach));
    let after = text.get(at..to).unwrap_or_default();
    let line = after.split('\n').next().unwrap_or_default();
    at + line.strip_suffix('\r').unwrap_or(line).len()
}

impl Excerpt<'_> {
    fn has_room_for(&self, range: &Range<usize>) -> bool {
        let added = self.text.get(self.range.end..range.end).unwrap_or_default();
        match added.find('\n') {
            Some(_) => range.start.saturating_sub(self.range.end) <= MAX_GAP,
            None => range.end.saturating_sub(self.range.start) <= MAX_LINE || added.is_empty(),
        }
    }

    /// The text to show.
    pub(super) fn shown(&self) -> String {
        let Range { start, end } = self.range;
        let text = self.text.get(start..end).unwrap_or_default();
        let tail = if self.text.get(end..).is_none_or(|rest| rest.is_empty() || rest.starts_with(['\n', '\r'])) {
            ""
        } else {
            CUT
        };
        format!("{}{text}{tail}", self.head())
    }

    fn head(&self) -> &'static str {
        let before = self.text.get(..self.range.start).unwrap_or_default();
        if before.is_empty() || before.ends_with('\n') { "" } else { CUT }
    }

    /// Converts a range of the whole input to one of the shown text.
    pub(super) fn place(&self, range: &Range<usize>) -> Range<usize> {
        let place = |at: usize| at.saturating_sub(self.range.start) + self.head().len();
        place(range.start)..place(range.end.min(self.range.end))
    }
}
