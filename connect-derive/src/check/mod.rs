//! From what was written to what is meant, or the errors that say why it means nothing.

mod bounds;
mod clashes;
mod fields;
mod rules;
mod variants;

use syn::ExprPath;

use crate::{
    case::Casing,
    errors::Errors,
    model::{Body, Default, Model, Target},
    names::{Key, Source},
    paths,
    raw::{self, Entries, Entry, Item},
    types,
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

pub(crate) fn model<'a>(item: &'a Item<'a>, errors: &mut Errors) -> Option<Model<'a>> {
    let casings = Casings::of(&item.entries, errors);
    let body = match item.body.as_ref()? {
        raw::Body::Struct(content) => {
            refuse_kind(item, content, errors);
            Body::Record(fields::check(content, Frame::of(&item.entries, casings, errors), errors))
        }
        raw::Body::Enum(variants) => Body::Names(variants::check(item, variants, casings, errors)),
    };
    Some(Model { body, bounds: bounds::infer(item, errors) })
}

fn refuse_kind(item: &Item<'_>, content: &raw::Content<'_>, errors: &mut Errors) {
    let kind = match content.syntax {
        syn::Fields::Named(_) => return,
        syn::Fields::Unnamed(_) => "a tuple struct is not supported yet: give the fields names",
        syn::Fields::Unit => "a unit struct is not supported yet: give it named fields",
    };
    errors.add(item.input.ident.span(), kind);
}

/// What holds for all fields of a struct or variant.
struct Frame<'a> {
    casings: Casings,
    strict: bool,
    deny_unknown_fields: bool,
    default: Option<Default<'a>>,
    checks: Vec<&'a ExprPath>,
}

impl<'a> Frame<'a> {
    fn of(entries: &'a Entries, casings: Casings, errors: &mut Errors) -> Self {
        Self {
            casings,
            strict: entries.has(Key::Strict),
            deny_unknown_fields: entries.has(Key::DenyUnknownFields),
            default: entries.get(Key::Default).and_then(|entry| fields::check_default(entry, errors)),
            checks: entries.all(Key::Check).filter_map(Entry::path).collect(),
        }
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
