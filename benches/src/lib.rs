//! What the benchmarks share: comparisons of decoders, the stopwatch, medians and Markdown tables.

pub mod comparison;
pub mod measure;
pub mod stats;
pub mod table;
