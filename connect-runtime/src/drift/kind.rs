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
    /// A key that the model does not have was skipped.
    UnknownField,
    /// A name that the enum does not have was read as its `other` variant.
    UnknownVariant,
    /// A null was replaced by the default (`null_as_default`).
    NullDefaulted,
    /// An invalid value was replaced by the default (`fallback`).
    Replaced,
    /// An invalid item was left out (`skip_invalid`).
    Skipped,
}

impl DriftKind {
    /// The kind in `snake_case`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Coerced => "coerced",
            Self::UnknownField => "unknown_field",
            Self::UnknownVariant => "unknown_variant",
            Self::NullDefaulted => "null_defaulted",
            Self::Replaced => "replaced",
            Self::Skipped => "skipped",
        }
    }
}

impl fmt::Display for DriftKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
