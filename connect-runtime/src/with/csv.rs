//! Reads a list from a string of comma-separated items.
//!
//! ```
//! use connect_runtime::{from_str, ConnectModel};
//!
//! #[derive(ConnectModel)]
//! struct Filter {
//!     #[connect(with = connect_runtime::with::csv)]
//!     ids: Vec<u32>,
//! }
//!
//! let filter: Filter = from_str(r#"{"ids": "7, 8,9"}"#)?;
//! assert_eq!(filter.ids, [7, 8, 9]);
//! # Ok::<(), connect_runtime::Report>(())
//! ```

use std::{borrow::Cow, fmt::Display, str::FromStr};

use serde::{Deserializer, Serializer, ser::Error as _};

use super::{Json, describe, serialize_text};
use crate::report::{Rejection, quote::shorten};

/// A field type that holds a list.
#[diagnostic::on_unimplemented(
    message = "`with::csv` can't read `{Self}`",
    label = "not a `Vec`",
    note = "it reads a `Vec<T>` or an `Option<Vec<T>>` whose items implement `FromStr`"
)]
pub trait List: Sized {
    /// The type of the items.
    type Item: FromStr<Err: Display>;

    /// Converts the items that were read, which are `None` for null.
    #[doc(hidden)]
    fn from_items(items: Option<Vec<Self::Item>>) -> Option<Self>;

    /// The items, which are `None` for the `None` of an `Option`.
    #[doc(hidden)]
    fn items(&self) -> Option<&[Self::Item]>;
}

impl<T: FromStr<Err: Display>> List for Vec<T> {
    type Item = T;

    fn from_items(items: Option<Self>) -> Option<Self> {
        items
    }

    fn items(&self) -> Option<&[T]> {
        Some(self)
    }
}

impl<T: FromStr<Err: Display>> List for Option<Vec<T>> {
    type Item = T;

    fn from_items(items: Self) -> Option<Self> {
        Some(items)
    }

    fn items(&self) -> Option<&[T]> {
        self.as_deref()
    }
}

/// Reads a string of comma-separated items, and trims white space around them. An empty string is an empty list.
/// Null is accepted for an `Option<Vec<T>>`.
///
/// # Errors
/// Anything else, and an item that its type's `FromStr` rejects.
pub fn decode<T: List>(json: &(impl Json + ?Sized)) -> Result<T, Rejection> {
    let text = json.text();
    let items = if text == "null" { None } else { Some(split(text)?) };
    T::from_items(items).ok_or_else(|| wrong_type(text))
}

fn split<T: FromStr<Err: Display>>(text: &str) -> Result<Vec<T>, Rejection> {
    let list: Cow<'_, str> = serde_json::from_str(text).map_err(|_| wrong_type(text))?;
    if list.trim().is_empty() {
        return Ok(Vec::new());
    }
    list.split(',').enumerate().map(|(index, item)| parse(index, item.trim())).collect()
}

fn parse<T: FromStr<Err: Display>>(index: usize, item: &str) -> Result<T, Rejection> {
    item.parse()
        .map_err(|error| Rejection::new(format!("item {} of the list, `{}`: {error}", index + 1, shorten(item))))
}

fn wrong_type(text: &str) -> Rejection {
    Rejection::new(format!("expected a string of comma-separated items, found {}", describe(text))).code("wrong_type")
}

/// As [`decode`], for serde's `with`.
///
/// # Errors
/// Those of `decode`.
pub fn deserialize<'de, T: List, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    super::deserialize(deserializer, decode::<T>)
}

/// Writes the items with commas between them, for serde's `with`.
///
/// # Errors
/// An item that would not be read back, because it has a comma, or white space around it, or is empty.
pub fn serialize<T, S: Serializer>(list: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: List<Item: Display>,
{
    let items = list.items().map(|items| items.iter().map(T::Item::to_string).collect::<Vec<_>>());
    let is_lost = |item: &&String| item.contains(',') || item.trim() != *item || item.is_empty();
    match items.iter().flatten().find(is_lost) {
        Some(item) => Err(S::Error::custom(format_args!("`{item}` can't be an item of a comma-separated list"))),
        None => serialize_text(items.map(|items| items.join(",")).as_deref(), serializer),
    }
}
