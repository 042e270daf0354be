//! Models for APIs you don't control.

#![forbid(unsafe_code)]

extern crate self as connect_runtime;

mod adapt;
mod code;
mod coerce;
mod decode;
mod decoder;
mod drift;
mod enums;
mod flatten;
mod hidden;
mod impls;
mod issue;
mod json;
mod keys;
mod many;
mod model;
mod models;
mod names;
mod origin;
mod path;
mod positional;
mod problems;
#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod reader;
mod record;
#[cfg(feature = "pretty")]
mod render;
mod rejection;
mod report;
mod rules;
mod serde_door;
mod shape;
mod stream;
mod tally;
pub mod with;

pub use code::Code;
pub use connect_derive::ConnectModel;
pub use decode::{Decode, DecodeOwned};
pub use decoder::{Decoded, Decoder, from_reader, from_slice, from_str, from_value};
pub use drift::{Change, Drift, DriftKind};
pub use issue::Issue;
pub use model::ConnectModel;
pub use path::{Path, Segment};
pub use rejection::Rejection;
pub use report::Report;
pub use stream::{StreamError, stream, stream_slice};
pub use tally::{Tally, TallyRow};
#[cfg(feature = "models")]
pub use models::{Categories, ConnectSession};
