//! Problems of maps and sets, whose entries are checked in another order than that of the input.
//!
//! The first problems of the input may be found last. So each entry may list as many as there is room for, and those that
//! come first are kept once their order is known.

use super::{
    problem::{Problem, Step},
    problems::{Mark, Problems},
};
use crate::json::Segment;

impl Problems {
    /// Checks entries whose order is the same in every run, though not that of the input.
    #[inline]
    pub(crate) fn in_own_order<E>(&mut self, entries: impl IntoIterator<Item = E>, check: impl FnMut(E, &mut Self)) {
        let (since, cap) = (self.mark(), self.cap);
        self.check_entries(entries, check);
        self.end_entries(since, cap);
    }

    /// Checks entries whose order is not the same in every run. Without an input, their problems are ordered by the
    /// spelling of the key or item.
    #[inline]
    pub(crate) fn in_any_order<E>(&mut self, entries: impl IntoIterator<Item = E>, check: impl FnMut(E, &mut Self)) {
        let (since, cap) = (self.mark(), self.cap);
        self.check_entries(entries, check);
        if !self.none_since(since) {
            self.since(since).sort_by(|a, b| spelling(a).cmp(&spelling(b)));
        }
        self.end_entries(since, cap);
    }

    #[inline]
    fn check_entries<E>(&mut self, entries: impl IntoIterator<Item = E>, mut check: impl FnMut(E, &mut Self)) {
        let room = self.cap.saturating_sub(self.list.len());
        for entry in entries {
            self.cap = self.list.len().saturating_add(room);
            check(entry, self);
        }
    }

    /// Keeps what there is room for, or leaves that to [`keep_first`](Self::keep_first).
    #[inline]
    fn end_entries(&mut self, since: Mark, cap: usize) {
        if self.in_memory {
            self.list.truncate(cap.max(since.listed));
        }
        let surplus = self.list.len().saturating_sub(cap);
        self.cap = if surplus == 0 { cap } else { self.list.len().saturating_add(cap - since.listed.min(cap)) };
    }

    /// Of the problems since `mark`, whose places are known, keeps those that come first in the input.
    pub(crate) fn keep_first(&mut self, mark: Mark) {
        if self.list.len() > self.limit {
            self.since(mark).sort_by_key(|problem| problem.at);
            self.list.truncate(self.limit);
        }
        self.cap = self.cap.min(self.limit);
    }

    /// Gives the items of a set that have problems since `mark` their indexes among `spellings`, sorted; without a
    /// spelling, the set has the problems.
    #[cold]
    pub(crate) fn rank_members(&mut self, mark: Mark, spellings: impl FnOnce() -> Vec<String>) {
        if !self.in_memory {
            return;
        }
        let mut spellings = spellings();
        spellings.sort_unstable();
        for problem in self.since(mark) {
            match problem.trail.last_mut() {
                Some(Step::Member(_, None)) => problem.trail.clear(),
                Some(Step::Member(index, Some(own))) => *index = spellings.partition_point(|other| other < own),
                _ => {}
            }
        }
    }
}

/// What the problem's entry is called, or what is wrong with it if it has no name.
fn spelling(problem: &Problem) -> (&str, &str) {
    match problem.trail.last() {
        Some(Step::Member(_, Some(spelling)) | Step::To(Segment::Key(spelling))) => (spelling, ""),
        _ => ("", &problem.message.text),
    }
}
