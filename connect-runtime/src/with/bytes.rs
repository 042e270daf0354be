//! Fields that hold bytes, which JSON has as text.

use serde::Serializer;

use super::{Json, describe, serialize_text, string};
use crate::report::Rejection;

/// A field type that holds bytes.
#[diagnostic::on_unimplemented(
    message = "bytes can't be read into `{Self}`",
    label = "not a list of bytes",
    note = "`with::base64` and `with::hex` read a `Vec<u8>`, a `Box<[u8]>`, a `[u8; N]` or an `Option` of one"
)]
pub trait Bytes: Sized {
    /// Converts the bytes that were read, which are `None` for null; or says how many it would take.
    #[doc(hidden)]
    fn from_bytes(bytes: Option<Vec<u8>>) -> Result<Self, Wanted>;

    /// The bytes, which are `None` for the `None` of an `Option`.
    #[doc(hidden)]
    fn bytes(&self) -> Option<&[u8]>;
}

/// What a type holds.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum Wanted {
    /// Bytes, and not null.
    Bytes,
    /// This many bytes, and not the other number.
    Exactly(usize, usize),
}

macro_rules! bytes {
    ($([$($generics:tt)*] $ty:ty, |$bytes:ident| $convert:expr;)*) => {$(
        impl<$($generics)*> Bytes for $ty {
            fn from_bytes(bytes: Option<Vec<u8>>) -> Result<Self, Wanted> {
                let $bytes = bytes.ok_or(Wanted::Bytes)?;
                $convert
            }

            fn bytes(&self) -> Option<&[u8]> {
                Some(self)
            }
        }
    )*};
}

bytes! {
    [] Vec<u8>, |bytes| Ok(bytes);
    [] Box<[u8]>, |bytes| Ok(bytes.into());
    [const N: usize] [u8; N], |bytes| bytes.try_into().map_err(|bytes: Vec<u8>| Wanted::Exactly(N, bytes.len()));
}

impl<B: Bytes> Bytes for Option<B> {
    fn from_bytes(bytes: Option<Vec<u8>>) -> Result<Self, Wanted> {
        bytes.map(|bytes| B::from_bytes(Some(bytes))).transpose()
    }

    fn bytes(&self) -> Option<&[u8]> {
        self.as_ref().and_then(B::bytes)
    }
}

/// Reads a string that `parse` converts to bytes; `what` is the encoding.
pub(super) fn decode<T: Bytes>(
    json: &(impl Json + ?Sized),
    what: &str,
    parse: impl FnOnce(&str) -> Result<Vec<u8>, String>,
) -> Result<T, Rejection> {
    let text = json.text();
    let wrong_type =
        || Rejection::new(format!("expected a string of bytes in {what}, found {}", describe(text))).code("wrong_type");
    let bytes = match text {
        "null" => None,
        _ => {
            let content = string(text).ok_or_else(wrong_type)?;
            let wrong = |why| Rejection::new(format!("expected bytes in {what}, found {}: {why}", describe(text)));
            Some(parse(&content).map_err(wrong)?)
        }
    };
    T::from_bytes(bytes).map_err(|wanted| match wanted {
        Wanted::Bytes => wrong_type(),
        Wanted::Exactly(wanted, found) => {
            Rejection::new(format!("expected {wanted} bytes in {what}, found {found}")).code("wrong_length")
        }
    })
}

/// Writes the bytes as text that `format` makes, or null.
pub(super) fn serialize<S: Serializer>(
    bytes: &impl Bytes,
    serializer: S,
    format: impl FnOnce(&[u8]) -> String,
) -> Result<S::Ok, S::Error> {
    serialize_text(bytes.bytes().map(format).as_deref(), serializer)
}
