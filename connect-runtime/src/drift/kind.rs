//! The kinds of drift.

use std::{fmt, str::FromStr};

use crate::one_line::one_line;

macro_rules! kinds {
    ($($(#[$doc:meta])+ $variant:ident = $text:literal,)+) => {
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
            $($(#[$doc])+ $variant,)+
        }

        impl DriftKind {
            const COUNT: usize = [$(Self::$variant),+].len();

            /// The kind in `snake_case`.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }

        /// The kind with this name.
        ///
        /// ```
        /// use connect_runtime::DriftKind;
        ///
        /// assert_eq!("coerced".parse(), Ok(DriftKind::Coerced));
        /// assert_eq!("Coerced".parse::<DriftKind>().unwrap_err().to_string(), "`Coerced` is not a kind of drift");
        /// ```
        impl FromStr for DriftKind {
            type Err = ParseDriftKindError;

            fn from_str(text: &str) -> Result<Self, ParseDriftKindError> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(ParseDriftKindError(text.to_owned())),
                }
            }
        }
    };
}

kinds! {
    /// A value was coerced across the quotes: a number for a string, or a string for a number or a bool.
    Coerced = "coerced",
    /// A key that the model does not have was skipped, or an item after the last position of a tuple.
    UnknownField = "unknown_field",
    /// A name that the enum does not have was read as its `other` variant.
    UnknownVariant = "unknown_variant",
    /// A null was replaced by the default (`null_as_default`, `default_if(null)`).
    NullDefaulted = "null_defaulted",
    /// An invalid value was replaced by the default (`fallback`).
    Replaced = "replaced",
    /// An invalid item was left out (`skip_invalid`).
    Skipped = "skipped",
    /// What is not Unicode in a string became U+FFFD ([`Decoder::lossy`](crate::Decoder::lossy)), or a float was read that
    /// JSON does not have ([`Decoder::non_finite`](crate::Decoder::non_finite)).
    Repaired = "repaired",
    /// A key came again with the same value, or with another one where [`Duplicates`](crate::Duplicates) takes one.
    Repeated = "repeated",
    /// A value that stands for the default was replaced by it (`default_if`), or a tag was missing and the value was read
    /// as the enum's default variant (`default`).
    Defaulted = "defaulted",
    /// White space around a text was removed, or its case changed (`trim`, `lowercase`, `uppercase`).
    Normalized = "normalized",
    /// A key or name was matched by case alone (`ignore_case`).
    Respelled = "respelled",
}

/// A text that is no [`DriftKind`].
///
/// ```
/// assert!("unknown".parse::<connect_runtime::DriftKind>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseDriftKindError(String);

impl fmt::Display for ParseDriftKindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a kind of drift", one_line(&*self.0))
    }
}

impl std::error::Error for ParseDriftKindError {}

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
