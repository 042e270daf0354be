//! Checks parsed attributes and builds the validated model, or reports what is wrong.

mod bounds;
mod content;
mod context;
mod converted;
mod default_bounds;
mod enums;
mod explicit_bounds;
mod fields;
mod flatten;
mod generic_rules;
mod other;
mod partial;
mod paths;
mod positions;
pub(crate) mod probes;
mod spellings;
mod tagging;
mod unit_enum;

use syn::{Fields, parse_quote};

use self::context::{Casings, FieldContext};
use crate::{
    attributes::raw::{self, Item},
    errors::Errors,
    model::{Body, Model, Target},
    reading::sentinels,
    table::{Key, Source},
};

/// The target type, which is known even if the rest of the item is wrong.
pub(crate) fn target<'a>(item: &Item<'a>, errors: &mut Errors) -> Target<'a> {
    let runtime = item.entries.get_from(Source::Connect, Key::Crate);
    let generics = &item.input.generics;
    Target {
        ident: &item.input.ident,
        generics,
        runtime: runtime
            .and_then(|entry| entry.parse_mod_path(errors))
            .unwrap_or_else(|| parse_quote!(::connect_runtime)),
        deserialize: generics.lifetimes().next().is_none() && !item.entries.has(Key::NoDeserialize),
    }
}

pub(crate) fn model<'a>(item: &'a Item<'a>, errors: &mut Errors) -> Option<Model<'a>> {
    if let Some(entry) = converted::find(item) {
        let converted = converted::check(item, entry, errors)?;
        let bounds = bounds::infer_of_converted(item, converted.raw, errors);
        let body = Body::Converted(converted);
        let partial = partial::check(item, &body, errors);
        return Some(Model { body, bounds, partial });
    }
    let casings = Casings::of(&item.entries, errors);
    let body = match item.body.as_ref()? {
        raw::Body::Struct(content) => {
            enums::refuse_enum_attributes(&item.entries, errors);
            content::check_struct(content, &item.entries, errors);
            let has_names = matches!(content.syntax, Fields::Named(_)) && !item.entries.has(Key::Transparent);
            tagging::check_ignore_case(&item.entries, has_names, errors);
            Body::Struct(content::check(content, FieldContext::of_struct(item, casings, errors), errors))
        }
        raw::Body::Enum(variants) => enums::check(item, variants, casings, errors),
    };
    let partial = partial::check(item, &body, errors);
    sentinels::refuse_contradiction(&item.entries, errors);
    if !item.entries.broken && errors.count() == 0 {
        sentinels::refuse_unused(&item.entries, body.fields().flat_map(|field| field.reading.sentinels()), errors);
    }
    Some(Model { body, bounds: bounds::infer(item, errors), partial })
}
