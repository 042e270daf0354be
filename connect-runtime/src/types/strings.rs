//! `Decode` for strings: owned, borrowed and shared, and for `char`.

use std::{borrow::Cow, rc::Rc, sync::Arc};

use crate::{
    decode::{Compared, Decode, MapKey, Spelling},
    message::Message,
    reader::{Failure, Reader, coerce},
    report::Code,
    rules::ByEq,
};

impl Compared for String {
    type By = ByEq;
}

impl<'de> Decode<'de> for String {
    const SPELLING: Spelling<Self> = Some(Self::to_key);
    const OF_KEY: Option<fn(Cow<'de, str>) -> Option<Self>> = Some(|key| Some(key.into_owned()));

    #[expect(clippy::inline_always, reason = "see `coerce::plain`")]
    #[inline(always)]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        match coerce::plain(reader) {
            Some(plain) => Ok(plain.to_owned()),
            None => coerce::string(reader).map(Cow::into_owned),
        }
    }

    fn may_start_with(first: u8) -> bool {
        coerce::is_scalar_text(first)
    }
}

impl MapKey for String {
    fn to_key(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl Compared for Cow<'_, str> {
    type By = ByEq;
}

/// Borrows if nothing is escaped.
impl<'de: 'a, 'a> Decode<'de> for Cow<'a, str> {
    const SPELLING: Spelling<Self> = Some(Self::to_key);
    const OF_KEY: Option<fn(Cow<'de, str>) -> Option<Self>> = Some(Some);

    #[expect(clippy::inline_always, reason = "see `coerce::plain`")]
    #[inline(always)]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        match coerce::plain(reader) {
            Some(plain) => Ok(Cow::Borrowed(plain)),
            None => coerce::string(reader),
        }
    }

    fn may_start_with(first: u8) -> bool {
        coerce::is_scalar_text(first)
    }
}

impl MapKey for Cow<'_, str> {
    fn to_key(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl Compared for &str {
    type By = ByEq;
}

impl<'de: 'a, 'a> Decode<'de> for &'a str {
    const SPELLING: Spelling<Self> = Some(Self::to_key);
    const OF_KEY: Option<fn(Cow<'de, str>) -> Option<Self>> = Some(|key| match key {
        Cow::Borrowed(key) => Some(key),
        Cow::Owned(_) => None,
    });

    #[expect(clippy::inline_always, reason = "see `coerce::plain`")]
    #[inline(always)]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        match coerce::plain(reader) {
            Some(plain) => Ok(plain),
            None => borrow(reader),
        }
    }

    fn may_start_with(first: u8) -> bool {
        coerce::is_scalar_text(first)
    }
}

impl MapKey for &str {
    fn to_key(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

fn borrow<'de>(reader: &mut Reader<'de>) -> Result<&'de str, Failure> {
    let (start, _) = reader.token();
    match coerce::string(reader)? {
        Cow::Borrowed(text) => Ok(text),
        Cow::Owned(_) => Err(escaped(reader, start)),
    }
}

#[cold]
fn escaped(reader: &mut Reader<'_>, start: usize) -> Failure {
    reader.invalid(start, Code::InvalidValue, |reader| {
        let found = reader.show(start);
        let what = if reader.json.since(start).is_empty() { "bytes that are not UTF-8" } else { "escapes" };
        let why = format!("has {what}, which `&str` can't borrow; make the field a `Cow<str>` or `String`");
        Message::of(format!("{found} {why}"), [("reason", why.into())])
    })
}

macro_rules! decode_pointers_to_str {
    ($($pointer:ident)*) => {$(
        impl Compared for $pointer<str> {
            type By = ByEq;
        }

        impl<'de> Decode<'de> for $pointer<str> {
            const SPELLING: Spelling<Self> = Some(Self::to_key);
            const OF_KEY: Option<fn(Cow<'de, str>) -> Option<Self>> = Some(|key| Some(key.into()));

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                coerce::string(reader).map(Into::into)
            }

            fn may_start_with(first: u8) -> bool {
                coerce::is_scalar_text(first)
            }
        }

        impl MapKey for $pointer<str> {
            fn to_key(&self) -> Cow<'_, str> {
                Cow::Borrowed(self)
            }
        }
    )*};
}

decode_pointers_to_str! { Box Rc Arc }

impl Compared for char {
    type By = ByEq;
}

impl<'de> Decode<'de> for char {
    const SPELLING: Spelling<Self> = Some(Self::to_key);

    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        coerce::formatted(reader, "a string of one character", |text| {
            let mut chars = text.chars();
            chars.next().filter(|_| chars.next().is_none()).ok_or_else(String::new)
        })
    }

    fn may_start_with(first: u8) -> bool {
        first == b'"'
    }
}

keys_by_display! { char }
