//! From syntax to what was written: finds the attributes and reads their values.

mod values;

use syn::{
    Attribute, Data, DataEnum, DeriveInput, Fields, Ident, Meta, ext::IdentExt, parse::ParseStream, spanned::Spanned,
};

use crate::{
    errors::Errors,
    names::{self, Key, Place, Source, Use},
    raw::{Body, Entries, Entry, Field, Item, Variant},
};

pub(crate) fn item<'a>(input: &'a DeriveInput, errors: &mut Errors) -> Item<'a> {
    let entries = parse_attributes(&input.attrs, Place::Container, errors);
    let body = match &input.data {
        Data::Struct(data) => parse_struct(&data.fields, &input.ident, errors),
        Data::Enum(data) => Some(parse_enum(data, errors)),
        Data::Union(data) => {
            let message =
                "`ConnectModel` can't read a union: nothing tells which field is meant; make it a struct or an enum";
            errors.add(data.union_token.span, message);
            None
        }
    };
    Item { input, entries, body }
}

fn parse_struct<'a>(fields: &'a Fields, ident: &Ident, errors: &mut Errors) -> Option<Body<'a>> {
    let kind = match fields {
        Fields::Named(_) => {
            return Some(Body::Struct(fields.iter().filter_map(|field| parse_field(field, errors)).collect()));
        }
        Fields::Unnamed(_) => "a tuple struct is not supported yet: give the fields names",
        Fields::Unit => "a unit struct is not supported yet: give it named fields",
    };
    errors.add(ident.span(), kind);
    for field in fields {
        parse_attributes(&field.attrs, Place::Field, errors);
    }
    None
}

fn parse_field<'a>(field: &'a syn::Field, errors: &mut Errors) -> Option<Field<'a>> {
    let ident = field.ident.as_ref()?;
    Some(Field { ident, ty: &field.ty, entries: parse_attributes(&field.attrs, Place::Field, errors) })
}

fn parse_enum<'a>(data: &'a DataEnum, errors: &mut Errors) -> Body<'a> {
    Body::Enum(data.variants.iter().map(|variant| parse_variant(variant, errors)).collect())
}

fn parse_variant<'a>(variant: &'a syn::Variant, errors: &mut Errors) -> Variant<'a> {
    let entries = parse_attributes(&variant.attrs, Place::Variant, errors);
    for field in &variant.fields {
        for entry in parse_attributes(&field.attrs, Place::Field, errors).list {
            let name = entry.name;
            errors.add(entry.span, format!("`{name}` has no effect here: what a variant contains takes no attributes"));
        }
    }
    Variant { ident: &variant.ident, fields: &variant.fields, entries }
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

/// Reads to the end of `input`, past whatever is wrong with single attributes.
fn parse_list(input: ParseStream<'_>, source: Source, place: Place, entries: &mut Entries, errors: &mut Errors) {
    while !input.is_empty() {
        match parse_entry(input, source, place) {
            Ok(entry) => {
                entries.list.extend(entry.and_then(|entry| refuse_repeated(entry, entries, errors)));
                if !values::is_at_end(input) {
                    errors.add(input.span(), "expected `,` before the next attribute");
                }
            }
            Err(error) => errors.push(error),
        }
        values::skip_past_comma(input);
    }
}

/// None if the attribute was read before; only aliases may be repeated.
fn refuse_repeated(entry: Entry, entries: &Entries, errors: &mut Errors) -> Option<Entry> {
    let Entry { source, key, name, span, .. } = entry;
    let repeated = entries.all(key).any(|other| other.source == source && other.name == name);
    if repeated && key != Key::Alias {
        errors.add(span, format!("`{name}` is given twice: remove one of them"));
        return None;
    }
    Some(entry)
}

fn parse_entry(input: ParseStream<'_>, source: Source, place: Place) -> syn::Result<Option<Entry>> {
    if !input.peek(Ident::peek_any) {
        let known = names::list(&names::names_at(source, place));
        return Err(input.error(format!("expected the name of an attribute, one of {known}")));
    }
    let ident = input.call(Ident::parse_any)?;
    let row =
        names::find(source, place, &ident.to_string()).map_err(|message| syn::Error::new(ident.span(), message))?;
    match row.used {
        Use::Accepted => {
            values::skip_to_comma(input);
            Ok(None)
        }
        Use::Refused(reason) => Err(syn::Error::new(ident.span(), format!("`#[serde({})]` {reason}", row.name))),
        Use::Means(key, form) => {
            let value = values::parse(input, form, row, &ident)?;
            Ok(value.map(|value| Entry { source, key, name: row.name, span: ident.span(), value }))
        }
    }
}
