//! Parses attributes.

mod bare;
mod companion;
pub(crate) mod literals;
pub(crate) mod raw;
mod values;

use syn::{
    Attribute, Data, DeriveInput, Fields, Ident, Member, Meta, ext::IdentExt, parse::ParseStream, spanned::Spanned,
};

use self::raw::{Body, Content, Entries, Entry, Field, Item, Variant};
use crate::{
    errors::Errors,
    table::{Key, Place, Source, Use, find},
    tokens::{is_at_end, skip_past_comma, skip_to_comma},
};

pub(crate) fn parse<'a>(input: &'a DeriveInput, errors: &mut Errors) -> Item<'a> {
    let entries = parse_attributes(&input.attrs, Place::Container, errors);
    let body = match &input.data {
        Data::Struct(data) => Some(Body::Struct(parse_content(&data.fields, errors))),
        Data::Enum(data) => {
            Some(Body::Enum(data.variants.iter().map(|variant| parse_variant(variant, errors)).collect()))
        }
        Data::Union(data) => {
            let message =
                "`ConnectModel` can't read a union: nothing says which field is active; make it a struct or an enum";
            errors.add(data.union_token.span, message);
            None
        }
    };
    Item { input, entries, body }
}

fn parse_content<'a>(syntax: &'a Fields, errors: &mut Errors) -> Content<'a> {
    let parse_field = |(member, field): (Member, &'a syn::Field)| {
        let entries = parse_attributes(&field.attrs, Place::Field, errors);
        Field { member, ty: &field.ty, entries }
    };
    Content { syntax, fields: syntax.members().zip(syntax).map(parse_field).collect() }
}

fn parse_variant<'a>(variant: &'a syn::Variant, errors: &mut Errors) -> Variant<'a> {
    let entries = parse_attributes(&variant.attrs, Place::Variant, errors);
    Variant { ident: &variant.ident, content: parse_content(&variant.fields, errors), entries }
}

fn parse_attributes(attributes: &[Attribute], place: Place, errors: &mut Errors) -> Entries {
    let (mut entries, before) = (Entries::default(), errors.count());
    for attribute in attributes {
        let source = match attribute.path().get_ident() {
            Some(name) if name == "connect" => Source::Connect,
            Some(name) if name == "serde" => Source::Serde,
            _ => continue,
        };
        if let Meta::List(list) = &attribute.meta {
            let parsed = list.parse_args_with(|input: ParseStream<'_>| {
                parse_list(input, source, place, &mut entries, errors);
                Ok(())
            });
            errors.keep(parsed);
        } else {
            let name = source.as_str();
            errors.add(
                attribute.path().span(),
                format!("`{name}` takes its attributes in parentheses: write `#[{name}(..)]`"),
            );
        }
    }
    entries.broken = errors.count() > before;
    entries
}

/// Parses to the end of `input`; an error in one attribute does not affect the others.
fn parse_list(input: ParseStream<'_>, source: Source, place: Place, entries: &mut Entries, errors: &mut Errors) {
    while !input.is_empty() {
        match parse_entry(input, source, place) {
            Ok(entry) => {
                entries.list.extend(entry.and_then(|entry| refuse_repeated(entry, entries, errors)));
                if !is_at_end(input) {
                    errors.add(input.span(), "expected `,` before the next attribute");
                }
            }
            Err(error) => errors.push(error),
        }
        skip_past_comma(input);
    }
}

/// Returns `None` for a repeated attribute; only aliases and different functions may be repeated.
fn refuse_repeated(entry: Entry, entries: &Entries, errors: &mut Errors) -> Option<Entry> {
    let &Entry { source, key, name, span, .. } = &entry;
    let repeated = entries
        .all(key)
        .any(|other| other.source == source && other.name == name && other.identity() == entry.identity());
    if repeated && key != Key::Alias {
        errors.add(span, format!("`{name}` is given twice: remove one of them"));
        return None;
    }
    Some(entry)
}

fn parse_entry(input: ParseStream<'_>, source: Source, place: Place) -> syn::Result<Option<Entry>> {
    if !input.peek(Ident::peek_any) {
        let known = find::list_at(source, place);
        return Err(input.error(format!("expected the name of an attribute, one of {known}")));
    }
    let ident = input.call(Ident::parse_any)?;
    let row =
        find::attribute(source, place, &ident.to_string()).map_err(|message| syn::Error::new(ident.span(), message))?;
    match row.used {
        Use::Accepted => {
            skip_to_comma(input);
            Ok(None)
        }
        Use::Refused(reason) => Err(syn::Error::new(ident.span(), format!("`#[serde({})]` {reason}", row.name))),
        Use::Means(key, form) => {
            let value = values::parse(input, form, row, &ident)?;
            Ok(value.map(|value| Entry { source, key, name: row.name, span: ident.span(), value }))
        }
    }
}
