//! From what was written to what is meant, or the errors that say why it means nothing.

mod bounds;
mod clashes;
mod fields;
mod types;
mod variants;

use crate::{
    case::Casing,
    errors::Errors,
    model::{Body, Target},
    names::{Key, Source},
    paths,
    raw::{self, Entries, Entry, Item},
};

/// What stands even if the item is wrong otherwise.
pub(crate) fn target<'a>(item: &Item<'a>, errors: &mut Errors) -> Target<'a> {
    let text = item.entries.get_from(Source::Connect, Key::Crate).and_then(Entry::text);
    let runtime = text.and_then(|text| errors.keep(paths::parse(text, "crate")));
    let generics = &item.input.generics;
    Target {
        ident: &item.input.ident,
        generics,
        runtime: runtime.unwrap_or_else(paths::default_runtime),
        deserialize: generics.lifetimes().next().is_none() && !item.entries.has(Key::NoDeserialize),
    }
}

pub(crate) fn body<'a>(item: &'a Item<'a>, errors: &mut Errors) -> Option<Body<'a>> {
    let casings = Casings::of(&item.entries, errors);
    match item.body.as_ref()? {
        raw::Body::Struct(fields) => Some(Body::Record(fields::check(item, fields, casings, errors))),
        raw::Body::Enum(variants) => Some(Body::Names(variants::check(item, variants, casings, errors))),
    }
}

/// The casings of all names.
#[derive(Clone, Copy)]
struct Casings {
    rename: Option<Casing>,
    alias: Option<Casing>,
}

impl Casings {
    fn of(entries: &Entries, errors: &mut Errors) -> Self {
        let mut casing = |key| {
            let text = entries.get(key).and_then(Entry::text)?;
            errors.keep(Casing::parse(text))
        };
        Self { rename: casing(Key::RenameAll), alias: casing(Key::AliasAll) }
    }
}

/// Reports the attributes of `keys`: they have no effect for the `reason`. What serde has may be there for serializing.
fn refuse_beside(entries: &Entries, keys: &[Key], reason: &str, errors: &mut Errors) {
    for entry in entries.list.iter().filter(|entry| entry.source == Source::Connect && keys.contains(&entry.key)) {
        errors.add(entry.span, format!("`{}` has no effect here: {reason}", entry.name));
    }
}
