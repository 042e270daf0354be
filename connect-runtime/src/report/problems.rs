//! What is found wrong while reading or validating, before anyone asks where exactly it stands.

use super::code::Code;
use crate::json::{Path, Segment, locate::Locator};

/// A problem in its raw form: a place is an offset into the text, a trail of segments below it, or both.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    pub(crate) code: Code,
    pub(crate) message: String,
    /// The offset in bytes of the value or key; none while the trail is all that is known.
    pub(crate) at: Option<usize>,
    /// What leads from there to the place, innermost segment first: the missing field of the object at `at`,
    /// or the whole path where there is no text.
    pub(crate) trail: Vec<Step>,
}

/// One step of a trail.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    To(Segment),
    /// An item of a set: its index in the set's own order, which is not the text's, and its spelling as a key.
    Member(usize, String),
}

impl From<Step> for Segment {
    fn from(step: Step) -> Self {
        match step {
            Step::To(segment) => segment,
            Step::Member(index, _) => Self::Index(index),
        }
    }
}

/// The problems of one run, in the order found; past the cap they are only counted.
#[derive(Debug)]
pub struct Problems {
    list: Vec<Problem>,
    count: usize,
    cap: usize,
    /// Whether no text of the value at hand may be shown.
    pub(crate) sensitive: bool,
}

/// A point in the run to come back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    listed: usize,
    count: usize,
}

/// A point from which on problems are only counted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CountOnly {
    since: Mark,
    cap: usize,
}

impl Problems {
    pub(crate) const fn new(cap: usize) -> Self {
        Self { list: Vec::new(), count: 0, cap, sensitive: false }
    }

    /// An empty list of up to `cap` problems, for reading that may be undone.
    pub(crate) fn apart(&self, cap: usize) -> Self {
        Self { list: Vec::new(), count: 0, cap, ..*self }
    }

    /// The first problem for a message, with its path below the value at the offset `start` (bytes) of `text`.
    pub(crate) fn describe_first(&self, text: &str, start: usize) -> String {
        let Some(first) = self.list.first() else { return String::new() };
        let below = text.get(start..).unwrap_or_default();
        let mut segments = first.at.map_or(Vec::new(), |at| Locator::new(below).locate(at - start).segments);
        segments.extend(first.trail.iter().rev().cloned().map(Segment::from));
        if segments.is_empty() { first.message.clone() } else { format!("{}: {}", Path::new(segments), first.message) }
    }

    /// Whether the next problem will be listed, so that its message is of use.
    pub(crate) fn has_room(&self) -> bool {
        self.list.len() < self.cap
    }

    /// Whether nothing was found since `mark`.
    #[inline]
    pub fn none_since(&self, mark: Mark) -> bool {
        self.count == mark.count
    }

    /// Remembers this point.
    #[inline]
    pub fn mark(&self) -> Mark {
        Mark { listed: self.list.len(), count: self.count }
    }

    /// Forgets what was found since `mark`.
    pub(crate) fn roll_back(&mut self, mark: Mark) {
        self.list.truncate(mark.listed);
        self.count = mark.count;
    }

    /// Has what is found from here on counted, but not described.
    #[inline]
    pub(crate) fn count_only(&mut self) -> CountOnly {
        let quiet = CountOnly { since: self.mark(), cap: self.cap };
        self.cap = self.list.len();
        quiet
    }

    /// Forgets what was found since `quiet` began, and ends it; whether that was nothing.
    #[inline]
    pub(crate) fn end_count_only(&mut self, quiet: CountOnly) -> bool {
        let nothing = self.none_since(quiet.since);
        (self.count, self.cap) = (quiet.since.count, quiet.cap);
        nothing
    }

    /// Adds a problem of the value at hand; `message` is made only if there is room for it.
    #[cold]
    pub fn add(&mut self, code: Code, message: impl FnOnce() -> String) {
        self.push(code, message, None, Vec::new());
    }

    /// Adds a problem of the value or key at the offset `at` (bytes).
    #[cold]
    pub(crate) fn add_at(&mut self, at: usize, code: Code, message: impl FnOnce() -> String) {
        self.push(code, message, Some(at), Vec::new());
    }

    /// Adds a problem of the field `key` that is not in the object at the offset `at` (bytes).
    #[cold]
    pub(crate) fn add_below(&mut self, at: usize, key: &str, code: Code, message: impl FnOnce() -> String) {
        self.push(code, message, Some(at), vec![Step::To(Segment::Key(key.to_owned()))]);
    }

    fn push(&mut self, code: Code, message: impl FnOnce() -> String, at: Option<usize>, trail: Vec<Step>) {
        self.count += 1;
        if self.has_room() {
            self.list.push(Problem { code, message: message(), at, trail });
        }
    }

    /// Puts what was found since `mark` one step down, below the field `key`.
    #[inline]
    pub(crate) fn below_key(&mut self, mark: Mark, key: impl Fn() -> String) {
        if !self.none_since(mark) {
            self.below(mark, || Step::To(Segment::Key(key())));
        }
    }

    /// Puts what was found since `mark` one step down, below the item `index`.
    #[inline]
    pub(crate) fn below_index(&mut self, mark: Mark, index: usize) {
        if !self.none_since(mark) {
            self.below(mark, || Step::To(Segment::Index(index)));
        }
    }

    /// Puts what was found since `mark` one step down, below the item of a set that is spelled `key` as a key.
    #[inline]
    pub(crate) fn below_member(&mut self, mark: Mark, index: usize, key: impl Fn() -> String) {
        if !self.none_since(mark) {
            self.below(mark, || Step::Member(index, key()));
        }
    }

    /// Runs rules with the value's text kept out of their messages.
    #[inline]
    pub fn with_redaction(&mut self, run: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.sensitive, true);
        run(self);
        self.sensitive = outer;
    }

    #[cold]
    fn below(&mut self, mark: Mark, step: impl Fn() -> Step) {
        for problem in self.since(mark).iter_mut().filter(|problem| problem.at.is_none()) {
            problem.trail.push(step());
        }
    }

    /// Those listed since `mark`.
    pub(crate) fn since(&mut self, mark: Mark) -> &mut [Problem] {
        self.list.get_mut(mark.listed..).unwrap_or_default()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub(crate) fn truncated(&self) -> bool {
        self.count > self.list.len()
    }

    pub(crate) fn into_list(self) -> Vec<Problem> {
        self.list
    }
}
