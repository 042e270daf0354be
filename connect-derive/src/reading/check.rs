//! Checks the attributes that decide how a field's value is read.

use std::borrow::Cow;

use syn::ExprPath;

use super::{
    DECODERS, Decoder, ITEMS, Inside, Reading, Wrapping, converts, is_owned,
    wrappers::{Effect, OnOption, WRAPPERS, Wrapper},
};
use crate::{
    attributes::raw::{Entries, Entry, Field},
    defaults::Default,
    errors::Errors,
    formats::Formats,
    rules::Rule,
    table::{Key, Source},
    types,
};

impl<'a> Reading<'a> {
    /// Checks a field with a value of its own; `strict` is the container's.
    pub(crate) fn check(field: &'a Field<'a>, strict: bool, errors: &mut Errors) -> Self {
        check_options(field, errors);
        let wrappers = requested(&field.entries, strict).map(|wrapper| {
            let default = wrapper.takes_default.then(|| check_replacement(&field.entries, wrapper.key, errors));
            Wrapping { wrapper, default: default.flatten() }
        });
        Self { wrappers: wrappers.collect(), decoder: check_decoder(field, errors) }
    }

    /// The reading of a field without a value of its own: only reader modes.
    pub(crate) fn modes(entries: &Entries, strict: bool) -> Self {
        let modes = requested(entries, strict).filter(|wrapper| wrapper.effect == Effect::Mode);
        Self { wrappers: modes.map(|wrapper| Wrapping { wrapper, default: None }).collect(), decoder: Decoder::Type }
    }
}

fn requested(entries: &Entries, strict: bool) -> impl Iterator<Item = &'static Wrapper> {
    WRAPPERS.iter().filter(move |wrapper| entries.has(wrapper.key) || (strict && wrapper.key == Key::Strict))
}

/// Reports wrappers that only make sense on an `Option`, or only on other types.
fn check_options(field: &Field<'_>, errors: &mut Errors) {
    let (entries, optional) = (&field.entries, types::is_option(field.ty));
    for wrapper in WRAPPERS {
        let Some(Entry { name, span, .. }) = entries.get(wrapper.key) else { continue };
        match wrapper.on_option {
            OnOption::Required(reason) if !optional => {
                errors.add(*span, format!("`{name}` is for an `Option`: {reason}"));
            }
            OnOption::NeedsDefault(reason) if optional && !entries.has(Key::Default) => {
                errors.add(*span, format!("`{name}` has no effect here: {reason}"));
            }
            OnOption::Same | OnOption::Required(_) | OnOption::NeedsDefault(_) => {}
        }
    }
}

/// What replaces a value that is not accepted: the field's own default, else that of its type.
fn check_replacement<'a>(entries: &'a Entries, key: Key, errors: &mut Errors) -> Option<Default<'a>> {
    let entry = entries.get(key)?;
    let own = entries.get(Key::Default).and_then(|default| Default::check(default, errors));
    Some(own.unwrap_or(Default::Trait(entry.span)))
}

fn check_decoder<'a>(field: &'a Field<'a>, errors: &mut Errors) -> Decoder<'a> {
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
        Self { keys: entries.get(Key::Keys).and_then(Entry::path), item: decoder_of_items(rules) }
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
        let inside =
            Inside { keys: reading.keys.as_ref(), item: decoder_of_items(rule.constraint.item_rules().iter()) };
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
    refuse_inside(entries, &format!("`{name}` reads the value as a whole"), errors);
    if !matches!(decoder.key, Key::With | Key::Format) {
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
