//! Problems in strings that hold JSON text.

use std::ops::Range;

use super::{
    code::Code,
    problem::{Problem, Step},
    problems::Problems,
    resolve::Resolver,
};
use crate::{
    json::{Contents, Cursor, JsonText, Segment, locate::Locator},
    message::Message,
};

impl Problems {
    /// A list for the contents of a string, with the room that is left here.
    pub(crate) fn for_contents(&self) -> Self {
        Self {
            explains: self.explains,
            watched: usize::MAX,
            missing: 0,
            ..self.apart(self.cap.saturating_sub(self.list.len()))
        }
    }

    /// Adds a problem at the byte offset `at`; `inside` leads to it, if that is in a string that holds JSON text.
    #[cold]
    pub(crate) fn add_inside(
        &mut self,
        at: usize,
        inside: Vec<Segment>,
        code: Code,
        message: impl FnOnce() -> Message,
    ) {
        self.push(code, message, Some(at), inside.into_iter().rev().map(Step::To).collect());
    }

    /// Takes over what was found in the contents of a string.
    pub(crate) fn absorb(&mut self, mut inner: Self, contents: &Contents<'_>) {
        self.count += inner.count;
        if !inner.list.is_empty() {
            place_all(inner.list.iter_mut().collect(), contents);
            self.list.append(&mut inner.list);
        }
    }
}

/// Follows the trails that end at a string that was read as JSON text, one of those at the offsets `opened`: what is
/// wrong with an item there is found by the rules of a field around it.
pub(crate) fn place_in_strings(problems: &mut [Problem], text: JsonText<'_>, opened: &[usize]) {
    if opened.is_empty() {
        return;
    }
    for group in problems.chunk_by_mut(|problem, next| problem.at == next.at) {
        let at = group.first().and_then(|problem| problem.at);
        if let Some(at) = at.filter(|at| opened.binary_search(at).is_ok()) {
            place_in_string(group, text, at);
        }
    }
}

#[cold]
fn place_in_string(problems: &mut [Problem], text: JsonText<'_>, at: usize) {
    let Ok(string) = Cursor::again(text.after(at)).string() else { return };
    let contents = Contents::new(text, at, &string);
    let mut cursor = Cursor::again(contents.text);
    cursor.next_token();
    let mut resolver = Resolver::new(contents.text, cursor.at(), &[]);
    let mut inside: Vec<_> = problems.iter_mut().filter(|problem| !problem.trail.is_empty()).collect();
    for problem in &mut inside {
        problem.at = None;
        resolver.place(problem, |_| None);
    }
    place_all(inside, &contents);
}

/// Gives problems in the contents of a string their places in the text around it.
#[cold]
fn place_all(mut list: Vec<&mut Problem>, contents: &Contents<'_>) {
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
}

impl Problem {
    /// The byte range of what is at `at`, which `locator` has just located.
    pub(super) fn span(&self, at: usize, locator: &Locator<'_>) -> Range<usize> {
        match self.end {
            Some(end) => at..end,
            None if self.has_text() => locator.span_at(at),
            // One character marks where it is.
            None => locator.character_at(at),
        }
    }

    /// Whether the value that the problem is about is there: what is absent or incomplete has no text of its own.
    pub(super) fn has_text(&self) -> bool {
        self.trail.is_empty() && !self.code.ends_reading()
    }
}
