//! Settings that apply to all fields of a struct or variant.

use proc_macro2::Span;
use syn::ExprPath;

use crate::{
    attributes::raw::{Entries, Entry, Item},
    case::Casing,
    defaults::Default,
    errors::Errors,
    table::Key,
};

pub(super) struct FieldContext<'a> {
    /// The name of the struct or variant.
    pub(super) name: String,
    pub(super) casings: Casings,
    /// The attributes of the container.
    pub(super) entries: &'a Entries,
    pub(super) deny_unknown_fields: bool,
    pub(super) ignore_case: bool,
    pub(super) default: Option<Default<'a>>,
    pub(super) checks: Vec<&'a ExprPath>,
    /// The span of `transparent`, if it is given.
    pub(super) transparent: Option<Span>,
    /// The key of the tag, which no field may have unless it is kept.
    pub(super) tag: Option<String>,
}

impl<'a> FieldContext<'a> {
    pub(super) fn of_struct(item: &'a Item<'a>, casings: Casings, errors: &mut Errors) -> Self {
        let entries = &item.entries;
        let transparent = entries.get(Key::Transparent).map(|entry| entry.span);
        Self {
            name: item.input.ident.to_string(),
            casings,
            entries,
            deny_unknown_fields: entries.has(Key::DenyUnknownFields),
            ignore_case: entries.has(Key::IgnoreCase),
            default: check_default(item, errors),
            checks: entries.all(Key::Check).filter_map(Entry::path).collect(),
            transparent,
            tag: None,
        }
    }

    /// Whether one key could be both.
    pub(super) fn is_same_key(&self, one: &str, other: &str) -> bool {
        one == other || (self.ignore_case && one.eq_ignore_ascii_case(other))
    }

    /// Whether named fields have keys of the same names.
    pub(super) fn is_by_name(&self) -> bool {
        self.transparent.is_none()
    }
}

fn check_default<'a>(item: &'a Item<'a>, errors: &mut Errors) -> Option<Default<'a>> {
    let default = Default::check(item.entries.get(Key::Default)?, errors)?;
    let is_generic = item.input.generics.type_params().next().is_some();
    match default {
        Default::Trait(span) if is_generic => Some(Default::OfModel(span)),
        other => Some(other),
    }
}

/// The casings that apply to names.
#[derive(Clone, Copy)]
pub(super) struct Casings {
    pub(super) rename: Option<Casing>,
    pub(super) alias: Option<Casing>,
}

impl Casings {
    /// The casings for the fields of a struct or variant, or for the variants of an enum.
    pub(super) fn of(entries: &Entries, errors: &mut Errors) -> Self {
        Self { rename: casing(entries, Key::RenameAll, errors), alias: casing(entries, Key::AliasAll, errors) }
    }

    /// The casings for the fields in all variants of an enum.
    pub(super) fn of_variant_fields(entries: &Entries, errors: &mut Errors) -> Self {
        Self { rename: casing(entries, Key::RenameAllFields, errors), alias: None }
    }
}

fn casing(entries: &Entries, key: Key, errors: &mut Errors) -> Option<Casing> {
    let text = entries.get(key).and_then(Entry::text)?;
    errors.keep(Casing::parse(text))
}
