//! Which attributes are about how a value is read.

use super::wrappers::{Effect, WRAPPERS};
use crate::{
    attributes::raw::{Entries, Entry, Field},
    rules::Rule,
    table::Key,
    types,
};

/// The attributes of `connect` that decode a value in place of its type.
pub(super) const DECODERS: [Key; 4] = [Key::With, Key::Serde, Key::FromStr, Key::Format];

/// Attributes about what is inside all wrappers, and around the decoder.
const INSIDE: [Key; 4] = [Key::JsonString, Key::Trim, Key::Lowercase, Key::Uppercase];

/// The attributes that have the type decode its items.
pub(super) const ITEMS: [Key; 2] = [Key::OneOrMany, Key::SkipInvalid];

/// All attributes that decide how a value is read.
pub(crate) fn keys() -> impl Iterator<Item = Key> {
    WRAPPERS.iter().map(|wrapper| wrapper.key).chain(INSIDE).chain(DECODERS).chain(ITEMS).chain([Key::Keys, Key::Zone])
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
    is_decoder(entry.key) || converts(entry) || matches!(entry.key, Key::Fallback | Key::SkipInvalid | Key::JsonString)
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

pub(super) fn is_owned(field: &Field<'_>) -> bool {
    let is_whole = !ITEMS.iter().any(|key| field.entries.has(*key));
    is_whole && types::is_static_cow(types::inside_option(field.ty).unwrap_or(field.ty))
}

/// Whether a value that is present may become the `Default` of its type, where the field has no default of its own.
/// `of_container` is whether the struct has one.
pub(crate) fn takes_default_of_type(entries: &Entries, of_container: bool) -> bool {
    entries.has(Key::Fallback) || (entries.has(Key::DefaultIf) && !of_container)
}
