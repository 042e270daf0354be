//! What is found wrong while reading or validating, before anyone asks where exactly it stands.

use crate::{
    code::Code,
    json::locate::{self, Locator},
    path::{Path, Segment},
};

/// A problem in its raw form: a place is an offset into the text, a trail of segments below it, or both.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    pub(crate) code: Code,
    pub(crate) message: String,
    /// The offset in bytes of the value or key; none while the trail is all that is known.
    pub(crate) at: Option<usize>,
    /// What leads from there to the place, innermost segment first: the missing field of the object at `at`,
    /// or the whole path where there is no text.
    pub(crate) trail: Vec<Segment>,
}

impl Problem {
    /// Follows the trail from the value at the offset `start` as far as the text goes. `is_key(found, name)` tells
    /// whether a key of the outermost object stands for the field `name`.
    pub(crate) fn place(&mut self, text: &str, start: usize, is_key: impl Fn(&str, &str) -> bool) {
        if self.at.is_some() {
            return;
        }
        let mut at = start;
        let mut outermost = true;
        while let Some(segment) = self.trail.last() {
            let found = match segment {
                Segment::Key(name) if outermost => value_of(text, at, |key| is_key(key, name)),
                Segment::Key(name) => value_of(text, at, |key| key == name),
                Segment::Index(index) => locate::find_index(text, at, *index),
            };
            let Some(found) = found else { break };
            at = found;
            outermost = false;
            self.trail.pop();
        }
        self.at = Some(at);
    }
}

fn value_of(text: &str, object: usize, wanted: impl Fn(&str) -> bool) -> Option<usize> {
    locate::find_key(text, object, wanted).map(|(_, value)| value)
}

/// The problems of one run, in the order found; past the cap they are only counted.
#[derive(Debug)]
pub struct Problems {
    list: Vec<Problem>,
    count: usize,
    cap: usize,
}

/// A point in the run to come back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    listed: usize,
    count: usize,
}

impl Problems {
    pub(crate) const fn new(cap: usize) -> Self {
        Self { list: Vec::new(), count: 0, cap }
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
        segments.extend(first.trail.iter().rev().cloned());
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
        self.push(code, message, Some(at), vec![Segment::Key(key.to_owned())]);
    }

    fn push(&mut self, code: Code, message: impl FnOnce() -> String, at: Option<usize>, trail: Vec<Segment>) {
        self.count += 1;
        if self.has_room() {
            self.list.push(Problem { code, message: message(), at, trail });
        }
    }

    /// Puts what was found since `mark` one step down, below the field `key`.
    #[inline]
    pub(crate) fn below_key(&mut self, mark: Mark, key: impl Fn() -> String) {
        if !self.none_since(mark) {
            self.below(mark, || Segment::Key(key()));
        }
    }

    /// Puts what was found since `mark` one step down, below the item `index`.
    #[inline]
    pub(crate) fn below_index(&mut self, mark: Mark, index: usize) {
        if !self.none_since(mark) {
            self.below(mark, || Segment::Index(index));
        }
    }

    #[cold]
    fn below(&mut self, mark: Mark, segment: impl Fn() -> Segment) {
        for problem in self.since(mark).iter_mut().filter(|problem| problem.at.is_none()) {
            problem.trail.push(segment());
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
