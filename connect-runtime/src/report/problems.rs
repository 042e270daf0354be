//! The problems of one run, before their positions are worked out.

use std::ops::Range;

use super::{
    code::Code,
    issue::Issue,
    problem::{Problem, Step},
};
use crate::{
    json::{JsonText, Path, Segment, locate::Locator},
    message::Message,
};

/// The problems of one run, in the order found; beyond the cap they are only counted.
#[derive(Debug)]
pub struct Problems {
    pub(super) list: Vec<Problem>,
    pub(super) count: usize,
    /// The length that the list may have now: `limit`, less while problems are only counted, more while they are found
    /// in another order than that of the input.
    pub(super) cap: usize,
    pub(super) limit: usize,
    /// Whether there is no input, so that problems keep their trails.
    pub(super) in_memory: bool,
    /// Whether this is a list of the one problem that says why a value does not fit.
    pub(super) explains: bool,
    /// The offset in bytes of the object whose missing fields are counted.
    pub(super) watched: usize,
    /// How many fields are missing there.
    pub(super) missing: usize,
    /// Whether messages must not show the text of the current value.
    pub(crate) sensitive: bool,
}

/// A point in the run to return to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub(super) listed: usize,
    count: usize,
}

/// The point since which problems are only counted, and the cap to restore.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CountOnly {
    since: Mark,
    cap: usize,
}

impl Problems {
    pub(crate) const fn new(limit: usize) -> Self {
        Self {
            list: Vec::new(),
            count: 0,
            cap: limit,
            limit,
            in_memory: false,
            explains: false,
            watched: usize::MAX,
            missing: 0,
            sensitive: false,
        }
    }

    /// The problems of a value without an input.
    pub(crate) fn in_memory(limit: usize) -> Self {
        Self { in_memory: true, ..Self::new(limit) }
    }

    /// An empty list of up to `limit` problems.
    pub(crate) fn apart(&self, limit: usize) -> Self {
        Self { list: Vec::new(), count: 0, cap: limit, limit, explains: false, ..*self }
    }

    /// An empty list of the one problem that says why the value at `start` does not fit.
    pub(crate) fn apart_for_reason(&self, start: usize) -> Self {
        Self { explains: true, watched: start, missing: 0, ..self.apart(1) }
    }

    /// Only counts the missing fields of the object at `start`.
    pub(crate) fn of_missing_fields(start: usize) -> Self {
        Self { watched: start, ..Self::new(0) }
    }

    /// How many fields are missing from the object that is watched.
    pub(crate) fn missing_fields(&self) -> usize {
        self.missing
    }

    /// Whether the value is read to say why it does not fit, and the reason is not known yet.
    #[inline]
    pub(crate) fn explains(&self) -> bool {
        self.explains && self.has_room()
    }

    /// The first problem for a message, with its path below the value at the byte offset `start` of `text`.
    pub(crate) fn describe_first(&self, text: JsonText<'_>, start: usize) -> String {
        let Some(first) = self.list.first() else { return String::new() };
        let mut segments =
            first.at.map_or(Vec::new(), |at| Locator::new(text.after(start)).locate(at - start).segments);
        segments.extend(first.trail.iter().rev().cloned().map(Segment::from));
        let message = &first.message.text;
        if segments.is_empty() { message.clone() } else { format!("{}: {message}", Path::new(segments)) }
    }

    /// Whether the next problem will be listed, so that its message is needed.
    pub(crate) fn has_room(&self) -> bool {
        self.list.len() < self.cap
    }

    /// Whether nothing was found since `mark`.
    #[inline]
    pub fn none_since(&self, mark: Mark) -> bool {
        self.count == mark.count
    }

    /// The current point in the run.
    #[inline]
    pub fn mark(&self) -> Mark {
        Mark { listed: self.list.len(), count: self.count }
    }

    /// Drops the problems found since `mark`.
    pub(crate) fn roll_back(&mut self, mark: Mark) {
        self.list.truncate(mark.listed);
        self.count = mark.count;
        self.cap = self.cap.min(self.limit);
    }

    /// Drops the problems found since `mark` that are below a key more than `depth` steps down.
    #[cold]
    pub(crate) fn drop_below(&mut self, mark: Mark, depth: usize) {
        let is_settled = |problem: &Problem| {
            let (inside, _) = problem.trail.split_at(problem.trail.len().saturating_sub(depth));
            !inside.iter().any(|step| matches!(step, Step::To(Segment::Key(_))))
        };
        let found = self.list.split_off(mark.listed.min(self.list.len()));
        self.list.extend(found.into_iter().filter(is_settled));
        self.count = mark.count + self.list.len() - mark.listed;
    }

    /// The first `cap` of these problems.
    pub(crate) fn of(list: impl IntoIterator<Item = Problem>, cap: usize) -> Self {
        let mut problems = Self::new(cap);
        for problem in list {
            problems.count += 1;
            if problems.has_room() {
                problems.list.push(problem);
            }
        }
        problems
    }

    /// Counts the problems found from here on, without listing them.
    #[inline]
    pub(crate) fn count_only(&mut self) -> CountOnly {
        let started = CountOnly { since: self.mark(), cap: self.cap };
        self.cap = self.list.len();
        started
    }

    /// Ends [`count_only`](Self::count_only) and drops what it counted; returns whether that was nothing.
    #[inline]
    pub(crate) fn end_count_only(&mut self, started: CountOnly) -> bool {
        let nothing = self.none_since(started.since);
        (self.count, self.cap) = (started.since.count, started.cap);
        nothing
    }

    /// Adds a problem of the current value; `message` is called only if there is room for it.
    #[cold]
    pub(crate) fn add<M: Into<Message>>(&mut self, code: Code, message: impl FnOnce() -> M) {
        self.push(code, message, None, Vec::new());
    }

    /// Adds a problem of the value or key at the byte offset `at`.
    #[cold]
    pub(crate) fn add_at<M: Into<Message>>(&mut self, at: usize, code: Code, message: impl FnOnce() -> M) {
        self.push(code, message, Some(at), Vec::new());
    }

    /// Adds a problem of the field `key`, which is missing from the object at the byte offset `at`.
    #[cold]
    pub(crate) fn add_below<M: Into<Message>>(
        &mut self,
        at: usize,
        key: &str,
        code: Code,
        message: impl FnOnce() -> M,
    ) {
        self.missing += usize::from(at == self.watched && code == Code::MissingField);
        self.push(code, message, Some(at), vec![Step::To(Segment::Key(key.to_owned()))]);
    }

    /// Adds a problem of the field at the end of these `keys`, which is missing from the object at the byte offset `at`.
    #[cold]
    pub(crate) fn add_below_all(&mut self, at: usize, keys: &[&str], code: Code, message: impl FnOnce() -> Message) {
        let trail = keys.iter().rev().map(|key| Step::To(Segment::Key((*key).to_owned()))).collect();
        self.push(code, message, Some(at), trail);
    }

    /// Adds a problem of another report, below the current value.
    #[cold]
    pub(crate) fn adopt(&mut self, issue: Issue) {
        let Issue { code, path, message, params, .. } = issue;
        if self.sensitive {
            // The path may have keys of the value.
            return self.push(code, || "is not valid".to_owned(), None, Vec::new());
        }
        let trail = path.segments().iter().rev().cloned().map(Step::To).collect();
        self.push(code, || Message { text: message, params }, None, trail);
    }

    pub(super) fn push<M: Into<Message>>(
        &mut self,
        code: Code,
        message: impl FnOnce() -> M,
        at: Option<usize>,
        trail: Vec<Step>,
    ) {
        self.count += 1;
        if self.has_room() {
            let hidden = self.sensitive;
            self.list.push(Problem { code, message: message().into(), hidden, at, trail, end: None });
        }
    }

    /// Drops the problems in the value in `range`, which another one replaces.
    pub(crate) fn forget(&mut self, range: &Range<usize>) {
        // They were found in the order of the input.
        if self.list.last().is_some_and(|problem| problem.at >= Some(range.start)) {
            let listed = self.list.len();
            self.list.retain(|problem| problem.at.is_none_or(|at| !range.contains(&at)));
            self.count -= listed - self.list.len();
        }
    }

    /// Keeps the text of the last problem's value out of the report.
    pub(crate) fn hide_last(&mut self) {
        self.list.last_mut().into_iter().for_each(|problem| problem.hidden = true);
    }

    /// Moves the problems found since `mark` one step down, below the field `key`.
    #[inline]
    pub(crate) fn below_key(&mut self, mark: Mark, key: impl Fn() -> String) {
        if !self.none_since(mark) {
            self.below(mark, || Step::To(Segment::Key(key())));
        }
    }

    /// Moves the problems found since `mark` one step down, below the item `index`.
    #[inline]
    pub(crate) fn below_index(&mut self, mark: Mark, index: usize) {
        if !self.none_since(mark) {
            self.below(mark, || Step::To(Segment::Index(index)));
        }
    }

    /// Moves the problems found since `mark` one step down, below the item of a set that is spelled `key` as a key.
    #[inline]
    pub(crate) fn below_member(&mut self, mark: Mark, index: usize, key: impl Fn() -> Option<String>) {
        if !self.none_since(mark) {
            self.below(mark, || Step::Member(index, key()));
        }
    }

    /// Runs rules whose messages must not show the value's text.
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

    /// The problems listed since `mark`.
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
