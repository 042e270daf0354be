//! `trim`, `lowercase` and `uppercase`: text that is changed before the rules are checked.

use std::{borrow::Cow, rc::Rc, sync::Arc};

use crate::{
    drift::DriftKind,
    reader::{Failure, Reader},
    report::Code,
};

/// Changes the value that `decode` reads. `change` says whether it is another then, which is drift.
pub fn normalize<'de, T>(
    reader: &mut Reader<'de>,
    change: impl FnOnce(&mut T) -> bool,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (start, _) = reader.token();
    let mut value = decode(reader)?;
    if change(&mut value) {
        record_change(reader, start)?;
    }
    Ok(value)
}

/// Records that the text from `start` to here was changed, or refuses it.
#[cold]
fn record_change(reader: &mut Reader<'_>, start: usize) -> Result<(), Failure> {
    if !reader.policy.strict {
        reader.record_drift(DriftKind::Normalized, start);
        return Ok(());
    }
    Err(reader.invalid(start, Code::InvalidValue, |reader| {
        let wanted = "text without white space around it and in the right case";
        reader.unexpected(start, wanted).and(" (strict)").with("reason", "strict")
    }))
}

/// Text that can be trimmed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be trimmed",
    label = "not a text",
    note = "`trim` takes a `String`, `&str`, `Cow<str>`, `Box<str>`, `Rc<str>` or `Arc<str>`, or an `Option` or pointer of one; write `each(trim)` for the items of a list and the values of a map, and put it on the field inside a newtype"
)]
pub trait Trim {
    /// Removes white space from both ends; returns whether there was any.
    fn trim_text(&mut self) -> bool;
}

/// Text whose case can be changed.
#[diagnostic::on_unimplemented(
    message = "the case of `{Self}` can't be changed",
    label = "not a text that can be changed",
    note = "`lowercase` and `uppercase` take a `String`, `Cow<str>`, `Box<str>`, `Rc<str>` or `Arc<str>`, or an `Option` or pointer of one; make a `&str` a `Cow<str>` or `String`, write `each(lowercase)` for the items of a list and the values of a map, and put it on the field inside a newtype"
)]
pub trait Recase {
    /// Replaces the text with what `convert` makes of it; returns whether that is another.
    fn recase(&mut self, convert: fn(&str) -> String) -> bool;
}

/// Removes white space from both ends of a text; returns whether there was any.
pub fn trim<T: Trim>(text: &mut T) -> bool {
    text.trim_text()
}

/// Converts a text to lower case; returns whether it has changed.
pub fn lowercase<T: Recase>(text: &mut T) -> bool {
    text.recase(str::to_lowercase)
}

/// Converts a text to upper case; returns whether it has changed.
pub fn uppercase<T: Recase>(text: &mut T) -> bool {
    text.recase(str::to_uppercase)
}

impl Trim for &str {
    fn trim_text(&mut self) -> bool {
        let before = self.len();
        *self = self.trim();
        self.len() < before
    }
}

impl Trim for String {
    fn trim_text(&mut self) -> bool {
        let before = self.len();
        self.truncate(self.trim_end().len());
        self.drain(..self.len() - self.trim_start().len());
        self.len() < before
    }
}

/// What is borrowed stays borrowed.
impl Trim for Cow<'_, str> {
    fn trim_text(&mut self) -> bool {
        match self {
            Self::Borrowed(text) => text.trim_text(),
            Self::Owned(text) => text.trim_text(),
        }
    }
}

impl Recase for String {
    fn recase(&mut self, convert: fn(&str) -> String) -> bool {
        let converted = convert(self);
        let changes = *self != converted;
        *self = converted;
        changes
    }
}

impl Recase for Cow<'_, str> {
    fn recase(&mut self, convert: fn(&str) -> String) -> bool {
        let converted = convert(self);
        let changes = *self != converted;
        if changes {
            *self = Cow::Owned(converted);
        }
        changes
    }
}

impl<T: Trim> Trim for Option<T> {
    fn trim_text(&mut self) -> bool {
        self.as_mut().is_some_and(T::trim_text)
    }
}

impl<T: Recase> Recase for Option<T> {
    fn recase(&mut self, convert: fn(&str) -> String) -> bool {
        self.as_mut().is_some_and(|text| text.recase(convert))
    }
}

impl<T: Trim> Trim for Box<T> {
    fn trim_text(&mut self) -> bool {
        T::trim_text(self)
    }
}

impl<T: Recase> Recase for Box<T> {
    fn recase(&mut self, convert: fn(&str) -> String) -> bool {
        T::recase(self, convert)
    }
}

/// A value that was just read is not shared yet.
macro_rules! shared_text {
    ($($pointer:ident)*) => {$(
        impl<T: Trim> Trim for $pointer<T> {
            fn trim_text(&mut self) -> bool {
                $pointer::get_mut(self).is_some_and(T::trim_text)
            }
        }

        impl<T: Recase> Recase for $pointer<T> {
            fn recase(&mut self, convert: fn(&str) -> String) -> bool {
                $pointer::get_mut(self).is_some_and(|text| text.recase(convert))
            }
        }
    )*};
}

shared_text! { Rc Arc }

macro_rules! pointers_to_str {
    ($($pointer:ident)*) => {$(
        impl Trim for $pointer<str> {
            fn trim_text(&mut self) -> bool {
                let trimmed = self.trim();
                let changes = trimmed.len() < self.len();
                if changes {
                    *self = trimmed.into();
                }
                changes
            }
        }

        impl Recase for $pointer<str> {
            fn recase(&mut self, convert: fn(&str) -> String) -> bool {
                let converted = convert(self);
                let changes = **self != *converted;
                if changes {
                    *self = converted.into();
                }
                changes
            }
        }
    )*};
}

pointers_to_str! { Box Rc Arc }
