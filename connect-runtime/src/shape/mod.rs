//! What the derive records about a model for the runtime.

use crate::{message::Message, report::quote::shorten};

pub(crate) mod overlap;
mod spellings;

pub use spellings::Spellings;

/// What is known about a model at compile time.
#[derive(Debug)]
pub struct Shape {
    /// The model's name, for messages.
    pub name: &'static str,
    /// In the order of declaration.
    pub fields: &'static [Field],
    /// Every key that is accepted: names and aliases.
    pub spellings: Spellings,
    /// Whether other keys are refused.
    pub deny_unknown_fields: bool,
}

/// What is known about a field at compile time.
#[derive(Debug)]
pub struct Field {
    /// The canonical name.
    pub name: &'static str,
    /// The name in Rust.
    pub rust: &'static str,
    /// The name as a key in JSON, with the colon: `"name":`.
    pub key: &'static str,
}

impl Field {
    /// The field `name`, called `rust` in Rust, with its `key` as JSON spells it, colon included.
    #[must_use]
    pub const fn new(name: &'static str, rust: &'static str, key: &'static str) -> Self {
        Self { name, rust, key }
    }

    /// The name as a key in JSON, without the colon: `"name"`.
    #[inline]
    pub(crate) fn quoted(&self) -> &'static str {
        self.key.strip_suffix(':').unwrap_or_default()
    }
}

impl Shape {
    /// The shape of a model without fields of its own.
    #[must_use]
    pub const fn empty(name: &'static str) -> Self {
        Self { name, fields: &[], spellings: Spellings::new(&[]), deny_unknown_fields: false }
    }

    /// Whether `name` is a name or alias of a field.
    #[inline]
    pub fn has(&self, name: &str) -> bool {
        self.spellings.find(name).is_some()
    }

    /// The index of the field that has this name or alias.
    #[must_use]
    pub fn index_of(&self, name: &str) -> Option<usize> {
        self.spellings.find(name)
    }

    #[cold]
    pub(crate) fn describe_unknown(&self, name: &str) -> Message {
        let field = shorten(name).into();
        let is_canonical = |index: usize, name: &str| self.fields.get(index).is_some_and(|field| field.name == name);
        match self.spellings.nearest(name, is_canonical) {
            Some(near) => {
                let params = [("field", field), ("nearest", near.into())];
                Message::fill("unknown field `{field}`, did you mean `{nearest}`?", params)
            }
            None => {
                let params = [("field", field), ("model", self.name.into())];
                Message::fill("unknown field `{field}`, `{model}` has no such field", params)
            }
        }
    }
}
