//! What the benchmarks share: the stopwatch, medians and Markdown tables.

pub mod measure;
pub mod stats;
pub mod table;
