//! Changes in their raw form, the first few without an allocation.

use super::kind::DriftKind;

/// A change: its kind and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noted {
    pub(super) kind: DriftKind,
    pub(super) sensitive: bool,
    /// The offset in bytes of the value, or of the key of an unknown field.
    pub(super) at: usize,
}

/// How many are held in place: a record whose ids changed their type has some, and only wild ones have many.
const IN_PLACE: usize = 4;

/// A list of changes, in the order found.
#[derive(Debug, Clone, Default)]
pub(super) struct Notes {
    first: [Option<Noted>; IN_PLACE],
    more: Vec<Noted>,
    len: usize,
}

impl Notes {
    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn push(&mut self, noted: Noted) {
        match self.first.get_mut(self.len) {
            Some(place) => *place = Some(noted),
            None => self.more.push(noted),
        }
        self.len += 1;
    }

    /// Keeps no more than the first `len`.
    pub(super) fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len);
        self.more.truncate(len.saturating_sub(IN_PLACE));
    }

    /// Takes out all but the first `len`.
    pub(super) fn split_off(&mut self, len: usize) -> Self {
        let mut taken = Self::default();
        self.iter().skip(len).for_each(|noted| taken.push(noted));
        self.truncate(len);
        taken
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Noted> {
        self.first.iter().flatten().copied().take(self.len).chain(self.more.iter().copied())
    }
}
