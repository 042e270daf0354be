//! `Decode` for types that wrap one type (`Option`, pointers, `Wrapping` and its like) or none (`()`, `PhantomData`).

use std::{
    borrow::Cow,
    cmp::Reverse,
    marker::PhantomData,
    num::{Saturating, Wrapping},
    rc::{self, Rc},
    sync::{self, Arc},
};

use serde::de::IgnoredAny;

use crate::{
    decode::{Compared, Decode, MapKey, Spelling, spell},
    message::Message,
    reader::{Failure, Reader},
    report::{Code, Problems},
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

/// Types that hold one value and are read as it, with `$decode`: `$new` makes one, `$inside` is the value in one.
macro_rules! decode_wrappers {
    ($([$($bound:tt)*] $wrapper:ty: $decode:path, $new:expr, |$value:ident| $inside:expr;)*) => {$(
        impl<T: $($bound)*> Compared for $wrapper {
            type By = ByContent;
        }

        impl<'de, T: Decode<'de> + $($bound)*> Decode<'de> for $wrapper {
            const SPELLING: Spelling<Self> = match T::SPELLING {
                Some(_) => Some(|$value| spell::<T>($inside)),
                None => None,
            };
            const OPTIONAL: bool = T::OPTIONAL;

            #[inline]
            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                $decode(reader).map($new)
            }

            #[inline]
            fn absent() -> Option<Self> {
                T::absent().map($new)
            }

            fn claims(name: &str) -> bool {
                T::claims(name)
            }

            fn may_start_with(first: u8) -> bool {
                T::may_start_with(first)
            }

            #[inline]
            fn validate_nested(&self, problems: &mut Problems) {
                let $value = self;
                T::validate_nested($inside, problems);
            }
        }

        impl<T: MapKey + $($bound)*> MapKey for $wrapper {
            fn to_key(&self) -> Cow<'_, str> {
                let $value = self;
                T::to_key($inside)
            }
        }

        impl<T: Distinct + $($bound)*> Compare<$wrapper> for ByContent {
            fn digest($value: &$wrapper, digester: &mut Digester) {
                T::digest($inside, digester);
            }

            fn same($value: &$wrapper, other: &$wrapper) -> bool {
                let value = $inside;
                let $value = other;
                T::same(value, $inside)
            }
        }
    )*};
}

decode_wrappers! {
    [] Box<T>: behind_pointer, Self::new, |pointer| pointer;
    [] Rc<T>: behind_pointer, Self::new, |pointer| pointer;
    [] Arc<T>: behind_pointer, Self::new, |pointer| pointer;
    // Always owned: only strings and bytes can be borrowed from JSON.
    [Clone] Cow<'_, T>: T::decode, Cow::Owned, |cow| cow;
    [] Reverse<T>: T::decode, Self, |outer| &outer.0;
    [] Saturating<T>: T::decode, Self, |outer| &outer.0;
    [] Wrapping<T>: T::decode, Self, |outer| &outer.0;
}

/// Reads a value that a pointer leads to.
#[inline]
fn behind_pointer<'de, T: Decode<'de>>(reader: &mut Reader<'de>) -> Result<T, Failure> {
    reader.behind_pointer(T::decode)
}

impl Compared for () {
    type By = ByEq;
}

impl<'de> Decode<'de> for () {
    const SPELLING: Spelling<Self> = None;

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        if reader.json.next_token() != Some(b'n') {
            return decode_bare_tag(reader);
        }
        Ok(reader.json.expect_literal("null")?)
    }

    fn may_start_with(first: u8) -> bool {
        first == b'n'
    }
}

/// Reads an object with no key but the tag of an enum, whose variant holds nothing.
#[cold]
fn decode_bare_tag(reader: &mut Reader<'_>) -> Result<(), Failure> {
    let (start, first) = reader.token();
    if first != Some(b'{') || !reader.excluded.affect(start) {
        return Err(reader.wrong_type("null"));
    }
    reader.json.open()?;
    let (mut count, mut read) = (0, Ok(()));
    while reader.next_own_key(&mut count, start)? {
        let key = reader.current.key;
        reader.json.string()?;
        reader.json.skip_colon()?;
        reader.json.skip_value()?;
        read = Err(reader.invalid(key, Code::UnknownField, |reader| {
            let params = [("field", reader.show_key(key).into()), ("reason", "tag".into())];
            Message::fill("unknown field `{field}`, the variant holds nothing but the tag", params)
        }));
    }
    read
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
        reader.skip_text().map(|()| Self)
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
                behind_pointer::<Option<T>>(reader).map(|_| Self::new())
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
