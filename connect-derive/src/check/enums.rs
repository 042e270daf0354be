//! Checks an enum: its tagging and the content of its variants.

use syn::{Fields, Ident, spanned::Spanned};

use super::{
    content,
    context::{Casings, FieldContext},
    other,
    spellings::Spellings,
    unit_enum,
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
    let tagging = check_tagging(&item.entries, errors);
    for variant in variants {
        check_variant_attributes(variant, &tagging, errors);
    }
    if matches!(tagging, Tagging::External) && is_unit_only(variants) {
        return Body::UnitEnum(unit_enum::check(item, variants, casings, errors));
    }
    let check = Check { item, tagging, fields: Casings::of_variant_fields(&item.entries, errors) };
    let mut spellings = Spellings::of_variants(casings);
    let (mut read, mut other) = (Vec::new(), None);
    for variant in variants.iter().filter(|variant| !variant.entries.has(Key::Skip)) {
        if variant.entries.has(Key::Other) {
            let found = check.other(variant, other.as_ref(), errors);
            other = other.or(found);
        } else {
            read.push(check.variant(variant, &mut spellings, errors));
        }
    }
    Body::Enum(Enum {
        tagging: check.tagging,
        variants: read,
        other,
        deny_unknown_fields: item.entries.has(Key::DenyUnknownFields),
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

fn check_tagging(entries: &Entries, errors: &mut Errors) -> Tagging {
    let text = |key| entries.get(key).and_then(Entry::text).map(syn::LitStr::value);
    let tagging = match (text(Key::Tag), text(Key::Content)) {
        (Some(tag), None) => Tagging::Internal { tag, keep: entries.has(Key::KeepTag) },
        (Some(tag), Some(content)) => Tagging::Adjacent { tag, content },
        (None, _) if entries.has(Key::Untagged) => Tagging::Untagged,
        (None, _) => Tagging::External,
    };
    let mut error_on = |key, message: String| {
        if let Some(entry) = entries.get(key) {
            errors.add(entry.span, message);
        }
    };
    match &tagging {
        Tagging::Adjacent { tag, content } if tag == content => {
            error_on(Key::Content, format!("`{content}` can't be both the tag and the content: give it another name"));
        }
        Tagging::Internal { .. } | Tagging::Adjacent { .. } => {
            let message = "an enum is either tagged or untagged: remove `untagged` or `tag`";
            error_on(Key::Untagged, message.to_owned());
        }
        Tagging::Untagged | Tagging::External if !entries.broken => {
            error_on(Key::Content, "`content` needs a `tag`: write `tag = \"..\"` next to it".to_owned());
        }
        _ => {}
    }
    check_keep_tag(entries, &tagging, errors);
    tagging
}

/// Reports `keep_tag` where no variant's own object has the tag.
fn check_keep_tag(entries: &Entries, tagging: &Tagging, errors: &mut Errors) {
    let Some(entry) = entries.get(Key::KeepTag) else { return };
    let reason = match tagging {
        Tagging::Internal { .. } => return,
        Tagging::External if entries.broken => return,
        Tagging::Adjacent { content, .. } => {
            format!("the tag is next to `{content}` and not in it, where the variant is; remove it, or `content`")
        }
        Tagging::Untagged => "an untagged enum has no tag; remove it".to_owned(),
        Tagging::External => {
            "the enum has no tag in the object of its variant: write `tag = \"..\"` next to it, or remove it".to_owned()
        }
    };
    errors.add(entry.span, format!("`keep_tag` has no effect here: {reason}"));
}

/// Whether the variants differ only by name.
fn is_unit_only(variants: &[raw::Variant<'_>]) -> bool {
    variants.iter().filter(|variant| !variant.entries.has(Key::Skip)).all(|variant| match variant.content.syntax {
        Fields::Unit => true,
        Fields::Unnamed(fields) if variant.entries.has(Key::Other) && fields.unnamed.len() == 1 => {
            fields.unnamed.iter().all(|field| types::is_string(&field.ty) || types::is_number(&field.ty))
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
            Tagging::Untagged => WireNames { name: variant.ident.to_string(), aliases: Vec::new() },
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
        let deny_unknown_fields = self.item.entries.has(Key::DenyUnknownFields);
        Record { fields: Vec::new(), deny_unknown_fields, default: None, checks: Vec::new() }
    }

    fn context(&self, variant: &'a raw::Variant<'a>, errors: &mut Errors) -> FieldContext<'a> {
        let own = Casings::of(&variant.entries, errors);
        FieldContext {
            name: variant.ident.to_string(),
            casings: Casings { rename: own.rename.or(self.fields.rename), alias: own.alias.or(self.fields.alias) },
            strict: self.item.entries.has(Key::Strict),
            deny_unknown_fields: self.item.entries.has(Key::DenyUnknownFields),
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
        let wire = WireNames { name: String::new(), aliases: Vec::new() };
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
