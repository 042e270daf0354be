//! Reads an instant from seconds since the Unix epoch, exact to the nanosecond.
//!
//! ```
//! use connect_runtime::{from_str, ConnectModel};
//!
//! #[derive(ConnectModel)]
//! struct Event {
//!     #[connect(with = connect_runtime::with::unix_seconds)]
//!     at: jiff::Timestamp,
//! }
//!
//! let event: Event = from_str(r#"{"at": 1732350600.5}"#)?;
//! assert_eq!(event.at.to_string(), "2024-11-23T08:30:00.5Z");
//! # Ok::<(), connect_runtime::Report>(())
//! ```

use serde::{Deserializer, Serializer};

pub use super::unix::Instant;
use super::{
    Json,
    unix::{MILLIS, SECONDS},
};
use crate::report::Rejection;

/// Reads a number of seconds since 1970-01-01T00:00:00Z, or a string that contains one, which is `Coerced` drift.
/// Null is accepted for an `Option`. The type is `jiff::Timestamp`, or with the feature `chrono` `chrono::DateTime<Utc>`.
///
/// # Errors
/// Anything else, and an instant outside the range of the type; the message says so if it would be one of our time in milliseconds.
pub fn decode<T: Instant>(json: &(impl Json + ?Sized)) -> Result<T, Rejection> {
    super::unix::decode(json, SECONDS, MILLIS)
}

/// As [`decode`], for serde's `with`.
///
/// # Errors
/// Those of `decode`.
pub fn deserialize<'de, T: Instant, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    super::deserialize(deserializer, decode::<T>)
}

/// Writes an integer, or a float where that is exact, else a string with all digits, for serde's `with`.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<T: Instant, S: Serializer>(instant: &T, serializer: S) -> Result<S::Ok, S::Error> {
    super::unix::serialize(instant, serializer, SECONDS)
}
