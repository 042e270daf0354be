//! Changes in strings that hold JSON text.

use super::{
    kind::DriftKind,
    log::DriftLog,
    notes::{Inside, Note, Notes},
};
use crate::json::{Contents, Segment, locate::Locator};

impl DriftLog {
    /// A log for the contents of a string, which counts on.
    pub(crate) fn apart(&self) -> Self {
        Self { list: Notes::default(), ..*self }
    }

    /// Takes over what was recorded in the contents of a string.
    pub(crate) fn absorb(&mut self, inner: &Self, contents: &Contents<'_>) {
        self.counts = inner.counts;
        if inner.list.len() > 0 {
            self.place_all(&inner.list, contents);
        }
    }

    #[cold]
    fn place_all(&mut self, list: &Notes, contents: &Contents<'_>) {
        let mut locator = Locator::new(contents.text);
        let origins = contents.origins(list.iter().map(|(note, _)| note.at));
        for (note, reason) in list.sorted() {
            let segments = locator.locate(note.at).segments;
            let inside = Inside::of(note, list.inside(note), segments, &locator);
            self.list.push_reason(reason);
            self.list.push_inside(Note { at: origins.of(note.at), ..note }, inside);
        }
    }
}

impl Inside {
    /// The path of `note` and what was found there; `segments` lead to its offset in `text`, and `inside` goes on from
    /// there.
    pub(super) fn of(note: Note, inside: Option<&Self>, mut segments: Vec<Segment>, locator: &Locator<'_>) -> Self {
        if let Some(inside) = inside {
            segments.extend(inside.segments.iter().cloned());
            return Self { segments, found: inside.found.clone() };
        }
        let mut span = locator.span_at(note.at);
        // The surplus item of a tuple has no key.
        if note.kind == DriftKind::UnknownField && matches!(segments.last(), Some(Segment::Key(_))) {
            span = locator.value_of_key(span.end);
        }
        let found = if note.sensitive { String::new() } else { locator.start_of(span) };
        Self { segments, found }
    }
}
