//! `url::Url`, as the crate of that name parses it.

use url::Url;

use crate::{
    coerce,
    decode::Decode,
    reader::{Failure, Reader},
};

impl<'de> Decode<'de> for Url {
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        coerce::formatted(reader, "a URL", |text| Self::parse(text).map_err(|error| error.to_string()))
    }

    fn to_key(&self) -> String {
        self.as_str().to_owned()
    }
}
