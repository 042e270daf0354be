//! What decodes a field's value, and what reads its keys and items.

use std::borrow::Cow;

use proc_macro2::Span;
use syn::ExprPath;

use super::{
    keys::{DECODERS, ITEMS, converts, is_owned},
    text,
};
use crate::{
    attributes::raw::{Entries, Entry, Field},
    errors::Errors,
    formats::Formats,
    rules::{Change, Rule},
    table::{Key, Source},
    types,
};

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
    /// How the text of an item is changed.
    pub(crate) changes: Vec<Change>,
}

/// Checks what decodes the field's value.
pub(super) fn check<'a>(field: &'a Field<'a>, errors: &mut Errors) -> Decoder<'a> {
    let entries = &field.entries;
    if !entries.has(Key::Format) && !entries.broken {
        entries.refuse(&[Key::Zone], "it is the zone of a `format`, which is missing", errors);
    }
    if let Some(entry) = entries.list.iter().find(|entry| DECODERS.contains(&entry.key)) {
        check_alone(entries, entry, errors);
        return check_own_decoder(field, entry, errors);
    }
    if let Some(decoder) = check_serde_function(entries, errors) {
        entries.refuse(&ITEMS, "a serde function reads the value", errors);
        text::refuse_in_items(entries, "a serde function reads the value", errors);
        refuse_inside(entries, "a serde function reads the value", errors);
        return decoder;
    }
    let span = |key| entries.get(key).map(|entry| entry.span);
    let inside = Inside::of(entries);
    match ITEMS.map(span) {
        [None, None] if !inside.is_by_type() => Decoder::Items { one_or_many: None, skip_invalid: None, inside },
        [None, None] if is_owned(field) => Decoder::Owned { optional: types::is_option(field.ty) },
        [None, None] => Decoder::Type,
        [one_or_many, skip_invalid] => {
            if inside.keys.is_some() {
                entries.refuse(&[Key::OneOrMany], "it is for a list, and `keys` for a map; remove one of them", errors);
            }
            Decoder::Items { one_or_many, skip_invalid, inside }
        }
    }
}

impl<'a> Inside<'a> {
    fn of(entries: &'a Entries) -> Self {
        let rules = entries.all(Key::Rule).filter_map(Entry::rule);
        Self::of_rules(entries.get(Key::Keys).and_then(Entry::path), &rules.collect::<Vec<_>>())
    }

    fn of_rules(keys: Option<&'a ExprPath>, rules: &[&'a Rule]) -> Self {
        let changes = rules.iter().flat_map(|rule| rule.constraint.item_changes()).copied().collect();
        Self { keys, item: decoder_of_items(rules.iter().copied()), changes }
    }

    /// Whether the types of all parts read them.
    pub(crate) fn is_by_type(&self) -> bool {
        self.keys.is_none() && self.item.is_none() && self.changes.is_empty()
    }
}

/// What reads an item, if one of the `rules` is an `each` that says so.
fn decoder_of_items<'a>(mut rules: impl Iterator<Item = &'a Rule>) -> Option<Box<Decoder<'a>>> {
    rules.find_map(|rule| {
        let reading = rule.constraint.item_reading()?;
        if let Some(module) = &reading.with {
            return Some(Box::new(Decoder::With(Cow::Borrowed(module))));
        }
        if !reading.formats.is_empty() {
            let formats = Formats::check(reading.formats.iter(), reading.zone.as_ref(), &mut Errors::default());
            return formats.map(|formats| Box::new(Decoder::Formats(formats)));
        }
        let inside = Inside::of_rules(reading.keys.as_ref(), &rule.constraint.item_rules().iter().collect::<Vec<_>>());
        (!inside.is_by_type()).then(|| Box::new(Decoder::Items { one_or_many: None, skip_invalid: None, inside }))
    })
}

/// Reports what would read the parts of a value that is read as a whole.
fn refuse_inside(entries: &Entries, reason: &str, errors: &mut Errors) {
    for entry in entries.list.iter().filter(|entry| converts(entry)) {
        let name = if entry.key == Key::Keys { "keys(with = ..)" } else { "each(with = ..)" };
        errors.add(entry.span, format!("`{name}` has no effect here: {reason}"));
    }
}

/// Reports attributes that can't be combined with `decoder`.
fn check_alone(entries: &Entries, decoder: &Entry, errors: &mut Errors) {
    let name = decoder.name;
    let others: Vec<_> = DECODERS.into_iter().filter(|key| *key != decoder.key).collect();
    entries.refuse(&others, &format!("`{name}` reads the value; remove one of them"), errors);
    entries.refuse(&ITEMS, &format!("`{name}` reads the value as a whole"), errors);
    text::refuse_in_items(entries, &format!("`{name}` reads the value as a whole"), errors);
    refuse_inside(entries, &format!("`{name}` reads the value as a whole"), errors);
    if !matches!(decoder.key, Key::With | Key::Format) && !entries.has(Key::JsonString) {
        entries.refuse(&[Key::Strict], &format!("`{name}` never coerces"), errors);
    }
}

fn check_own_decoder<'a>(field: &'a Field<'a>, entry: &'a Entry, errors: &mut Errors) -> Decoder<'a> {
    match (entry.key, entry.path()) {
        (Key::Format, _) => {
            let texts = field.entries.all(Key::Format).filter_map(Entry::text);
            let formats = Formats::check(texts, field.entries.get(Key::Zone).and_then(Entry::text), errors);
            formats.map_or(Decoder::Type, Decoder::Formats)
        }
        (Key::With, Some(path)) => Decoder::With(Cow::Borrowed(path)),
        (Key::FromStr, _) => Decoder::FromStr { span: entry.span, optional: types::is_option(field.ty) },
        _ => Decoder::Serde(entry.span),
    }
}

/// serde's `with = "module"` means its function `deserialize`.
fn check_serde_function<'a>(entries: &Entries, errors: &mut Errors) -> Option<Decoder<'a>> {
    if let Some(function) = entries.get_from(Source::Serde, Key::DeserializeWith) {
        return function.parse_path(errors).map(Decoder::Deserialize);
    }
    let module = entries.get_from(Source::Serde, Key::SerdeWith)?;
    let mut path = module.parse_path(errors)?;
    if is_ready_made(&path) {
        return Some(Decoder::With(Cow::Owned(path)));
    }
    path.path.segments.push(syn::Ident::new("deserialize", module.text()?.span()).into());
    Some(Decoder::Deserialize(path))
}

/// Whether the path is that of a module of the runtime, which also has a `decode` that says what it coerced.
fn is_ready_made(path: &ExprPath) -> bool {
    let names: Vec<_> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    matches!(&*names, [runtime, with, _] if runtime == "connect_runtime" && with == "with")
}
