//! `uuid::Uuid`, in the hyphenated form that the rule `uuid` takes.

use uuid::{Uuid, fmt::Hyphenated};

use crate::{
    coerce,
    decode::Decode,
    reader::{Failure, Reader},
};

impl<'de> Decode<'de> for Uuid {
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        coerce::formatted(reader, "a UUID such as `67e55044-10b1-426f-9247-bb680e5fe0c8`", |text| {
            text.parse().map(Hyphenated::into_uuid).map_err(|_| String::new())
        })
    }

    fn to_key(&self) -> String {
        self.to_string()
    }
}
