//! An enum of names: its variants.

use syn::{Fields, Ident, spanned::Spanned};

use super::{context::Casings, spellings::Spellings};
use crate::{
    attributes::raw::{self, Item},
    errors::Errors,
    model::{Name, Names, Other},
    table::Key,
    types,
};

pub(super) fn check<'a>(
    item: &'a Item<'a>,
    variants: &[raw::Variant<'a>],
    casings: Casings,
    errors: &mut Errors,
) -> Names<'a> {
    check_container(item, errors);
    let mut spellings = Spellings::of_variants(casings);
    let mut names = Names { variants: Vec::new(), other: None };
    for variant in variants {
        if variant.entries.has(Key::Other) {
            let other = check_other(variant, names.other.as_ref(), errors);
            names.other = names.other.or(other);
            continue;
        }
        if !variant.entries.has(Key::Skip) {
            let wire = spellings.wire(variant.ident, &variant.entries, errors);
            names.variants.push(Name { ident: variant.ident, wire });
        }
    }
    names
}

fn check_container(item: &Item<'_>, errors: &mut Errors) {
    let no_fields = "an enum of names has no fields";
    item.entries.refuse(&[Key::DenyUnknownFields, Key::RenameAllFields], no_fields, errors);
    item.entries.refuse(&[Key::Strict], "the names of an enum are never coerced", errors);
}

fn check_other<'a>(variant: &raw::Variant<'a>, first: Option<&Other<'a>>, errors: &mut Errors) -> Option<Other<'a>> {
    let entry = variant.entries.get(Key::Other)?;
    if let Some(Other { ident, .. }) = first {
        errors.add(entry.span, format!("`other` is on two variants: `{ident}` takes all unknown names already"));
        return None;
    }
    let reason = "an `other` variant takes the names that no other variant has";
    variant.entries.refuse(&[Key::Rename, Key::Alias, Key::Skip], reason, errors);
    let keeps = match variant.content.syntax {
        Fields::Unit => Some(false),
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            fields.unnamed.first().filter(|field| types::is_string(&field.ty)).map(|_| true)
        }
        _ => None,
    };
    for entry in variant.content.fields.iter().flat_map(|field| &field.entries.list) {
        errors.add(entry.span, format!("`{}` has no effect here: the unknown name is kept as it is", entry.name));
    }
    if keeps.is_none() {
        errors.add(variant.content.syntax.span(), describe_shape(variant.ident));
    }
    Some(Other { ident: variant.ident, keeps: keeps.unwrap_or_default() })
}

fn describe_shape(ident: &Ident) -> String {
    format!("an `other` variant keeps the unknown name or drops it: write `{ident}(String)` or `{ident}`")
}
