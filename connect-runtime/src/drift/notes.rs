//! Changes before their positions are worked out, the first few without an allocation.

use std::sync::Arc;

use super::kind::DriftKind;

/// A recorded change: its kind and offset.
#[derive(Debug, Clone, Copy)]
pub(super) struct Note {
    pub(super) kind: DriftKind,
    pub(super) sensitive: bool,
    /// The offset in bytes of the value, or of the key of an unknown field.
    pub(super) at: usize,
}

/// How many changes are stored inline: a record whose ids changed type has a few; more are rare.
const INLINE: usize = 4;

/// A list of changes, in the order found.
#[derive(Debug, Clone, Default)]
pub(super) struct Notes {
    first: [Option<Note>; INLINE],
    more: Vec<Note>,
    len: usize,
    /// Why values were replaced or left out, each with the number of the change, in ascending order.
    reasons: Vec<(usize, Arc<str>)>,
}

impl Notes {
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Adds a change with the reason for it.
    pub(super) fn push_with(&mut self, note: Note, reason: Arc<str>) {
        self.reasons.push((self.len, reason));
        self.push(note);
    }

    pub(super) fn push(&mut self, note: Note) {
        match self.first.get_mut(self.len) {
            Some(slot) => *slot = Some(note),
            None => self.more.push(note),
        }
        self.len += 1;
    }

    /// Keeps only the first `len` changes.
    pub(super) fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len);
        self.more.truncate(len.saturating_sub(INLINE));
        let kept = self.reasons.partition_point(|(number, _)| *number < len);
        self.reasons.truncate(kept);
    }

    /// Takes out all changes but the first `len`.
    pub(super) fn split_off(&mut self, len: usize) -> Self {
        let mut taken = Self::default();
        taken.extend(self.iter().skip(len));
        self.truncate(len);
        taken
    }

    pub(super) fn extend<'n>(&mut self, notes: impl Iterator<Item = (Note, Option<&'n Arc<str>>)>) {
        for (note, reason) in notes {
            match reason {
                Some(reason) => self.push_with(note, Arc::clone(reason)),
                None => self.push(note),
            }
        }
    }

    /// The changes, each with the reason for it.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Note, Option<&Arc<str>>)> {
        let notes = self.first.iter().flatten().copied().take(self.len).chain(self.more.iter().copied());
        let mut reasons = self.reasons.iter().peekable();
        notes.enumerate().map(move |(number, note)| {
            let reason = reasons.next_if(|(of, _)| *of == number);
            (note, reason.map(|(_, reason)| reason))
        })
    }
}
