//! What holds for a whole input.

use super::Duplicates;

/// Settings for the whole input.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Policy {
    /// Drift of every kind but unknown fields is refused.
    pub(crate) strict: bool,
    /// Unknown fields are refused.
    pub(crate) deny_unknown_fields: bool,
    /// Which value is taken of a key that comes again.
    pub(crate) duplicates: Duplicates,
    pub(crate) max_items: usize,
    pub(crate) origin: Origin,
    /// The offset in bytes where the text was cut off. A value that ends after it was closed by this crate.
    pub(crate) cut: usize,
}

/// What the text was before it was JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The JSON text that was sent.
    Text,
    /// A value in memory. Its floats were parsed before, so integers written as floats may have been rounded; this also
    /// holds for other formats.
    Value,
    /// Another format, which has values without a JSON form.
    Format,
    /// A format for programs only: a struct may be an array without names, and some types have a binary form.
    Compact,
}
