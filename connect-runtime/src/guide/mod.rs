//! Guides, each about one task from start to finish. Every example is run as a test.

pub mod coming_from;
#[cfg(feature = "models")]
pub mod drift;
pub mod formats;
#[cfg(feature = "models")]
pub mod unusual_values;
