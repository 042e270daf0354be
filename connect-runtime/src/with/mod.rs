//! Ready-made modules for `#[connect(with = ..)]`, for values in a format that their type does not accept.
//!
//! A module of your own needs a function `decode(json: &str) -> Result<T, E>` with `E: Into<Rejection>`, which receives
//! the JSON text of the value. Its rejection has the code `invalid_value` unless it sets another one. On an `Option<T>` the
//! function may give the `T`, and null is `None`; items of lists and values of maps are read with `each(with = module)`,
//! keys with `keys(with = module)`.
//!
//! The modules here also have `serialize` and `deserialize`, so that `#[serde(with = "connect_runtime::with::flag")]`
//! serves `Serialize` as well. A model that derives `ConnectModel` is still read by the `decode` of that module.
//!
//! ```
//! use connect_runtime::{from_str, ConnectModel};
//!
//! mod cents {
//!     pub fn decode(json: &str) -> Result<i64, String> {
//!         let euros: f64 = json.parse().map_err(|_| format!("expected an amount, found `{json}`"))?;
//!         Ok((euros * 100.0).round() as i64)
//!     }
//! }
//!
//! #[derive(ConnectModel)]
//! struct Order {
//!     #[connect(with = cents)]
//!     total: i64,
//!     #[connect(with = connect_runtime::with::csv)]
//!     tags: Vec<String>,
//! }
//!
//! let order: Order = from_str(r#"{"total": 12.5, "tags": "new,paid"}"#)?;
//! assert_eq!((order.total, order.tags), (1250, vec!["new".to_owned(), "paid".to_owned()]));
//! # Ok::<(), connect_runtime::Report>(())
//! ```

use std::borrow::Cow;

use serde::{Deserializer, Serializer, de::Error as _};

pub use crate::adapters::text::Json;
use crate::{
    report::{Rejection, quote::shorten},
    serde_bridge,
};

pub mod base64;
mod bytes;
pub mod csv;
pub mod flag;
pub mod hex;
#[cfg(any(feature = "jiff", feature = "chrono"))]
pub mod lenient_timestamp;
#[cfg(any(feature = "jiff", feature = "chrono"))]
mod unix;
#[cfg(any(feature = "jiff", feature = "chrono"))]
pub mod unix_millis;
#[cfg(any(feature = "jiff", feature = "chrono"))]
pub mod unix_seconds;

/// The text of a JSON string; `None` for another value.
fn string(json: &str) -> Option<Cow<'_, str>> {
    let content = json.strip_prefix('"')?.strip_suffix('"')?;
    if content.contains('\\') { serde_json::from_str(json).ok().map(Cow::Owned) } else { Some(Cow::Borrowed(content)) }
}

/// Calls a module's `decode` with the JSON text of what a deserializer yields.
fn deserialize<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    decode: impl FnOnce(&str) -> Result<T, Rejection>,
) -> Result<T, D::Error> {
    let json = serde_bridge::json_text(deserializer)?;
    decode(&json).map_err(|rejection| D::Error::custom(rejection.message))
}

/// Serializes the text of a value, or null for the `None` of an `Option`.
fn serialize_text<S: Serializer>(text: Option<&str>, serializer: S) -> Result<S::Ok, S::Error> {
    match text {
        Some(text) => serializer.serialize_str(text),
        None => serializer.serialize_none(),
    }
}

/// Describes the value for a message; for an object or array, only its type.
fn describe(json: &str) -> String {
    let shown = shorten(json);
    match json.bytes().next() {
        Some(b'{') => "an object".to_owned(),
        Some(b'[') => "an array".to_owned(),
        Some(b'"') => format!("the string `{shown}`"),
        Some(b't' | b'f' | b'n') => format!("`{shown}`"),
        _ => format!("the number `{shown}`"),
    }
}
