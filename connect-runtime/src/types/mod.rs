//! `Decode` for the types of std and `serde_json`, and for those of the crates enabled by Cargo features.

/// Implements `MapKey` for types whose keys are spelled as `Display` writes them.
macro_rules! keys_by_display {
    ($($type:ty)*) => {$(
        impl crate::decode::MapKey for $type {
            fn to_key(&self) -> std::borrow::Cow<'_, str> {
                std::borrow::Cow::Owned(self.to_string())
            }
        }
    )*};
}

mod atomics;
mod bytes;
#[cfg(any(feature = "jiff", feature = "chrono"))]
pub(crate) mod calendar;
mod cells;
#[cfg(feature = "chrono")]
mod chrono;
pub(crate) mod collections;
pub(crate) mod entries;
#[cfg(any(feature = "jiff", feature = "chrono"))]
pub(crate) mod formatted;
#[cfg(feature = "indexmap")]
mod indexmap;
#[cfg(feature = "jiff")]
mod jiff;
mod json;
mod maps;
mod net;
mod numbers;
mod path;
#[cfg(any(feature = "jiff", feature = "chrono"))]
pub(crate) mod rfc3339;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
#[cfg(feature = "secrecy")]
mod secrecy;
mod spanned;
mod strings;
#[cfg(any(feature = "jiff", feature = "chrono"))]
mod strptime;
#[cfg(feature = "url")]
mod url;
#[cfg(feature = "uuid")]
mod uuid;
pub(crate) mod wrappers;
