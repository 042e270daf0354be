//! Reads a bool from what APIs send for one: `0` and `1`, `"yes"` and `"no"`, `"on"` and `"off"`.
//!
//! ```
//! use connect_runtime::{from_str, ConnectModel};
//!
//! #[derive(ConnectModel)]
//! struct Account {
//!     #[connect(with = connect_runtime::with::flag)]
//!     active: bool,
//!     #[connect(with = connect_runtime::with::flag)]
//!     verified: Option<bool>,
//! }
//!
//! let account: Account = from_str(r#"{"active": 1, "verified": "No"}"#)?;
//! assert_eq!((account.active, account.verified), (true, Some(false)));
//! # Ok::<(), connect_runtime::Report>(())
//! ```

use serde::{Deserializer, Serialize, Serializer};

use super::{Json, describe, string};
use crate::report::Rejection;

/// A field type that holds a flag.
#[diagnostic::on_unimplemented(
    message = "`with::flag` can't read `{Self}`",
    label = "not a `bool`",
    note = "it reads a `bool` or an `Option<bool>`"
)]
pub trait Flag: Sized {
    /// Converts the flag that was read, which is `None` for null.
    #[doc(hidden)]
    fn from_flag(flag: Option<bool>) -> Option<Self>;
}

impl Flag for bool {
    fn from_flag(flag: Option<bool>) -> Option<Self> {
        flag
    }
}

impl Flag for Option<bool> {
    fn from_flag(flag: Self) -> Option<Self> {
        Some(flag)
    }
}

/// Reads `true` or `false`, or, which is `Coerced` drift: `1` or `0`, or one of the strings `1`, `true`, `yes`, `on`, `0`,
/// `false`, `no`, `off` in any case. Null is accepted for an `Option<bool>`.
///
/// # Errors
/// Anything else.
pub fn decode<T: Flag>(json: &(impl Json + ?Sized)) -> Result<T, Rejection> {
    let text = json.text();
    let flag = match text {
        "null" => None,
        "true" => Some(true),
        "false" => Some(false),
        _ => {
            let flag = coerce(text).ok_or_else(|| wrong(text))?;
            json.mark_coerced();
            Some(flag)
        }
    };
    T::from_flag(flag).ok_or_else(|| wrong(text))
}

fn coerce(text: &str) -> Option<bool> {
    let word = match text {
        "0" | "1" => text.into(),
        _ => string(text)?,
    };
    let is_one_of = |words: [&str; 4]| words.iter().any(|known| word.eq_ignore_ascii_case(known));
    if is_one_of(["1", "true", "yes", "on"]) {
        return Some(true);
    }
    is_one_of(["0", "false", "no", "off"]).then_some(false)
}

fn wrong(text: &str) -> Rejection {
    let message =
        format!("expected `true` or `false`, `1` or `0`, `yes` or `no`, `on` or `off`, found {}", describe(text));
    let is_text = text.starts_with('"') || text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    Rejection::new(message).code(if is_text { "invalid_value" } else { "wrong_type" })
}

/// As [`decode`], for serde's `with`.
///
/// # Errors
/// Those of `decode`.
pub fn deserialize<'de, T: Flag, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    super::deserialize(deserializer, decode::<T>)
}

/// Writes `true` or `false`, for serde's `with`.
///
/// ```
/// #[derive(serde::Serialize)]
/// struct Account {
///     #[serde(with = "connect_runtime::with::flag")]
///     active: bool,
/// }
///
/// assert_eq!(serde_json::to_string(&Account { active: true })?, r#"{"active":true}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
/// Those of the serializer.
pub fn serialize<T: Flag + Serialize, S: Serializer>(flag: &T, serializer: S) -> Result<S::Ok, S::Error> {
    flag.serialize(serializer)
}
