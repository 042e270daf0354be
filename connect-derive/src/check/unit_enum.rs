//! Checks a unit-only enum, whose variants differ only by name.

use syn::{Fields, Ident, spanned::Spanned};

use super::{context::Casings, other, spellings::Spellings};
use crate::{
    attributes::raw::{self, Item},
    errors::Errors,
    model::{Other, UnitEnum, UnitVariant},
    table::Key,
    types,
};

pub(super) fn check<'a>(
    item: &'a Item<'a>,
    variants: &[raw::Variant<'a>],
    casings: Casings,
    errors: &mut Errors,
) -> UnitEnum<'a> {
    check_container(item, errors);
    let mut spellings = Spellings::of_variants(casings, item.entries.has(Key::IgnoreCase));
    let mut checked = UnitEnum { variants: Vec::new(), other: None, ignore_case: item.entries.has(Key::IgnoreCase) };
    for variant in variants {
        if variant.entries.has(Key::Other) {
            let other = check_other(variant, checked.other.as_ref(), errors);
            checked.other = checked.other.or(other);
            continue;
        }
        if !variant.entries.has(Key::Skip) {
            let wire = spellings.wire(variant.ident, &variant.entries, errors);
            checked.variants.push(UnitVariant { ident: variant.ident, wire });
        }
    }
    checked
}

fn check_container(item: &Item<'_>, errors: &mut Errors) {
    let no_fields = "a unit-only enum has no fields";
    item.entries.refuse(&[Key::DenyUnknownFields, Key::RenameAllFields], no_fields, errors);
    item.entries.refuse(&[Key::Strict], "the name of a variant is never coerced", errors);
}

fn check_other<'a>(variant: &raw::Variant<'a>, first: Option<&Other<'a>>, errors: &mut Errors) -> Option<Other<'a>> {
    if !other::check(&variant.entries, first.map(|first| first.ident), errors) {
        return None;
    }
    let keeps = match variant.content.syntax {
        Fields::Unit => Some(None),
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            fields.unnamed.first().map(|field| &field.ty).filter(|ty| types::is_name(ty)).map(Some)
        }
        _ => None,
    };
    for entry in variant.content.fields.iter().flat_map(|field| &field.entries.list) {
        errors.add(entry.span, format!("`{}` has no effect here: the unknown name is kept unchanged", entry.name));
    }
    if keeps.is_none() {
        errors.add(variant.content.syntax.span(), describe_shape(variant.ident));
    }
    Some(Other { ident: variant.ident, keeps: keeps.unwrap_or_default() })
}

fn describe_shape(ident: &Ident) -> String {
    format!(
        "an `other` variant keeps the unknown name or drops it: write `{ident}(String)`, `{ident}(i64)` or another \
         integer type, or `{ident}`"
    )
}
