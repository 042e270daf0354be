//! From what was written to what is meant, or the errors that say why it means nothing.

mod bounds;
mod clashes;
mod content;
mod enums;
mod fields;
mod flatten;
mod generic_rules;
mod names;

use proc_macro2::Span;
use syn::{ExprPath, parse_quote};

use crate::{
    attributes::raw::{self, Entries, Entry, Item},
    case::Casing,
    defaults::Default,
    errors::Errors,
    model::{Body, Model, Target},
    table::{Key, Source},
    types,
};

/// What stands even if the item is wrong otherwise.
pub(crate) fn target<'a>(item: &Item<'a>, errors: &mut Errors) -> Target<'a> {
    let runtime = item.entries.get_from(Source::Connect, Key::Crate);
    let generics = &item.input.generics;
    Target {
        ident: &item.input.ident,
        generics,
        runtime: runtime.and_then(|entry| entry.parse_path(errors)).unwrap_or_else(|| parse_quote!(::connect_runtime)),
        deserialize: generics.lifetimes().next().is_none() && !item.entries.has(Key::NoDeserialize),
    }
}

pub(crate) fn model<'a>(item: &'a Item<'a>, errors: &mut Errors) -> Option<Model<'a>> {
    let casings = Casings::of(&item.entries, errors);
    let body = match item.body.as_ref()? {
        raw::Body::Struct(content) => {
            enums::refuse_of_enums(&item.entries, errors);
            content::check_struct(content, &item.entries, errors);
            Body::Struct(content::check(content, Frame::of(item, casings, errors), errors))
        }
        raw::Body::Enum(variants) => enums::check(item, variants, casings, errors),
    };
    Some(Model { body, bounds: bounds::infer(item, errors) })
}

/// What holds for all fields of a struct or variant.
struct Frame<'a> {
    /// Of the struct or variant.
    name: String,
    casings: Casings,
    strict: bool,
    deny_unknown_fields: bool,
    default: Option<Default<'a>>,
    checks: Vec<&'a ExprPath>,
    /// Whether fields with names stand at keys of these names.
    by_name: bool,
    /// Where `transparent` is written.
    transparent: Option<Span>,
    /// The key that the fields do not see.
    tag: Option<String>,
}

impl<'a> Frame<'a> {
    fn of(item: &'a Item<'a>, casings: Casings, errors: &mut Errors) -> Self {
        let entries = &item.entries;
        let transparent = entries.get(Key::Transparent).map(|entry| entry.span);
        Self {
            name: item.input.ident.to_string(),
            casings,
            strict: entries.has(Key::Strict),
            deny_unknown_fields: entries.has(Key::DenyUnknownFields),
            default: entries.get(Key::Default).and_then(|entry| Default::check(entry, errors)),
            checks: entries.all(Key::Check).filter_map(Entry::path).collect(),
            by_name: transparent.is_none(),
            transparent,
            tag: None,
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
