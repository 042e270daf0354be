//! Checks `partial`, and `whole` on the fields.

use quote::format_ident;
use syn::{Fields, GenericParam, ext::IdentExt, spanned::Spanned};

use crate::{
    attributes::raw::{self, Entry, Item},
    errors::Errors,
    model::{Body, Companion, Content, Partial, Record, Role},
    table::Key,
};

/// How a part of the model is read; `None` without `partial`.
pub(super) fn check<'a>(item: &'a Item<'a>, body: &Body<'a>, errors: &mut Errors) -> Option<Partial<'a>> {
    let Some(partial) = item.entries.get(Key::Partial) else {
        refuse_whole(item, "it is for fields of a model with `#[connect(partial)]`", errors);
        return None;
    };
    refuse_parameters(item, errors);
    let (how, reason) = match body {
        Body::Struct(Content::Record(_)) => return Some(Partial::Companion(companion(item, partial, errors))),
        Body::Struct(Content::Newtype(record)) if !is_whole(record) => {
            (Partial::Inside, "a part of a struct with a single value is a part of this value")
        }
        Body::Struct(_) => (Partial::Whole, "there is nothing of this struct until it is complete"),
        Body::Converted(_) => (Partial::Whole, "there is nothing of a model that is converted until it is complete"),
        Body::UnitEnum(_) | Body::Enum(_) => {
            refuse_whole(item, "there is nothing of an enum until it is complete", errors);
            (Partial::Whole, "there is nothing of an enum until it is complete")
        }
    };
    refuse_arguments(partial, reason, errors);
    Some(how)
}

/// Whether there is nothing of the only value until it is complete.
fn is_whole(record: &Record<'_>) -> bool {
    let read = record.fields.iter().find(|field| !matches!(field.role, Role::Skipped));
    read.is_some_and(|field| field.whole.is_some() || field.reading.is_whole())
}

fn refuse_whole(item: &Item<'_>, reason: &str, errors: &mut Errors) {
    let fields: Vec<_> = match &item.body {
        Some(raw::Body::Struct(content)) => content.fields.iter().collect(),
        Some(raw::Body::Enum(variants)) => variants.iter().flat_map(|variant| &variant.content.fields).collect(),
        None => Vec::new(),
    };
    for field in fields {
        field.entries.refuse(&[Key::Whole], reason, errors);
    }
}

/// A text that is still growing can't be borrowed from, and a companion has no bounds.
fn refuse_parameters(item: &Item<'_>, errors: &mut Errors) {
    for param in &item.input.generics.params {
        let message = match param {
            GenericParam::Lifetime(_) => {
                "a model that is `partial` can't borrow, since the text that it is read from is not complete: use owned \
                 types such as `String`"
            }
            GenericParam::Type(_) => {
                "a model that is `partial` can't have type parameters: write the types that it is read with"
            }
            GenericParam::Const(_) => continue,
        };
        errors.add(param.span(), message);
    }
}

fn refuse_arguments(partial: &Entry, reason: &str, errors: &mut Errors) {
    let Some(raw::Companion { name, derives }) = partial.companion() else { return };
    if let Some(name) = name {
        errors.add(name.span(), format!("`name` has no effect here: {reason}"));
    }
    if let Some((span, _)) = derives {
        errors.add(*span, format!("`derive` has no effect here: {reason}"));
    }
}

fn companion<'a>(item: &'a Item<'a>, partial: &'a Entry, errors: &mut Errors) -> Companion<'a> {
    let ident = &item.input.ident;
    let said = partial.companion();
    let derives = said.and_then(|said| said.derives.as_ref()).map(|(_, derives)| derives.as_slice());
    for default in derives.iter().copied().flatten().filter(|path| path.is_ident("Default")) {
        errors.add(default.span(), "`Default` has no effect here: it is implemented anyway, so remove it");
    }
    Companion {
        ident: said.and_then(|said| said.name.clone()).unwrap_or_else(|| format_ident!("{}Partial", ident.unraw())),
        derives,
        visibility: &item.input.vis,
        fields: fields(item),
    }
}

/// The visibility and the docs of each field.
fn fields<'a>(item: &'a Item<'a>) -> Vec<(&'a syn::Visibility, Vec<&'a syn::Attribute>)> {
    let Some(raw::Body::Struct(raw::Content { syntax: Fields::Named(fields), .. })) = &item.body else {
        return Vec::new();
    };
    let docs = |field: &'a syn::Field| field.attrs.iter().filter(|attribute| attribute.path().is_ident("doc"));
    fields.named.iter().map(|field| (&field.vis, docs(field).collect())).collect()
}
