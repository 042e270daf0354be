//! Longer reads: one task each, from the first line to the last. Every example is run as a test.

pub mod coming_from;
#[cfg(feature = "models")]
pub mod drift;
