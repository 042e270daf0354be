//! How a field's value is read: attributes that wrap its decoding, and attributes that replace it.

mod check;
pub(crate) mod emit;
pub(crate) mod wrappers;

use std::borrow::Cow;

use proc_macro2::Span;
use syn::ExprPath;

use self::wrappers::{Effect, WRAPPERS, Wrapper};
use crate::{
    attributes::raw::{Entries, Entry, Field},
    defaults::Default,
    formats::Formats,
    rules::Rule,
    table::Key,
    types,
};

/// How a field's value is read.
pub(crate) struct Reading<'a> {
    /// From the outside to the inside.
    pub(crate) wrappers: Vec<Wrapping<'a>>,
    pub(crate) decoder: Decoder<'a>,
}

/// A wrapper on a field.
pub(crate) struct Wrapping<'a> {
    pub(crate) wrapper: &'static Wrapper,
    /// What replaces a value, if the wrapper takes a default.
    pub(crate) default: Option<Default<'a>>,
}

/// What decodes a field's value; spans are those of the attributes that choose it.
pub(crate) enum Decoder<'a> {
    /// Its type.
    Type,
    /// Its type, item by item.
    Items { one_or_many: Option<Span>, skip_invalid: Option<Span>, inside: Inside<'a> },
    /// The function `decode` of a module.
    With(Cow<'a, ExprPath>),
    /// The type's serde implementation.
    Serde(Span),
    /// A function that takes a deserializer.
    Deserialize(ExprPath),
    /// The `FromStr` of the type, or of the one in the `Option`.
    FromStr { span: Span, optional: bool },
    /// Formats of dates and times.
    Formats(Formats),
    /// The owned form of a `Cow<'static, ..>`, or of the one in the `Option`.
    Owned { optional: bool },
}

/// What reads the parts of a value in place of their types.
#[derive(std::default::Default)]
pub(crate) struct Inside<'a> {
    /// The module that reads the keys.
    pub(crate) keys: Option<&'a ExprPath>,
    /// What reads an item.
    pub(crate) item: Option<Box<Decoder<'a>>>,
}

/// The attributes of `connect` that decode a value in place of its type.
const DECODERS: [Key; 4] = [Key::With, Key::Serde, Key::FromStr, Key::Format];

/// The attributes that have the type decode its items.
const ITEMS: [Key; 2] = [Key::OneOrMany, Key::SkipInvalid];

/// All attributes that decide how a value is read.
pub(crate) fn keys() -> impl Iterator<Item = Key> {
    WRAPPERS.iter().map(|wrapper| wrapper.key).chain(DECODERS).chain(ITEMS).chain([Key::Keys, Key::Zone])
}

/// The [`keys`] that need a field with a value of its own.
pub(crate) fn keys_of_a_value() -> impl Iterator<Item = Key> {
    keys().filter(|key| !WRAPPERS.iter().any(|wrapper| wrapper.key == *key && wrapper.effect == Effect::Mode))
}

/// Whether the attribute decodes a value in place of its type.
pub(crate) fn is_decoder(key: Key) -> bool {
    DECODERS.contains(&key) || matches!(key, Key::SerdeWith | Key::DeserializeWith)
}

/// Whether nothing can be said of a value that is incomplete: with another decoder, or if what is invalid is replaced.
pub(crate) fn is_whole(entry: &Entry) -> bool {
    is_decoder(entry.key) || converts(entry) || matches!(entry.key, Key::Fallback | Key::SkipInvalid)
}

/// Whether an attribute says that something other than the field's type decodes the value, or a part of it.
pub(crate) fn is_foreign(entries: &Entries) -> bool {
    entries.list.iter().any(|entry| is_decoder(entry.key) || converts(entry))
}

/// Whether something other than its type reads a part of the value.
pub(crate) fn converts(entry: &Entry) -> bool {
    entry.key == Key::Keys || entry.rule().is_some_and(Rule::converts)
}

/// Whether the field's type decodes the value. A `Cow<'static, ..>` would have to borrow from the input.
pub(crate) fn is_by_type(field: &Field<'_>) -> bool {
    !is_foreign(&field.entries) && !is_owned(field)
}

fn is_owned(field: &Field<'_>) -> bool {
    let is_whole = !ITEMS.iter().any(|key| field.entries.has(*key));
    is_whole && types::is_static_cow(types::inside_option(field.ty).unwrap_or(field.ty))
}

/// Whether the field's default also replaces values that are present.
pub(crate) fn takes_default(entries: &Entries) -> bool {
    WRAPPERS.iter().any(|wrapper| wrapper.takes_default && entries.has(wrapper.key))
}

impl<'a> Reading<'a> {
    pub(crate) fn has(&self, key: Key) -> bool {
        self.wrappers.iter().any(|wrapping| wrapping.wrapper.key == key)
    }

    /// Whether it accepts values that the type itself does not.
    pub(crate) fn widens(&self) -> bool {
        self.wrappers.iter().any(|wrapping| wrapping.wrapper.effect == Effect::Widens)
    }

    /// Whether nothing can be said of a value that is incomplete.
    pub(crate) fn is_whole(&self) -> bool {
        let skips = matches!(self.decoder, Decoder::Items { skip_invalid: Some(_), .. });
        skips || !self.is_by_type() || self.has(Key::Fallback)
    }

    /// Whether it is more than the type's own decoding in some mode of the reader.
    pub(crate) fn is_changed(&self) -> bool {
        self.widens() || !matches!(self.decoder, Decoder::Type)
    }

    /// Whether the value may have another form in JSON than that of its type.
    pub(crate) fn takes_any_json(&self) -> bool {
        matches!(self.decoder, Decoder::With(_) | Decoder::Deserialize(_) | Decoder::Items { one_or_many: Some(_), .. })
    }

    /// Whether the type decodes the value: what its `Decode` says then holds for the field.
    pub(crate) fn is_by_type(&self) -> bool {
        match &self.decoder {
            Decoder::Type => true,
            Decoder::Items { inside, .. } => inside.is_by_type(),
            _ => false,
        }
    }
}

impl Inside<'_> {
    /// Whether the types of all parts read them.
    pub(crate) fn is_by_type(&self) -> bool {
        self.keys.is_none() && self.item.is_none()
    }
}
