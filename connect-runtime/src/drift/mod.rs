//! Drift: what was accepted although it deviates from the model.

use std::{fmt, slice};

use crate::{
    json::{JsonText, Segment},
    report::RecordStart,
};

mod change;
mod inside;
mod kind;
mod log;
mod notes;
mod wire;

pub use change::Change;
pub use kind::{DriftKind, ParseDriftKindError};
pub(crate) use log::DriftLog;
use log::Kept;

/// Everything that was accepted although it deviates from the model, in input order.
///
/// `Display` writes one line per change; `Serialize` writes an array of [`Change`]s, the last with the number of
/// those `unlisted` if there were more, and `Deserialize` reads it back. Positions are worked out lazily, when they are first needed.
///
/// ```
/// #[derive(connect_runtime::ConnectModel)]
/// struct Account { id: String }
///
/// let text = r#"{"id": 7, "plan": "pro"}"#;
/// let decoded = connect_runtime::Decoder::new().decode::<Account>(text)?;
/// assert_eq!(decoded.value.id, "7");
/// let changes = decoded.drift.changes().iter().map(|change| (change.path().to_string(), change.found()));
/// let changes: Vec<_> = changes.collect();
/// assert_eq!(changes, [("id".to_owned(), "7"), ("plan".to_owned(), "\"pro\"")]);
/// assert_eq!(decoded.drift.to_string(), "1:8: id: found `7` [coerced]\n1:11: plan: found `\"pro\"` [unknown_field]");
/// # Ok::<(), connect_runtime::Report>(())
/// ```
#[derive(Clone, Default)]
pub struct Drift {
    kept: Option<Box<Kept>>,
}

impl Drift {
    /// What `log` recorded in `text`, which starts at `origin`.
    #[inline]
    pub(crate) fn new(log: &mut DriftLog, text: JsonText<'_>, origin: impl FnOnce() -> RecordStart) -> Self {
        Self { kept: log.keep(text, origin) }
    }

    /// The changes in input order.
    pub fn changes(&self) -> &[Change] {
        self.kept.as_ref().map_or(&[], |kept| kept.changes())
    }

    /// Whether the input was exactly what the model says.
    pub fn is_empty(&self) -> bool {
        self.kept.is_none()
    }

    /// Whether there were more changes of a kind than [`Decoder::max_issues`](crate::Decoder::max_issues) allows, 100 by
    /// default.
    pub fn truncated(&self) -> bool {
        self.unlisted() > 0
    }

    /// The number of changes that are not listed.
    /// Makes paths start at the path that `base` returns, where the decoded text is in its document.
    #[inline]
    pub(crate) fn below(&mut self, base: impl FnOnce() -> Vec<Segment>) {
        if let Some(kept) = &mut self.kept {
            kept.below(base());
        }
    }

    pub(crate) fn unlisted(&self) -> usize {
        self.kept.as_ref().map_or(0, |kept| kept.unlisted())
    }
}

impl fmt::Debug for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Drift").field("changes", &self.changes()).field("truncated", &self.truncated()).finish()
    }
}

impl PartialEq for Drift {
    fn eq(&self, other: &Self) -> bool {
        self.changes() == other.changes() && self.truncated() == other.truncated()
    }
}

impl Eq for Drift {}

#[expect(clippy::into_iter_without_iter, reason = "`changes` is the list")]
impl<'d> IntoIterator for &'d Drift {
    type Item = &'d Change;
    type IntoIter = slice::Iter<'d, Change>;

    fn into_iter(self) -> Self::IntoIter {
        self.changes().iter()
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, change) in self.changes().iter().enumerate() {
            let separator = if number == 0 { "" } else { "\n" };
            write!(f, "{separator}{change}")?;
        }
        if self.truncated() {
            write!(f, "\nmore changes were found than the {} listed", self.changes().len())?;
        }
        Ok(())
    }
}
