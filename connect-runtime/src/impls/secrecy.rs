//! Secrets: no text of theirs gets into messages or drift, as if the field were `sensitive`.

use secrecy::{ExposeSecret, SecretBox, zeroize::Zeroize};

use crate::{
    decode::Decode,
    problems::Problems,
    reader::{Failure, Reader},
};

/// `SecretString`.
impl<'de> Decode<'de> for SecretBox<str> {
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        reader.secretly(Box::<str>::decode).map(Self::new)
    }
}

impl<'de, T: Decode<'de> + Zeroize> Decode<'de> for SecretBox<T> {
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        reader.secretly(T::decode).map(|secret| Self::new(Box::new(secret)))
    }

    fn validate_nested(&self, problems: &mut Problems) {
        problems.secretly(|problems| self.expose_secret().validate_nested(problems));
    }
}
