//! What drifted, before anyone asks where exactly it stands.

use std::{mem, sync::OnceLock};

use super::{
    change::Change,
    kind::DriftKind,
    notes::{Noted, Notes},
};
use crate::{
    json::{Path, locate::Locator},
    report::RecordStart,
};

/// Texts up to this length, in bytes, are kept so that places can wait until somebody asks for them: copying one takes
/// a small part of the time, and of the memory, that its changes would.
const KEPT_BYTES: usize = 4096;

/// The changes of one run, in the order found. They are always counted, and listed on demand up to the cap.
#[derive(Debug)]
pub(crate) struct DriftLog {
    list: Notes,
    count: usize,
    cap: usize,
}

/// A point in the run to come back to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DriftMark {
    listed: usize,
    count: usize,
}

impl DriftLog {
    /// A log that lists up to `cap` changes.
    #[inline]
    pub(crate) fn new(cap: usize) -> Self {
        Self { list: Notes::default(), count: 0, cap }
    }

    /// Remembers this point.
    #[inline]
    pub(crate) fn mark(&self) -> DriftMark {
        DriftMark { listed: self.list.len(), count: self.count }
    }

    /// Forgets what was noted since `mark`.
    #[inline]
    pub(crate) fn roll_back(&mut self, mark: DriftMark) {
        if !self.none_since(mark) {
            self.list.truncate(mark.listed);
            self.count = mark.count;
        }
    }

    /// Whether changes are listed at all.
    #[inline]
    pub(crate) fn lists(&self) -> bool {
        self.cap > 0
    }

    /// Whether nothing was noted since `mark`.
    #[inline]
    pub(crate) fn none_since(&self, mark: DriftMark) -> bool {
        self.count == mark.count
    }

    /// Takes out what was noted since `mark`.
    pub(crate) fn take_since(&mut self, mark: DriftMark) -> Self {
        let taken = Self { list: self.list.split_off(mark.listed), count: self.count - mark.count, cap: self.cap };
        self.count = mark.count;
        taken
    }

    /// Adds what was taken out.
    pub(crate) fn append(&mut self, taken: &Self) {
        self.count += taken.count;
        taken.list.iter().for_each(|noted| self.list.push(noted));
    }

    #[inline]
    pub(crate) fn count(&mut self) {
        self.count += 1;
    }

    #[cold]
    pub(crate) fn add(&mut self, kind: DriftKind, at: usize, sensitive: bool) {
        self.count += 1;
        if self.list.len() < self.cap {
            self.list.push(Noted { kind, sensitive, at });
        }
    }

    /// The changes in `text`, which starts where `origin` says; none if there are none.
    #[inline]
    pub(super) fn keep(&mut self, text: &str, origin: impl FnOnce() -> RecordStart) -> Option<Box<Kept>> {
        if self.count == 0 { None } else { Some(Box::new(self.keep_all(text, origin()))) }
    }

    #[cold]
    fn keep_all(&mut self, text: &str, origin: RecordStart) -> Kept {
        let truncated = self.count > self.list.len();
        let list = mem::take(&mut self.list);
        if text.len() <= KEPT_BYTES {
            return Kept { list, text: text.into(), origin, truncated, changes: OnceLock::new() };
        }
        let changes = OnceLock::from(place_all(&list, text, origin));
        Kept { list: Notes::default(), text: Box::default(), origin, truncated, changes }
    }
}

/// Changes and, until their places are worked out, the text that these are found in.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    list: Notes,
    text: Box<str>,
    origin: RecordStart,
    truncated: bool,
    changes: OnceLock<Vec<Change>>,
}

impl Kept {
    pub(super) fn changes(&self) -> &[Change] {
        self.changes.get_or_init(|| place_all(&self.list, &self.text, self.origin))
    }

    pub(super) fn truncated(&self) -> bool {
        self.truncated
    }
}

fn place_all(list: &Notes, text: &str, origin: RecordStart) -> Vec<Change> {
    let mut list: Vec<Noted> = list.iter().collect();
    list.sort_by_key(|noted| noted.at);
    let mut locator = Locator::new(text);
    list.iter().map(|noted| place(noted, text, &mut locator, origin)).collect()
}

fn place(noted: &Noted, text: &str, locator: &mut Locator<'_>, origin: RecordStart) -> Change {
    let location = locator.locate(noted.at);
    let mut span = locator.span_at(noted.at);
    if noted.kind == DriftKind::UnknownField {
        span = locator.value_of_key(span.end);
    }
    let found = text.get(span).filter(|_| !noted.sensitive).unwrap_or_default();
    let (line, column) = origin.place(location.line, location.column);
    let path = Path::new(location.segments);
    Change { kind: noted.kind, path, line, column, found: found.chars().take(64).collect() }
}
