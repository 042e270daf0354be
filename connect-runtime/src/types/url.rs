//! `Decode` for `url::Url`, as the `url` crate parses it.

use std::borrow::Cow;

use url::Url;

use crate::{
    decode::{Compared, Decode, MapKey, Spelling},
    reader::{Failure, Reader, coerce},
    rules::ByEq,
};

impl Compared for Url {
    type By = ByEq;
}

impl<'de> Decode<'de> for Url {
    const SPELLING: Spelling<Self> = Some(Self::to_key);

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        coerce::formatted(reader, "a URL", |text| Self::parse(text).map_err(|error| error.to_string()))
    }

    fn may_start_with(first: u8) -> bool {
        first == b'"'
    }
}

impl MapKey for Url {
    fn to_key(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.as_str())
    }
}
