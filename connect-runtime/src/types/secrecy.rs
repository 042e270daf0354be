//! `Decode` for secrets, whose text never appears in messages or drift, as if the field were `sensitive`.

use secrecy::{ExposeSecret, SecretBox, zeroize::Zeroize};

use crate::{
    decode::{Compared, Decode, Spelling},
    reader::{Failure, Reader},
    report::Problems,
    rules::Incomparable,
};

impl Compared for SecretBox<str> {
    type By = Incomparable;
}

/// `SecretString`.
impl<'de> Decode<'de> for SecretBox<str> {
    const SPELLING: Spelling<Self> = None;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        reader.with_redaction(Box::<str>::decode).map(Self::new)
    }

    fn may_start_with(first: u8) -> bool {
        Box::<str>::may_start_with(first)
    }
}

impl<T: Zeroize> Compared for SecretBox<T> {
    type By = Incomparable;
}

impl<'de, T: Decode<'de> + Zeroize> Decode<'de> for SecretBox<T> {
    const SPELLING: Spelling<Self> = None;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        reader.with_redaction(T::decode).map(|secret| Self::new(Box::new(secret)))
    }

    fn may_start_with(first: u8) -> bool {
        T::may_start_with(first)
    }

    fn validate_nested(&self, problems: &mut Problems) {
        problems.with_redaction(|problems| self.expose_secret().validate_nested(problems));
    }
}
