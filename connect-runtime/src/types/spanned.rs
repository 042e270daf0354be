//! `Decode` for values with their place in the text.

use std::borrow::Cow;

use crate::{
    decode::{Compared, Decode, MapKey, Spelling, spell},
    reader::{Failure, Reader},
    report::Problems,
    rules::{ByContent, Compare, Digester, Distinct},
    spanned::Spanned,
};

impl<T> Compared for Spanned<T> {
    type By = ByContent;
}

impl<'de, T: Decode<'de>> Decode<'de> for Spanned<T> {
    const OPTIONAL: bool = T::OPTIONAL;
    const SPELLING: Spelling<Self> = match T::SPELLING {
        Some(_) => Some(|spanned| spell::<T>(&spanned.value)),
        None => None,
    };

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        let (start, _) = reader.token();
        let value = T::decode(reader)?;
        let end = reader.json.at();
        Ok(Self { value, span: reader.text_start.map_or(0..0, |text| text + start..text + end) })
    }

    fn absent() -> Option<Self> {
        T::absent().map(|value| Self { value, span: 0..0 })
    }

    fn may_start_with(first: u8) -> bool {
        T::may_start_with(first)
    }

    fn validate_nested(&self, problems: &mut Problems) {
        self.value.validate_nested(problems);
    }
}

/// As a key, it is the value.
impl<T: MapKey> MapKey for Spanned<T> {
    fn to_key(&self) -> Cow<'_, str> {
        self.value.to_key()
    }
}

/// Values are compared wherever they were.
impl<T: Distinct> Compare<Spanned<T>> for ByContent {
    fn digest(spanned: &Spanned<T>, digester: &mut Digester) {
        spanned.value.digest(digester);
    }

    fn same(spanned: &Spanned<T>, other: &Spanned<T>) -> bool {
        spanned.value.same(&other.value)
    }
}
