//! Text: owned, borrowed, shared, and single characters.

use std::{borrow::Cow, rc::Rc, sync::Arc};

use crate::{
    code::Code,
    coerce,
    decode::Decode,
    reader::{Failure, Reader},
};

impl<'de> Decode<'de> for String {
    const OF_KEY: Option<fn(Cow<'de, str>) -> Option<Self>> = Some(|key| Some(key.into_owned()));

    #[expect(clippy::inline_always, reason = "see `coerce::plain`")]
    #[inline(always)]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        match coerce::plain(reader) {
            Some(plain) => Ok(plain.to_owned()),
            None => coerce::text(reader).map(Cow::into_owned),
        }
    }

    fn takes(first: u8) -> bool {
        coerce::is_scalar_text(first)
    }

    fn to_key(&self) -> String {
        self.clone()
    }
}

/// Borrows where nothing is escaped.
impl<'de: 'a, 'a> Decode<'de> for Cow<'a, str> {
    const OF_KEY: Option<fn(Cow<'de, str>) -> Option<Self>> = Some(Some);

    #[expect(clippy::inline_always, reason = "see `coerce::plain`")]
    #[inline(always)]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        match coerce::plain(reader) {
            Some(plain) => Ok(Cow::Borrowed(plain)),
            None => coerce::text(reader),
        }
    }

    fn takes(first: u8) -> bool {
        coerce::is_scalar_text(first)
    }

    fn to_key(&self) -> String {
        self.to_string()
    }
}

impl<'de: 'a, 'a> Decode<'de> for &'a str {
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

    fn takes(first: u8) -> bool {
        coerce::is_scalar_text(first)
    }

    fn to_key(&self) -> String {
        self.to_string()
    }
}

fn borrow<'de>(reader: &mut Reader<'de>) -> Result<&'de str, Failure> {
    let (start, _) = reader.token();
    match coerce::text(reader)? {
        Cow::Borrowed(text) => Ok(text),
        Cow::Owned(_) => Err(escaped(reader, start)),
    }
}

#[cold]
fn escaped(reader: &mut Reader<'_>, start: usize) -> Failure {
    reader.invalid(start, Code::InvalidValue, |reader| {
        let found = reader.show(start);
        format!("{found} has escapes, which `&str` can't borrow; make the field a `Cow<str>` or `String`")
    })
}

macro_rules! decode_shared_text {
    ($($shared:ident)*) => {$(
        impl<'de> Decode<'de> for $shared<str> {
            const OF_KEY: Option<fn(Cow<'de, str>) -> Option<Self>> = Some(|key| Some(key.into()));

            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                coerce::text(reader).map(Into::into)
            }

            fn takes(first: u8) -> bool {
                coerce::is_scalar_text(first)
            }

            fn to_key(&self) -> String {
                self.to_string()
            }
        }
    )*};
}

decode_shared_text! { Box Rc Arc }

impl<'de> Decode<'de> for char {
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        coerce::formatted(reader, "a string of one character", |text| {
            let mut chars = text.chars();
            chars.next().filter(|_| chars.next().is_none()).ok_or_else(String::new)
        })
    }

    fn to_key(&self) -> String {
        self.to_string()
    }
}
