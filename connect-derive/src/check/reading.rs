//! How a field is read: the attributes that put something around its type, or something else in its place.

use super::{fields::check_default, refuse_beside, types};
use crate::{
    attributes::raw::{self, Entries, Entry},
    errors::Errors,
    model::{Default, Reading, Way},
    table::{Key, Source},
};

/// Attributes that say how a value is read.
pub(super) const READING: [Key; 9] = [
    Key::NullAsDefault,
    Key::EmptyAsNone,
    Key::OneOrMany,
    Key::SkipInvalid,
    Key::Fallback,
    Key::With,
    Key::Serde,
    Key::FromStr,
    Key::Strict,
];

/// Those of `connect` that read a value in place of its type.
const WAYS: [Key; 3] = [Key::With, Key::Serde, Key::FromStr];

pub(super) fn check<'a>(field: &'a raw::Field<'a>, strict: bool, errors: &mut Errors) -> Reading<'a> {
    let entries = &field.entries;
    check_options(field, errors);
    Reading {
        fallback: check_replacement(entries, Key::Fallback, errors),
        null: check_replacement(entries, Key::NullAsDefault, errors),
        empty_as_none: entries.has(Key::EmptyAsNone),
        way: check_way(field, errors),
        ..plain(entries, strict)
    }
}

/// Of a field whose type alone reads it.
pub(super) fn plain<'a>(entries: &Entries, strict: bool) -> Reading<'a> {
    Reading {
        sensitive: entries.has(Key::Sensitive),
        strict: strict || entries.has(Key::Strict),
        fallback: None,
        null: None,
        empty_as_none: false,
        way: Way::Decode,
    }
}

/// Whether something else than the field's type reads it.
pub(super) fn is_foreign(entries: &Entries) -> bool {
    WAYS.iter().chain(&[Key::SerdeWith, Key::DeserializeWith]).any(|key| entries.has(*key))
}

/// Attributes that only make sense on an `Option`, or only elsewhere.
fn check_options(field: &raw::Field<'_>, errors: &mut Errors) {
    let (entries, optional) = (&field.entries, types::is_option(field.ty));
    if let Some(entry) = entries.get(Key::EmptyAsNone).filter(|_| !optional) {
        errors.add(entry.span, "`empty_as_none` is for an `Option`: the empty string becomes its `None`");
    }
    if let Some(entry) = entries.get(Key::NullAsDefault).filter(|_| optional && !entries.has(Key::Default)) {
        errors.add(entry.span, "`null_as_default` has no effect here: null is `None` already; remove it");
    }
}

/// What stands for a value that is not taken: the field's own default, else that of its type.
fn check_replacement<'a>(entries: &'a Entries, key: Key, errors: &mut Errors) -> Option<Default<'a>> {
    let entry = entries.get(key)?;
    let own = entries.get(Key::Default).and_then(|default| check_default(default, errors));
    Some(own.unwrap_or(Default::Trait(entry.span)))
}

fn check_way<'a>(field: &'a raw::Field<'a>, errors: &mut Errors) -> Way<'a> {
    let entries = &field.entries;
    let ours = WAYS.iter().filter_map(|key| entries.get(*key)).min_by_key(|entry| position(entries, entry));
    if let Some(entry) = ours {
        check_alone(entries, entry, errors);
        return check_own_way(field, entry);
    }
    if let Some(way) = check_serde_way(entries, errors) {
        let reason = "a function of serde reads the value";
        refuse_beside(entries, &[Key::OneOrMany, Key::SkipInvalid], reason, errors);
        return way;
    }
    let span = |key| entries.get(key).map(|entry| entry.span);
    match (span(Key::OneOrMany), span(Key::SkipInvalid)) {
        (None, None) => Way::Decode,
        (one_or_many, skip_invalid) => Way::Items { one_or_many, skip_invalid },
    }
}

fn position(entries: &Entries, wanted: &Entry) -> Option<usize> {
    entries.list.iter().position(|entry| std::ptr::eq(entry, wanted))
}

/// Complains of what does not combine with `way`.
fn check_alone(entries: &Entries, way: &Entry, errors: &mut Errors) {
    let reason = format!("`{}` reads the value; remove one of them", way.name);
    let others: Vec<_> = WAYS.into_iter().filter(|key| *key != way.key).collect();
    refuse_beside(entries, &others, &reason, errors);
    let reason = format!("`{}` reads the value as a whole", way.name);
    refuse_beside(entries, &[Key::OneOrMany, Key::SkipInvalid], &reason, errors);
    if way.key != Key::With {
        let reason = format!("`{}` coerces nothing", way.name);
        refuse_beside(entries, &[Key::Strict], &reason, errors);
    }
}

fn check_own_way<'a>(field: &'a raw::Field<'a>, entry: &'a Entry) -> Way<'a> {
    match (entry.key, entry.path()) {
        (Key::With, Some(path)) => Way::With(path),
        (Key::FromStr, _) => Way::FromStr { span: entry.span, optional: types::is_option(field.ty) },
        _ => Way::Serde(entry.span),
    }
}

/// serde's `with = "module"` means its function `deserialize`.
fn check_serde_way<'a>(entries: &'a Entries, errors: &mut Errors) -> Option<Way<'a>> {
    if let Some(function) = entries.get_from(Source::Serde, Key::DeserializeWith) {
        return function.parse_path(errors).map(Way::Deserialize);
    }
    let module = entries.get_from(Source::Serde, Key::SerdeWith)?;
    let mut path = module.parse_path(errors)?;
    path.segments.push(syn::Ident::new("deserialize", module.text()?.span()).into());
    Some(Way::Deserialize(path))
}
