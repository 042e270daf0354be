//! `Decode` for the types of std, `serde_json` and jiff.

mod collections;
mod json;
mod maps;
mod net;
mod numbers;
mod strings;
#[cfg(feature = "jiff")]
mod time;
mod tuples;
mod wrappers;
