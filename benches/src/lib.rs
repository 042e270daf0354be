//! Shared by the benchmarks: comparisons of decoders, timing, medians and Markdown tables.

pub mod comparison;
pub mod measure;
pub mod stats;
pub mod table;
