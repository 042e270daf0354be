//! Checks a model that is converted from another type: nothing else of it is read.

use quote::ToTokens;

use crate::{
    attributes::raw::{Body, Entries, Entry, Item},
    errors::Errors,
    model::Converted,
    table::{Key, Source},
};

/// What still has an effect beside the conversion.
const OWN: [Key; 7] = [Key::TryFrom, Key::From, Key::Check, Key::Crate, Key::NoDeserialize, Key::Strict, Key::Bound];

/// The attribute that says what the model is converted from.
pub(super) fn find<'a>(item: &'a Item<'_>) -> Option<&'a Entry> {
    let of = |source| [Key::TryFrom, Key::From].into_iter().find_map(|key| item.entries.get_from(source, key));
    of(Source::Connect).or_else(|| of(Source::Serde))
}

pub(super) fn check<'a>(item: &'a Item<'_>, entry: &'a Entry, errors: &mut Errors) -> Option<Converted<'a>> {
    let raw = entry.ty()?;
    let name = entry.name;
    if let Some(other) = item.entries.list.iter().find(|other| is_other_conversion(other, entry)) {
        let other = other.span;
        errors.add(other, "a model is converted in one way: remove `from` or `try_from`");
    }
    let text = raw.to_token_stream();
    let reason = format!("a model with `{name}` is read as `{text}`, so it belongs there");
    refuse(&item.entries, &OWN, &reason, errors);
    for entries in parts(item) {
        refuse(entries, &[], &reason, errors);
    }
    Some(Converted {
        raw,
        fallible: entry.key == Key::TryFrom,
        strict: item.entries.has(Key::Strict),
        checks: item.entries.all(Key::Check).filter_map(Entry::path).collect(),
    })
}

fn is_other_conversion(other: &Entry, entry: &Entry) -> bool {
    matches!(other.key, Key::TryFrom | Key::From) && other.key != entry.key && other.source == entry.source
}

/// The attributes of all variants and fields.
fn parts<'a>(item: &'a Item<'_>) -> Vec<&'a Entries> {
    match &item.body {
        None => Vec::new(),
        Some(Body::Struct(content)) => content.fields.iter().map(|field| &field.entries).collect(),
        Some(Body::Enum(variants)) => {
            let of_fields = variants.iter().flat_map(|variant| &variant.content.fields).map(|field| &field.entries);
            variants.iter().map(|variant| &variant.entries).chain(of_fields).collect()
        }
    }
}

/// Reports attributes that have no effect; serde's may be there for serializing.
fn refuse(entries: &Entries, own: &[Key], reason: &str, errors: &mut Errors) {
    let others = entries.list.iter().filter(|entry| entry.source == Source::Connect && !own.contains(&entry.key));
    for entry in others {
        errors.add(entry.span, format!("`{}` has no effect here: {reason}", entry.name));
    }
}
