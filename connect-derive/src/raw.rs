//! What was written: the item's parts with their attributes, each with the place of its name.

use proc_macro2::Span;
use syn::{DeriveInput, Expr, Fields, Ident, LitStr, Type};

use crate::names::{Key, Source};

/// A struct or enum.
pub(crate) struct Item<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) entries: Entries,
    /// None where the item is of a kind that is refused.
    pub(crate) body: Option<Body<'a>>,
}

pub(crate) enum Body<'a> {
    Struct(Vec<Field<'a>>),
    Enum(Vec<Variant<'a>>),
}

pub(crate) struct Field<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) entries: Entries,
}

pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) fields: &'a Fields,
    pub(crate) entries: Entries,
}

/// An attribute.
pub(crate) struct Entry {
    pub(crate) source: Source,
    pub(crate) key: Key,
    /// As it was written, which for serde may differ from the key's own name.
    pub(crate) name: &'static str,
    /// Of the name.
    pub(crate) span: Span,
    pub(crate) value: Value,
}

/// What stands behind an attribute's name.
pub(crate) enum Value {
    None,
    Text(LitStr),
    Expr(Expr),
}

impl Entry {
    pub(crate) fn text(&self) -> Option<&LitStr> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The attributes of one place.
#[derive(Default)]
pub(crate) struct Entries {
    pub(crate) list: Vec<Entry>,
    /// Whether some could not be read, so that what follows from the others may not be meant.
    pub(crate) broken: bool,
}

impl Entries {
    /// The one with this key; `connect` wins over `serde`.
    pub(crate) fn get(&self, key: Key) -> Option<&Entry> {
        self.get_from(Source::Connect, key).or_else(|| self.get_from(Source::Serde, key))
    }

    pub(crate) fn get_from(&self, source: Source, key: Key) -> Option<&Entry> {
        self.all(key).find(|entry| entry.source == source)
    }

    pub(crate) fn has(&self, key: Key) -> bool {
        self.all(key).next().is_some()
    }

    pub(crate) fn all(&self, key: Key) -> impl Iterator<Item = &Entry> {
        self.list.iter().filter(move |entry| entry.key == key)
    }
}
