//! The log of drift, before positions are worked out.

use std::{
    mem,
    sync::{Arc, OnceLock},
};

use super::{
    change::Change,
    kind::{Counts, DriftKind},
    notes::{Inside, Note, Notes},
};
use crate::{
    json::{JsonText, Path, Segment, locate::Locator},
    report::RecordStart,
};

/// Inputs up to this length, in bytes, are kept, so that positions are worked out only on demand: copying the input
/// takes a fraction of the time and memory that its changes would.
const KEPT_BYTES: usize = 4096;

/// The changes of one run, in the order found. All are counted, and of each kind those up to the cap are listed.
#[derive(Debug)]
pub(crate) struct DriftLog {
    pub(super) list: Notes,
    pub(super) counts: Counts,
    pub(super) cap: usize,
    /// Unknown fields decide which variant of an untagged enum fits best, whether or not they are listed.
    pub(super) lists_unknown_fields: bool,
}

/// A point in the run to return to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DriftMark {
    listed: usize,
    counts: Counts,
}

impl DriftLog {
    /// A log that lists up to `cap` changes of each kind.
    #[inline]
    pub(crate) fn new(cap: usize, lists_unknown_fields: bool) -> Self {
        Self { list: Notes::default(), counts: Counts::default(), cap, lists_unknown_fields }
    }

    /// The current point in the run.
    #[inline]
    pub(crate) fn mark(&self) -> DriftMark {
        DriftMark { listed: self.list.len(), counts: self.counts }
    }

    /// Drops the changes recorded since `mark`.
    #[inline]
    pub(crate) fn roll_back(&mut self, mark: DriftMark) {
        if !self.none_since(mark) {
            self.list.truncate(mark.listed);
            self.counts = mark.counts;
        }
    }

    /// Whether changes are listed at all.
    #[inline]
    pub(crate) fn lists(&self) -> bool {
        self.cap > 0
    }

    /// Whether nothing was recorded since `mark`.
    #[inline]
    pub(crate) fn none_since(&self, mark: DriftMark) -> bool {
        self.counts.all == mark.counts.all
    }

    /// Takes out the changes recorded since `mark`.
    pub(crate) fn take_since(&mut self, mark: DriftMark) -> Self {
        let counts = self.counts.minus(mark.counts);
        self.counts = mark.counts;
        Self { list: self.list.split_off(mark.listed), counts, ..*self }
    }

    /// Adds the changes that were taken out.
    pub(crate) fn append(&mut self, taken: &Self) {
        self.counts = self.counts.plus(taken.counts);
        self.list.extend(&taken.list, 0);
    }

    /// Counts a coerced value, which is not listed.
    #[inline]
    pub(crate) fn count_coerced(&mut self) {
        self.counts.add(DriftKind::Coerced);
    }

    #[cold]
    pub(crate) fn add(&mut self, kind: DriftKind, at: usize, sensitive: bool) {
        if self.has_room(kind) {
            self.list.push(Note { kind, sensitive, at, inside: 0 });
        }
        self.counts.add(kind);
    }

    /// Adds a change for a `reason`, which is needed only if there is room for it.
    #[cold]
    pub(crate) fn add_with(&mut self, kind: DriftKind, at: usize, sensitive: bool, reason: impl FnOnce() -> String) {
        if self.has_room(kind) {
            self.list.push_with(Note { kind, sensitive, at, inside: 0 }, reason().into());
        }
        self.counts.add(kind);
    }

    /// Whether the next change of this kind will be listed.
    pub(crate) fn has_room(&self, kind: DriftKind) -> bool {
        self.counts.of(kind) < self.cap && self.is_listed(kind)
    }

    fn is_listed(&self, kind: DriftKind) -> bool {
        self.lists_unknown_fields || kind != DriftKind::UnknownField
    }

    /// How many changes there are, listed or not, without those of a kind that is turned off.
    fn len(&self) -> usize {
        let off = if self.lists_unknown_fields { 0 } else { self.counts.of(DriftKind::UnknownField) };
        self.counts.all - off
    }

    /// The changes in `text`, which starts at `origin`; `None` if there are no changes.
    #[inline]
    pub(super) fn keep(&mut self, text: JsonText<'_>, origin: impl FnOnce() -> RecordStart) -> Option<Box<Kept>> {
        if self.len() == 0 { None } else { Some(Box::new(self.keep_all(text, origin()))) }
    }

    #[cold]
    fn keep_all(&mut self, text: JsonText<'_>, origin: RecordStart) -> Kept {
        let unlisted = self.len().saturating_sub(self.list.len());
        let list = mem::take(&mut self.list);
        if text.len() <= KEPT_BYTES {
            return Kept {
                list,
                text: text.bytes().into(),
                origin,
                unlisted,
                changes: OnceLock::new(),
                base: Vec::new(),
            };
        }
        let changes = OnceLock::from(place_all(&list, text, origin));
        Kept { list: Notes::default(), text: Box::default(), origin, unlisted, changes, base: Vec::new() }
    }
}

/// Changes and, until their positions are worked out, the text they are in.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    list: Notes,
    text: Box<[u8]>,
    origin: RecordStart,
    /// How many changes there were beyond the caps.
    unlisted: usize,
    changes: OnceLock<Vec<Change>>,
    /// The path of the text in its document.
    base: Vec<Segment>,
}

impl Kept {
    /// Changes whose positions are known, and the number of others; `None` if there are none.
    pub(super) fn placed(changes: Vec<Change>, unlisted: usize) -> Option<Self> {
        let kept = |changes| Self {
            list: Notes::default(),
            text: Box::default(),
            origin: RecordStart::START,
            unlisted,
            changes: OnceLock::from(changes),
            base: Vec::new(),
        };
        (!changes.is_empty()).then(|| kept(changes))
    }

    pub(super) fn changes(&self) -> &[Change] {
        self.changes.get_or_init(|| {
            let mut changes = place_all(&self.list, JsonText::new(&self.text), self.origin);
            move_below(&mut changes, &self.base);
            changes
        })
    }

    /// Makes paths start at `base`.
    #[cold]
    pub(super) fn below(&mut self, base: Vec<Segment>) {
        if let Some(changes) = self.changes.get_mut() {
            move_below(changes, &base);
        }
        self.base = base;
    }

    pub(super) fn unlisted(&self) -> usize {
        self.unlisted
    }
}

fn move_below(changes: &mut [Change], base: &[Segment]) {
    for change in changes {
        change.path.below(base);
    }
}

fn place_all(list: &Notes, text: JsonText<'_>, origin: RecordStart) -> Vec<Change> {
    let mut locator = Locator::new(text);
    let place = |(note, reason): (Note, Option<&Arc<str>>)| Change {
        reason: reason.map(ToString::to_string),
        ..place(note, list.inside(note), &mut locator, origin)
    };
    list.sorted().into_iter().map(place).collect()
}

fn place(note: Note, inside: Option<&Inside>, locator: &mut Locator<'_>, origin: RecordStart) -> Change {
    let location = locator.locate(note.at);
    let Inside { segments, found } = Inside::of(note, inside, location.segments, locator);
    let (line, column) = origin.place(location.line, location.column);
    Change { kind: note.kind, path: Path::new(segments), line, column, found, reason: None }
}
