//! What both benchmarks share: medians and Markdown tables.

pub mod stats;
pub mod table;
