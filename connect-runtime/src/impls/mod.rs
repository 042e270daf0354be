//! `Decode` for the types of std, `serde_json` and jiff.

pub(crate) mod collections;
mod json;
pub(crate) mod maps;
mod net;
mod numbers;
mod strings;
#[cfg(feature = "jiff")]
mod time;
pub(crate) mod tuples;
mod wrappers;
