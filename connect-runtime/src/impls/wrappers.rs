//! Types around one other type: `Option`, `Box`, `Rc`, `Arc`; and those around none: `()`, `PhantomData`.

use std::{marker::PhantomData, rc::Rc, sync::Arc};

use crate::{
    decode::Decode,
    problems::Problems,
    reader::{Failure, Reader},
};

/// `null` is none, unless the type inside takes it: then an absent field is `None` and null is `Some(None)`.
impl<'de, T: Decode<'de>> Decode<'de> for Option<T> {
    const OPTIONAL: bool = true;

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        if !T::OPTIONAL && reader.json.next_token() == Some(b'n') {
            reader.json.expect_literal("null")?;
            return Ok(None);
        }
        T::decode(reader).map(Some)
    }

    #[inline]
    fn absent() -> Option<Self> {
        Some(None)
    }

    fn claims(name: &str) -> bool {
        T::claims(name)
    }

    fn takes(first: u8) -> bool {
        first == b'n' || T::takes(first)
    }

    #[inline]
    fn validate_nested(&self, problems: &mut Problems) {
        if let Some(value) = self {
            value.validate_nested(problems);
        }
    }
}

macro_rules! decode_pointers {
    ($($pointer:ident)*) => {$(
        impl<'de, T: Decode<'de>> Decode<'de> for $pointer<T> {
            const OPTIONAL: bool = T::OPTIONAL;

            #[inline]
            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                T::decode(reader).map(Self::new)
            }

            #[inline]
            fn absent() -> Option<Self> {
                T::absent().map(Self::new)
            }

            fn to_key(&self) -> String {
                T::to_key(self)
            }

            fn claims(name: &str) -> bool {
                T::claims(name)
            }

            fn takes(first: u8) -> bool {
                T::takes(first)
            }

            #[inline]
            fn validate_nested(&self, problems: &mut Problems) {
                T::validate_nested(self, problems);
            }
        }
    )*};
}

decode_pointers! { Box Rc Arc }

impl<'de> Decode<'de> for () {
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        if reader.json.next_token() != Some(b'n') {
            return Err(reader.wrong_type("null"));
        }
        Ok(reader.json.expect_literal("null")?)
    }

    fn takes(first: u8) -> bool {
        first == b'n'
    }
}

/// Has no JSON of its own: absent, or null.
impl<'de, T: ?Sized> Decode<'de> for PhantomData<T> {
    const OPTIONAL: bool = true;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        <()>::decode(reader).map(|()| Self)
    }

    fn absent() -> Option<Self> {
        Some(Self)
    }
}
