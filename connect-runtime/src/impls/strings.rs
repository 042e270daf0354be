//! Text: owned, borrowed, shared, and single characters.

use std::{borrow::Cow, rc::Rc, sync::Arc};

use crate::{
    code::Code,
    coerce,
    decode::Decode,
    reader::{Failure, Reader},
};

impl<'de> Decode<'de> for String {
    #[expect(clippy::inline_always, reason = "see `coerce::plain_or`")]
    #[inline(always)]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        coerce::plain_or(reader, str::to_owned, Cow::into_owned)
    }

    fn to_key(&self) -> String {
        self.to_string()
    }
}

/// Borrows where nothing is escaped.
impl<'de: 'a, 'a> Decode<'de> for Cow<'a, str> {
    #[expect(clippy::inline_always, reason = "see `coerce::plain_or`")]
    #[inline(always)]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        coerce::plain_or(reader, Cow::Borrowed, |text| text)
    }

    fn to_key(&self) -> String {
        self.to_string()
    }
}

impl<'de: 'a, 'a> Decode<'de> for &'a str {
    #[expect(clippy::inline_always, reason = "see `coerce::plain_or`")]
    #[inline(always)]
    fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
        let (start, _) = reader.token();
        let text = coerce::plain_or(reader, Some, |text| match text {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(_) => None,
        });
        text?.ok_or_else(|| escaped(reader, start))
    }

    fn to_key(&self) -> String {
        self.to_string()
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
            fn decode(reader: &mut Reader<'de>) -> Result<Self, Failure> {
                coerce::text(reader).map(Into::into)
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
