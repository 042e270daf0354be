//! What a type must do to be read.

use std::borrow::Cow;

use crate::{
    problems::Problems,
    reader::{Failure, Reader},
};

/// A type that can be read from JSON text. `#[derive(ConnectModel)]` implements it for structs and enums; this crate
/// does for the types of std and of the crates behind its features.
///
/// ```
/// use connect_runtime::{from_str, Decode, Report};
///
/// fn first<'de, T: Decode<'de>>(text: &'de str) -> Result<Option<T>, Report> {
///     Ok(from_str::<Vec<T>>(text)?.into_iter().next())
/// }
/// assert_eq!(first::<&str>(r#"["a", "b"]"#)?, Some("a"));
/// # Ok::<(), Report>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be read from JSON",
    label = "not a type that `ConnectModel` reads",
    note = "add `#[derive(ConnectModel)]` to `{Self}` if it is yours, else put `#[connect(serde)]`, `#[connect(from_str)]` or `#[connect(with = module)]` on the field"
)]
pub trait Decode<'de>: Sized {
    /// Whether a field of this type may be absent; if so, [`absent`](Decode::absent) gives its value.
    #[doc(hidden)]
    const OPTIONAL: bool = false;

    /// For text: makes one of an object's key. None where a key with escapes can't be borrowed; then it is decoded.
    #[doc(hidden)]
    const OF_KEY: Option<fn(Cow<'de, str>) -> Option<Self>> = None;

    #[doc(hidden)]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure>;

    /// The value of an absent field.
    #[doc(hidden)]
    fn absent() -> Option<Self> {
        None
    }

    /// The value as a map's key, for paths.
    #[doc(hidden)]
    fn to_key(&self) -> String {
        String::new()
    }

    /// Whether an object of this type has a place for the key `name`.
    #[doc(hidden)]
    fn claims(_name: &str) -> bool {
        false
    }

    /// Whether a value that starts with the byte `first` may be one of this type; untagged enums ask before they try.
    #[doc(hidden)]
    fn takes(_first: u8) -> bool {
        true
    }

    /// Runs the rules of the models inside.
    #[doc(hidden)]
    fn validate_nested(&self, _problems: &mut Problems) {}
}

/// A type that can be read from any text and borrows nothing from it.
///
/// ```
/// use connect_runtime::{from_reader, DecodeOwned, Report};
///
/// fn read_all<T: DecodeOwned>(file: impl std::io::Read) -> Result<Vec<T>, Report> {
///     from_reader(file)
/// }
/// assert_eq!(read_all::<u8>("[1, 2]".as_bytes())?, [1, 2]);
/// # Ok::<(), Report>(())
/// ```
pub trait DecodeOwned: for<'de> Decode<'de> {}

impl<T: for<'de> Decode<'de>> DecodeOwned for T {}
