//! `Decode` for `uuid::Uuid`, in the hyphenated form that the rule `uuid` accepts, and as its bytes in formats for
//! programs.

use uuid::{Uuid, fmt::Hyphenated};

use crate::{
    decode::{Compared, Decode, MapKey, Spelling},
    reader::{Failure, Reader, coerce},
    rules::ByEq,
};

impl Compared for Uuid {
    type By = ByEq;
}

impl<'de> Decode<'de> for Uuid {
    const SPELLING: Spelling<Self> = Some(Self::to_key);

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        if reader.has_binary_form(b'[') {
            return <[u8; 16]>::decode(reader).map(Self::from_bytes);
        }
        coerce::formatted(reader, "a UUID such as `67e55044-10b1-426f-9247-bb680e5fe0c8`", |text| {
            text.parse().map(Hyphenated::into_uuid).map_err(|_| String::new())
        })
    }

    fn may_start_with(first: u8) -> bool {
        first == b'"'
    }
}

keys_by_display! { Uuid }
