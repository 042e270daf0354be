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
    /// The canonical name; of a field with a `path`, the path.
    pub name: &'static str,
    /// The name in Rust.
    pub rust: &'static str,
    /// The name as a key in JSON, with the colon: `"name":`. Empty for a field with a `path`.
    pub key: &'static str,
}

impl Field {
    /// The field `name`, called `rust` in Rust, with its `key` as JSON spells it, colon included.
    #[must_use]
    pub const fn new(name: &'static str, rust: &'static str, key: &'static str) -> Self {
        Self { name, rust, key }
    }

    /// The field `rust`, which is at this `path`.
    #[must_use]
    pub const fn at_path(path: &'static str, rust: &'static str) -> Self {
        Self { name: path, rust, key: "" }
    }

    /// The keys that lead to it: its name, or those of its path.
    #[cold]
    pub(crate) fn keys(&self) -> Vec<String> {
        if self.key.is_empty() { split_path(self.name) } else { vec![self.name.to_owned()] }
    }

    /// The name as a key in JSON, without the colon: `"name"`.
    #[inline]
    pub(crate) fn quoted(&self) -> &'static str {
        self.key.strip_suffix(':').unwrap_or_default()
    }
}

/// The keys of a path, in which a backslash comes before a dot that is part of a key.
fn split_path(path: &str) -> Vec<String> {
    let (mut keys, mut letters) = (Vec::new(), path.chars());
    let mut key = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '.' => keys.push(std::mem::take(&mut key)),
            '\\' => key.extend(letters.next()),
            plain => key.push(plain),
        }
    }
    keys.push(key);
    keys
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
        self.spellings.find(name).is_some() || self.spellings.find_folded(name).is_some()
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

#[cfg(test)]
mod tests {
    use super::Field;

    #[test]
    fn a_path_leads_through_keys_that_may_have_dots() {
        assert_eq!(Field::at_path(r"a.b\.c\\.d", "d").keys(), ["a", r"b.c\", "d"]);
        assert_eq!(Field::new("a.b", "ab", "\"a.b\":").keys(), ["a.b"]);
    }
}
