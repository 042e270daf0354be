//! Changes before their positions are worked out, the first few without an allocation.

use std::sync::Arc;

use super::kind::DriftKind;
use crate::json::Segment;

/// A recorded change: its kind and offset.
#[derive(Debug, Clone, Copy)]
pub(super) struct Note {
    pub(super) kind: DriftKind,
    pub(super) sensitive: bool,
    /// The offset in bytes of the value, or of the key of an unknown field.
    pub(super) at: usize,
    /// Which of the places inside strings it is at, counted from 1; 0 if it is at none.
    pub(super) inside: u32,
}

/// A place in a string that holds JSON text.
#[derive(Debug, Clone)]
pub(super) struct Inside {
    /// The path below the string.
    pub(super) segments: Vec<Segment>,
    /// The JSON text there, cut.
    pub(super) found: String,
}

/// How many changes are stored inline: a record whose ids changed type has a few; more are rare.
const INLINE: usize = 4;

/// A list of changes, in the order found.
#[derive(Debug, Clone, Default)]
pub(super) struct Notes {
    first: [Option<Note>; INLINE],
    more: Vec<Note>,
    len: usize,
    /// What few changes have, apart from the log, which is made and dropped for every record.
    rare: Option<Box<Rare>>,
}

#[derive(Debug, Clone, Default)]
struct Rare {
    /// Why values were replaced or left out, each with the number of the change, in ascending order.
    reasons: Vec<(usize, Arc<str>)>,
    /// The places inside strings, in the order of their changes. Most inputs have none.
    inside: Vec<Inside>,
}

impl Notes {
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Adds a change with the reason for it.
    pub(super) fn push_with(&mut self, note: Note, reason: Arc<str>) {
        let number = self.len;
        self.rare().reasons.push((number, reason));
        self.push(note);
    }

    pub(super) fn push(&mut self, note: Note) {
        match self.first.get_mut(self.len) {
            Some(slot) => *slot = Some(note),
            None => self.more.push(note),
        }
        self.len += 1;
    }

    /// Adds a change inside a string.
    #[cold]
    pub(super) fn push_inside(&mut self, note: Note, inside: Inside) {
        let places = &mut self.rare().inside;
        places.push(inside);
        let inside = u32::try_from(places.len()).unwrap_or_default();
        self.push(Note { inside, ..note });
    }

    /// Where inside a string the change is, if it is in one.
    pub(super) fn inside(&self, note: Note) -> Option<&Inside> {
        let index = usize::try_from(note.inside).ok()?.checked_sub(1)?;
        self.rare.as_ref()?.inside.get(index)
    }

    /// Keeps only the first `len` changes.
    pub(super) fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len);
        self.more.truncate(len.saturating_sub(INLINE));
        if self.rare.is_some() {
            self.truncate_rare(len);
        }
    }

    #[cold]
    fn truncate_rare(&mut self, len: usize) {
        let inside = self.iter().filter(|(note, _)| note.inside > 0).count();
        let Rare { reasons, inside: places } = self.rare();
        reasons.truncate(reasons.partition_point(|(number, _)| *number < len));
        places.truncate(inside);
    }

    #[cold]
    fn rare(&mut self) -> &mut Rare {
        self.rare.get_or_insert_default()
    }

    /// Takes out all changes but the first `len`.
    pub(super) fn split_off(&mut self, len: usize) -> Self {
        let mut taken = Self::default();
        taken.extend(self, len);
        self.truncate(len);
        taken
    }

    /// The changes in the order of the input, each with the reason for it.
    pub(super) fn sorted(&self) -> Vec<(Note, Option<&Arc<str>>)> {
        let mut list: Vec<_> = self.iter().collect();
        list.sort_by_key(|(note, _)| note.at);
        list
    }

    /// Adds the changes of another list but the first `skipped`.
    pub(super) fn extend(&mut self, other: &Self, skipped: usize) {
        for (note, reason) in other.iter().skip(skipped) {
            self.push_reason(reason);
            match other.inside(note) {
                Some(inside) => self.push_inside(note, inside.clone()),
                None => self.push(note),
            }
        }
    }

    /// Keeps the reason for the change that is added next.
    pub(super) fn push_reason(&mut self, reason: Option<&Arc<str>>) {
        let number = self.len;
        if let Some(reason) = reason {
            self.rare().reasons.push((number, Arc::clone(reason)));
        }
    }

    /// The changes, each with the reason for it.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Note, Option<&Arc<str>>)> {
        let notes = self.first.iter().flatten().copied().take(self.len).chain(self.more.iter().copied());
        let mut reasons = self.rare.iter().flat_map(|rare| &rare.reasons).peekable();
        notes.enumerate().map(move |(number, note)| {
            let reason = reasons.next_if(|(of, _)| *of == number);
            (note, reason.map(|(_, reason)| reason))
        })
    }
}
