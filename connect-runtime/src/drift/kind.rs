//! The kinds of drift.

use std::fmt;

/// What kind of leniency accepted a value.
///
/// ```
/// use connect_runtime::{Decoder, DriftKind};
///
/// let decoded = Decoder::new().decode::<Vec<u8>>(r#"[1, "2"]"#)?;
/// assert_eq!(decoded.drift.changes()[0].kind(), DriftKind::Coerced);
/// assert_eq!(DriftKind::Coerced.as_str(), "coerced");
/// # Ok::<(), connect_runtime::Report>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DriftKind {
    /// A value was coerced across the quotes: a number for a string, or a string for a number or a bool.
    Coerced,
    /// A key that the model does not have was skipped, or an item after the last position of a tuple.
    UnknownField,
    /// A name that the enum does not have was read as its `other` variant.
    UnknownVariant,
    /// A null was replaced by the default (`null_as_default`).
    NullDefaulted,
    /// An invalid value was replaced by the default (`fallback`).
    Replaced,
    /// An invalid item was left out (`skip_invalid`).
    Skipped,
    /// What is not Unicode in a string became U+FFFD ([`Decoder::lossy`](crate::Decoder::lossy)), or a float was read that
    /// JSON does not have ([`Decoder::non_finite`](crate::Decoder::non_finite)).
    Repaired,
}

impl DriftKind {
    const COUNT: usize = Self::Repaired as usize + 1;

    /// The kind in `snake_case`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Coerced => "coerced",
            Self::UnknownField => "unknown_field",
            Self::UnknownVariant => "unknown_variant",
            Self::NullDefaulted => "null_defaulted",
            Self::Replaced => "replaced",
            Self::Skipped => "skipped",
            Self::Repaired => "repaired",
        }
    }
}

impl fmt::Display for DriftKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The number of changes, of all kinds and of each.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) all: usize,
    by_kind: [usize; DriftKind::COUNT],
}

impl Counts {
    #[inline]
    pub(super) fn add(&mut self, kind: DriftKind) {
        self.all += 1;
        if let Some(count) = self.by_kind.get_mut(kind as usize) {
            *count += 1;
        }
    }

    pub(super) fn of(&self, kind: DriftKind) -> usize {
        self.by_kind.get(kind as usize).copied().unwrap_or_default()
    }

    pub(super) fn plus(mut self, other: Self) -> Self {
        self.all += other.all;
        self.by_kind.iter_mut().zip(other.by_kind).for_each(|(count, other)| *count += other);
        self
    }

    /// The changes that were counted after `earlier`.
    pub(super) fn minus(mut self, earlier: Self) -> Self {
        self.all -= earlier.all;
        self.by_kind.iter_mut().zip(earlier.by_kind).for_each(|(count, earlier)| *count -= earlier);
        self
    }
}
