//! Reads an instant from milliseconds since the Unix epoch, exact to the nanosecond.
//!
//! ```
//! use connect_runtime::{from_str, ConnectModel};
//!
//! #[derive(ConnectModel)]
//! struct Event {
//!     #[connect(with = connect_runtime::with::unix_millis)]
//!     at: jiff::Timestamp,
//! }
//!
//! let event: Event = from_str(r#"{"at": 1732350600500}"#)?;
//! assert_eq!(event.at.to_string(), "2024-11-23T08:30:00.5Z");
//! # Ok::<(), connect_runtime::Report>(())
//! ```

use super::Json;
pub use super::unix::Instant;
use crate::report::Rejection;

/// Reads a number of milliseconds since 1970-01-01T00:00:00Z, or a string that contains one, which is `Coerced` drift.
/// Null is accepted for an `Option<Timestamp>`.
///
/// # Errors
/// Anything else, and an instant outside the range of `jiff::Timestamp`.
pub fn decode<T: Instant>(json: &(impl Json + ?Sized)) -> Result<T, Rejection> {
    super::unix::decode(json, "milliseconds", 6)
}
