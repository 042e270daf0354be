//! Bytes of a string: `&[u8]`, `CString`, and what `Cow<[u8]>` is read with. `Vec<u8>` is an array of numbers, as in serde.

use std::{borrow::Cow, ffi::CString};

use crate::{
    decode::{Compared, Decode, Spelling},
    message::Message,
    reader::{Failure, Reader},
    report::Code,
    rules::ByEq,
};

impl Compared for &[u8] {
    type By = ByEq;
}

impl<'de: 'a, 'a> Decode<'de> for &'a [u8] {
    const SPELLING: Spelling<Self> = None;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        <&str>::decode(reader).map(str::as_bytes)
    }

    fn may_start_with(first: u8) -> bool {
        <&str>::may_start_with(first)
    }
}

/// Reads bytes from a string, of which they are borrowed where nothing is escaped, or from an array of numbers.
pub(super) fn decode_cow<'de: 'a, 'a>(reader: &mut Reader<'de>) -> Result<Cow<'a, [u8]>, Failure> {
    if reader.json.next_token() == Some(b'[') {
        return Vec::decode(reader).map(Cow::Owned);
    }
    Ok(match Cow::<str>::decode(reader)? {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    })
}

impl Compared for CString {
    type By = ByEq;
}

/// From a string or an array of numbers, neither with a nul byte inside.
impl<'de> Decode<'de> for CString {
    const SPELLING: Spelling<Self> = None;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        let (start, _) = reader.token();
        let bytes = decode_cow(reader)?.into_owned();
        Self::new(bytes).map_err(|error| {
            reader.invalid(start, Code::InvalidValue, |_| {
                let at = error.nul_position();
                Message::reason(format!("a C string can't contain a nul byte, byte {at} is one"))
            })
        })
    }

    fn may_start_with(first: u8) -> bool {
        u8::slice_may_start_with(first)
    }
}
