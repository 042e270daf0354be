//! Finds the types that an item with errors certainly reads.

use syn::{Generics, Type};

use super::converted;
use crate::{
    attributes::raw::{Body, Content, Entries, Field, Item},
    reading,
    table::Key,
    types,
};

/// The types of fields that can be asked for without a bound. What the attributes of a field mean is uncertain if some
/// could not be parsed: one may have replaced the type.
pub(crate) fn find<'a>(item: &Item<'a>) -> Vec<&'a Type> {
    if converted::find(item).is_some() {
        return Vec::new();
    }
    let read: Vec<&Content<'a>> = match &item.body {
        None => Vec::new(),
        Some(Body::Struct(content)) => vec![content],
        Some(Body::Enum(variants)) => {
            let read =
                variants.iter().filter(|variant| is_certain(&variant.entries) && !variant.entries.has(Key::Other));
            read.map(|variant| &variant.content).collect()
        }
    };
    let fields = read.into_iter().flat_map(|content| &content.fields);
    fields.filter(|field| is_probed(field, &item.input.generics)).map(|field| field.ty).collect()
}

fn is_certain(entries: &Entries) -> bool {
    !entries.broken && !entries.has(Key::Skip)
}

fn is_probed(field: &Field<'_>, generics: &Generics) -> bool {
    let is_generic = generics.type_params().any(|param| types::mentions(field.ty, &param.ident));
    let is_plain = !is_generic && types::find_static(field.ty).is_none();
    is_certain(&field.entries) && reading::is_by_type(field) && is_plain
}
