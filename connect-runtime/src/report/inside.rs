//! Problems in strings that hold JSON text.

use std::ops::Range;

use super::problems::{Problem, Problems, Step};
use crate::json::{Contents, locate::Locator};

impl Problems {
    /// A list for the contents of a string, with the room that is left here.
    pub(crate) fn apart(&self) -> Self {
        let room = self.cap.saturating_sub(self.list.len());
        Self { list: Vec::new(), count: 0, cap: room, limit: room, ..*self }
    }

    /// Takes over what was found in the contents of a string.
    pub(crate) fn absorb(&mut self, inner: Self, contents: &Contents<'_>) {
        self.count += inner.count;
        if !inner.list.is_empty() {
            self.list.extend(place_all(inner.list, contents));
        }
    }
}

#[cold]
fn place_all(mut list: Vec<Problem>, contents: &Contents<'_>) -> Vec<Problem> {
    list.sort_by_key(|problem| problem.at);
    let mut locator = Locator::new(contents.text);
    for problem in &mut list {
        let at = problem.at.unwrap_or_default();
        let segments = locator.locate(at).segments;
        problem.end = Some(problem.span(at, &locator).end);
        problem.at = Some(at);
        problem.trail.extend(segments.into_iter().rev().map(Step::To));
    }
    let origins = contents.origins(list.iter().flat_map(|problem| [problem.at, problem.end]).flatten());
    for place in list.iter_mut().flat_map(|problem| [&mut problem.at, &mut problem.end]) {
        *place = place.map(|offset| origins.of(offset));
    }
    list
}

impl Problem {
    /// The byte range of what is at `at`, which `locator` has just located.
    pub(super) fn span(&self, at: usize, locator: &Locator<'_>) -> Range<usize> {
        match self.end {
            Some(end) => at..end,
            // What is absent or incomplete has no text of its own: mark one character.
            None if self.trail.is_empty() && !self.code.ends_reading() => locator.span_at(at),
            None => locator.character_at(at),
        }
    }
}
