//! Changes before their positions are worked out, the first few without an allocation.

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
}

impl Notes {
    pub(super) fn len(&self) -> usize {
        self.len
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
    }

    /// Takes out all changes but the first `len`.
    pub(super) fn split_off(&mut self, len: usize) -> Self {
        let mut taken = Self::default();
        self.iter().skip(len).for_each(|note| taken.push(note));
        self.truncate(len);
        taken
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Note> {
        self.first.iter().flatten().copied().take(self.len).chain(self.more.iter().copied())
    }
}
