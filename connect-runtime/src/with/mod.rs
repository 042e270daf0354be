//! Ready-made modules for `#[connect(with = ..)]`, for values in a format that their type does not accept.
//!
//! A module of your own needs a function `decode(json: &str) -> Result<T, E>` with `E: Into<Rejection>`, which receives
//! the JSON text of the value. Its rejection has the code `invalid_value` unless it sets another one.
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

use std::{cell::Cell, ops::Deref};

use crate::report::quote::shorten;

pub mod csv;
#[cfg(feature = "jiff")]
mod unix;
#[cfg(feature = "jiff")]
pub mod unix_millis;
#[cfg(feature = "jiff")]
pub mod unix_seconds;

/// The JSON text of a value for a `with` module, which may report that it coerced the value.
#[doc(hidden)]
#[derive(Debug)]
pub struct Text<'t> {
    text: &'t str,
    coerced: Cell<bool>,
}

impl<'t> Text<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, coerced: Cell::new(false) }
    }

    pub(crate) fn was_coerced(&self) -> bool {
        self.coerced.get()
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

/// JSON text that the ready-made modules read: a `str`, or the text of a value from a [`Decoder`](crate::Decoder).
pub trait Json: sealed::Json {}

impl<T: sealed::Json + ?Sized> Json for T {}

mod sealed {
    pub trait Json {
        fn text(&self) -> &str;

        /// Records that the value was coerced across the quotes.
        fn mark_coerced(&self) {}
    }

    impl Json for str {
        fn text(&self) -> &str {
            self
        }
    }

    impl Json for super::Text<'_> {
        fn text(&self) -> &str {
            self.text
        }

        fn mark_coerced(&self) {
            self.coerced.set(true);
        }
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
