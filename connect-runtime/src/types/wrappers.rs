//! `Decode` for types that wrap one type (`Option`, `Box`, `Rc`, `Arc`) or none (`()`, `PhantomData`).

use std::{
    borrow::Cow,
    marker::PhantomData,
    rc::{self, Rc},
    sync::{self, Arc},
};

use serde::de::IgnoredAny;

use crate::{
    decode::{Compared, Decode, MapKey, Spelling, spell},
    reader::{Failure, Reader},
    report::Problems,
    rules::{ByContent, ByEq, Compare, Digester, Distinct, Incomparable},
};

/// Applies an adapter to the type inside an `Option`; null is `None`.
pub fn optional<'de, T>(
    reader: &mut Reader<'de>,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    if reader.token().1 != Some(b'n') {
        return decode(reader).map(Some);
    }
    reader.json.expect_literal("null")?;
    Ok(None)
}

impl<T> Compared for Option<T> {
    type By = ByContent;
}

/// `null` is `None`, unless the type inside accepts it: then an absent field is `None` and null is `Some(None)`.
impl<'de, T: Decode<'de>> Decode<'de> for Option<T> {
    const SPELLING: Spelling<Self> = None;
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

    fn may_start_with(first: u8) -> bool {
        first == b'n' || T::may_start_with(first)
    }

    #[inline]
    fn validate_nested(&self, problems: &mut Problems) {
        if let Some(value) = self {
            value.validate_nested(problems);
        }
    }
}

/// As a key, `None` is spelled `null`, as it is as a value.
impl<T: MapKey> MapKey for Option<T> {
    fn to_key(&self) -> Cow<'_, str> {
        self.as_ref().map_or(Cow::Borrowed("null"), T::to_key)
    }
}

impl<T: Distinct> Compare<Option<T>> for ByContent {
    fn digest(value: &Option<T>, digester: &mut Digester) {
        digester.write_ordered(usize::from(value.is_some()), value);
    }

    fn same(value: &Option<T>, other: &Option<T>) -> bool {
        match (value, other) {
            (Some(value), Some(other)) => value.same(other),
            (None, None) => true,
            _ => false,
        }
    }
}

macro_rules! decode_pointers {
    ($($pointer:ident)*) => {$(
        impl<T> Compared for $pointer<T> {
            type By = ByContent;
        }

        impl<'de, T: Decode<'de>> Decode<'de> for $pointer<T> {
            const SPELLING: Spelling<Self> = match T::SPELLING {
                Some(_) => Some(|pointer| spell::<T>(pointer)),
                None => None,
            };
            const OPTIONAL: bool = T::OPTIONAL;

            #[inline]
            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                T::decode(reader).map(Self::new)
            }

            #[inline]
            fn absent() -> Option<Self> {
                T::absent().map(Self::new)
            }

            fn claims(name: &str) -> bool {
                T::claims(name)
            }

            fn may_start_with(first: u8) -> bool {
                T::may_start_with(first)
            }

            #[inline]
            fn validate_nested(&self, problems: &mut Problems) {
                T::validate_nested(self, problems);
            }
        }

        impl<T: MapKey> MapKey for $pointer<T> {
            fn to_key(&self) -> Cow<'_, str> {
                T::to_key(self)
            }
        }

        impl<T: Distinct> Compare<$pointer<T>> for ByContent {
            fn digest(value: &$pointer<T>, digester: &mut Digester) {
                T::digest(value, digester);
            }

            fn same(value: &$pointer<T>, other: &$pointer<T>) -> bool {
                T::same(value, other)
            }
        }
    )*};
}

decode_pointers! { Box Rc Arc }

impl<T: Clone> Compared for Cow<'_, T> {
    type By = ByContent;
}

/// Always owned: only strings and bytes can be borrowed from JSON.
impl<'de, T: Clone + Decode<'de>> Decode<'de> for Cow<'_, T> {
    const SPELLING: Spelling<Self> = match T::SPELLING {
        Some(_) => Some(|value| spell::<T>(value)),
        None => None,
    };
    const OPTIONAL: bool = T::OPTIONAL;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        T::decode(reader).map(Cow::Owned)
    }

    fn absent() -> Option<Self> {
        T::absent().map(Cow::Owned)
    }

    fn may_start_with(first: u8) -> bool {
        T::may_start_with(first)
    }

    fn validate_nested(&self, problems: &mut Problems) {
        T::validate_nested(self, problems);
    }
}

impl<T: Clone + MapKey> MapKey for Cow<'_, T> {
    fn to_key(&self) -> Cow<'_, str> {
        T::to_key(self)
    }
}

impl<T: Clone + Distinct> Compare<Cow<'_, T>> for ByContent {
    fn digest(value: &Cow<'_, T>, digester: &mut Digester) {
        T::digest(value, digester);
    }

    fn same(value: &Cow<'_, T>, other: &Cow<'_, T>) -> bool {
        T::same(value, other)
    }
}

impl Compared for () {
    type By = ByEq;
}

impl<'de> Decode<'de> for () {
    const SPELLING: Spelling<Self> = None;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        if reader.json.next_token() != Some(b'n') {
            return Err(reader.wrong_type("null"));
        }
        Ok(reader.json.expect_literal("null")?)
    }

    fn may_start_with(first: u8) -> bool {
        first == b'n'
    }
}

impl<T: ?Sized> Compared for PhantomData<T> {
    type By = ByEq;
}

/// Has no JSON of its own: it is absent or null.
impl<'de, T: ?Sized> Decode<'de> for PhantomData<T> {
    const SPELLING: Spelling<Self> = None;
    const OPTIONAL: bool = true;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        <()>::decode(reader).map(|()| Self)
    }

    fn may_start_with(first: u8) -> bool {
        <()>::may_start_with(first)
    }

    fn absent() -> Option<Self> {
        Some(Self)
    }
}

impl Compared for IgnoredAny {
    type By = ByEq;
}

/// Any value, of which nothing is kept.
impl<'de> Decode<'de> for IgnoredAny {
    const SPELLING: Spelling<Self> = None;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        Ok(reader.json.skip_value().map(|()| Self)?)
    }

    fn may_start_with(_: u8) -> bool {
        true
    }
}

macro_rules! decode_weak {
    ($($weak:ty)*) => {$(
        impl<T> Compared for $weak {
            type By = Incomparable;
        }

        /// Nothing keeps the value alive, so that the pointer is empty, as in serde.
        impl<'de, T: Decode<'de>> Decode<'de> for $weak {
            const SPELLING: Spelling<Self> = None;
            const OPTIONAL: bool = true;

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                Option::<T>::decode(reader).map(|_| Self::new())
            }

            fn absent() -> Option<Self> {
                Some(Self::new())
            }

            fn may_start_with(first: u8) -> bool {
                Option::<T>::may_start_with(first)
            }
        }
    )*};
}

decode_weak! { rc::Weak<T> sync::Weak<T> }
