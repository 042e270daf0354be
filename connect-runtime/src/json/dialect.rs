//! How far JSON text may deviate from JSON.

/// What deviates from JSON and is read all the same.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Dialect {
    /// What is not Unicode in strings becomes U+FFFD.
    pub(crate) lossy: bool,
    /// Floats may be `NaN`, `Infinity` and `-Infinity`.
    pub(crate) non_finite: bool,
}

impl Dialect {
    /// All of it, for looking at text that was read before.
    pub(crate) const WIDEST: Self = Self { lossy: true, non_finite: true };
}
