//! Checks an enum: its tagging and the content of its variants.

use syn::{Fields, Ident, spanned::Spanned};

use super::{
    content,
    context::{Casings, FieldContext},
    other,
    spellings::Spellings,
    tagging, unit_enum,
};
use crate::{
    attributes::raw::{self, Entries, Entry, Item},
    errors::Errors,
    model::{Body, Content, Enum, Field, Record, Tagging, Variant, WireNames},
    table::{Key, Source},
    types,
};

pub(super) fn check<'a>(
    item: &'a Item<'a>,
    variants: &'a [raw::Variant<'a>],
    casings: Casings,
    errors: &mut Errors,
) -> Body<'a> {
    refuse_struct_attributes(&item.entries, errors);
    let tagging = tagging::check(&item.entries, errors);
    let has_names = !matches!(tagging, Tagging::Untagged) || variants.iter().any(has_named_fields);
    tagging::check_ignore_case(&item.entries, has_names, errors);
    for variant in variants {
        check_variant_attributes(variant, &tagging, errors);
    }
    if matches!(tagging, Tagging::External) && is_unit_only(variants) {
        tagging::check_default(variants, &tagging, errors);
        return Body::UnitEnum(unit_enum::check(item, variants, casings, errors));
    }
    let check = Check { item, tagging, fields: Casings::of_variant_fields(&item.entries, errors) };
    let mut spellings = Spellings::of_variants(casings, item.entries.has(Key::IgnoreCase));
    let (mut read, mut other) = (Vec::new(), None);
    for variant in variants.iter().filter(|variant| !variant.entries.has(Key::Skip)) {
        if variant.entries.has(Key::Other) {
            let found = check.other(variant, other.as_ref(), errors);
            other = other.or(found);
        } else {
            read.push(check.variant(variant, &mut spellings, errors));
        }
    }
    let default = tagging::check_default(variants, &check.tagging, errors);
    Body::Enum(Enum {
        default: default.and_then(|default| read.iter().position(|variant| variant.ident == default)),
        tagging: check.tagging,
        variants: read,
        other,
        deny_unknown_fields: item.entries.has(Key::DenyUnknownFields),
        ignore_case: item.entries.has(Key::IgnoreCase),
        checks: item.entries.all(Key::Check).filter_map(Entry::path).collect(),
    })
}

fn refuse_struct_attributes(entries: &Entries, errors: &mut Errors) {
    for key in [Key::Default, Key::Transparent] {
        if let Some(entry) = entries.get(key) {
            let message = format!("`{}` has no effect here: it belongs on a struct, not on an enum", entry.name);
            errors.add(entry.span, message);
        }
    }
}

fn has_named_fields(variant: &raw::Variant<'_>) -> bool {
    matches!(variant.content.syntax, Fields::Named(_))
}

/// Whether the variants differ only by name.
fn is_unit_only(variants: &[raw::Variant<'_>]) -> bool {
    let has_bare_name = |variant: &raw::Variant<'_>| variant.entries.list.iter().any(raw::Entry::is_bare_name);
    let has_bare_names = variants.iter().any(has_bare_name);
    let is_name = |ty| types::is_string(ty) || types::is_number(ty) || (has_bare_names && types::is_json_value(ty));
    variants.iter().filter(|variant| !variant.entries.has(Key::Skip)).all(|variant| match variant.content.syntax {
        Fields::Unit => true,
        Fields::Unnamed(fields) if variant.entries.has(Key::Other) && fields.unnamed.len() == 1 => {
            fields.unnamed.iter().all(|field| is_name(&field.ty))
        }
        _ => variant.entries.has(Key::Other),
    })
}

fn check_variant_attributes(variant: &raw::Variant<'_>, tagging: &Tagging, errors: &mut Errors) {
    let entries = &variant.entries;
    if !matches!(variant.content.syntax, Fields::Named(_)) {
        let reason = "the variant has no named fields";
        entries.refuse(&[Key::RenameAll, Key::AliasAll], reason, errors);
    }
    if entries.has(Key::Skip) {
        entries.refuse(&[Key::Rename, Key::Alias], "a skipped variant is never read", errors);
    }
    if let Tagging::Untagged = tagging {
        let reason = "the JSON of an untagged enum has no variant name";
        entries.refuse(&[Key::Rename, Key::Alias, Key::Other], reason, errors);
    } else if let Some(untagged) = entries.get(Key::Untagged).filter(|_| !entries.has(Key::Other)) {
        let message =
            "`untagged` on a variant needs `#[connect(other)]`, which reads values with the name of no other variant";
        errors.add(untagged.span, message);
    }
}

struct Check<'a> {
    item: &'a Item<'a>,
    tagging: Tagging,
    /// The casings of the fields in variants.
    fields: Casings,
}

impl<'a> Check<'a> {
    fn variant(&self, variant: &'a raw::Variant<'a>, spellings: &mut Spellings, errors: &mut Errors) -> Variant<'a> {
        let wire = match self.tagging {
            Tagging::Untagged => WireNames::of(variant.ident.to_string()),
            _ => spellings.wire(variant.ident, &variant.entries, errors),
        };
        Variant { ident: variant.ident, wire, content: self.content(variant, errors) }
    }

    fn content(&self, variant: &'a raw::Variant<'a>, errors: &mut Errors) -> Content<'a> {
        let content = content::check(&variant.content, self.context(variant, errors), errors);
        let Tagging::Internal { .. } = self.tagging else { return content };
        match &content {
            Content::Unit => return Content::Record(self.empty()),
            Content::Tuple(_) => {
                let message = "unnamed values have no place in an object next to the tag: name the values, \
                               or give them a key with `content = \"..\"` on the enum";
                errors.add(variant.content.syntax.span(), message);
            }
            Content::Newtype(record) => refuse_scalars(record, errors),
            Content::Record(_) => {}
        }
        content
    }

    fn empty(&self) -> Record<'a> {
        Record {
            fields: Vec::new(),
            deny_unknown_fields: self.item.entries.has(Key::DenyUnknownFields),
            ignore_case: false,
            default: None,
            checks: Vec::new(),
        }
    }

    fn context(&self, variant: &'a raw::Variant<'a>, errors: &mut Errors) -> FieldContext<'a> {
        let own = Casings::of(&variant.entries, errors);
        FieldContext {
            name: variant.ident.to_string(),
            casings: Casings { rename: own.rename.or(self.fields.rename), alias: own.alias.or(self.fields.alias) },
            entries: &self.item.entries,
            deny_unknown_fields: self.item.entries.has(Key::DenyUnknownFields),
            ignore_case: self.item.entries.has(Key::IgnoreCase),
            default: None,
            checks: Vec::new(),
            transparent: None,
            tag: match &self.tagging {
                Tagging::Internal { tag, keep: false } => Some(tag.clone()),
                _ => None,
            },
        }
    }

    fn other(
        &self,
        variant: &'a raw::Variant<'a>,
        first: Option<&Variant<'a>>,
        errors: &mut Errors,
    ) -> Option<Variant<'a>> {
        if !other::check(&variant.entries, first.map(|first| first.ident), errors) {
            return None;
        }
        let wire = WireNames::of(String::new());
        let content =
            content::check(&variant.content, FieldContext { tag: None, ..self.context(variant, errors) }, errors);
        if !matches!(content, Content::Unit | Content::Newtype(_)) {
            errors.add(variant.content.syntax.span(), describe_other(variant.ident));
        }
        Some(Variant { ident: variant.ident, wire, content })
    }
}

fn describe_other(ident: &Ident) -> String {
    format!(
        "an `other` variant keeps the whole value, including its tag, or drops it: write `{ident}(serde_json::Value)` \
         or `{ident}`"
    )
}

/// Reports variants whose value is not an object and so has no place for the tag. What a `with` or serde makes of the
/// object may be of any type.
fn refuse_scalars(record: &Record<'_>, errors: &mut Errors) {
    let is_scalar = |field: &&Field<'_>| types::is_never_object(field.ty) && !field.reading.takes_any_json();
    for field in record.fields.iter().filter(is_scalar) {
        let message = "the tag is a key of the variant's own object, but this type is not an object: name the value, \
                       or give it a key with `content = \"..\"` on the enum";
        errors.add(field.ty.span(), message);
    }
}

/// Reports enum attributes on a struct; serde's may be there for serializing, as `tag` may.
pub(super) fn refuse_enum_attributes(entries: &Entries, errors: &mut Errors) {
    for key in [Key::Tag, Key::Content, Key::KeepTag, Key::Untagged] {
        if let Some(entry) = entries.get_from(Source::Connect, key) {
            let message = format!("`{}` has no effect here: it belongs on an enum, not on a struct", entry.name);
            errors.add(entry.span, message);
        }
    }
    // Serializing a struct has no use for it either.
    for entry in entries.all(Key::RenameAllFields) {
        let message = "`rename_all_fields` has no effect here: it belongs on an enum, not on a struct; write \
                       `rename_all`";
        errors.add(entry.span, message);
    }
}
