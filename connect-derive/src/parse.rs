//! From syntax to what was written: finds the attributes and reads their values.

use proc_macro2::{Literal, TokenStream, TokenTree};
use syn::{
    Attribute, Data, DataEnum, DeriveInput, Expr, Fields, Ident, LitBool, LitStr, Meta, Token, ext::IdentExt,
    parse::ParseStream, spanned::Spanned,
};

use crate::{
    errors::Errors,
    names::{self, Form, Key, Place, Source, Use},
    raw::{Body, Entries, Entry, Field, Item, Value, Variant},
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
                if !is_at_end(input) {
                    errors.add(input.span(), "expected `,` before the next attribute");
                }
            }
            Err(error) => errors.push(error),
        }
        skip_past_comma(input);
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
            skip_to_comma(input);
            Ok(None)
        }
        Use::Refused(reason) => Err(syn::Error::new(ident.span(), format!("`#[serde({})]` {reason}", row.name))),
        Use::Means(key, form) => {
            let value = parse_value(input, form, row, &ident)?;
            Ok(value.map(|value| Entry { source, key, name: row.name, span: ident.span(), value }))
        }
    }
}

/// None where what stands there is about serializing alone.
fn parse_value(input: ParseStream<'_>, form: Form, row: &names::Attribute, key: &Ident) -> syn::Result<Option<Value>> {
    if form != Form::Text && form != Form::TextOrSides && is_at_end(input) {
        return Ok(Some(Value::None));
    }
    match form {
        Form::Flag => Err(refuse_value(input, row)),
        Form::FlagOrExpr => parse_expr(input, row).map(|expr| Some(Value::Expr(expr))),
        Form::TextOrSides if input.peek(syn::token::Paren) => parse_sides(input, row),
        Form::Text | Form::TextOrSides | Form::FlagOrText => {
            parse_text(input, row, key).map(|text| Some(Value::Text(text)))
        }
    }
}

/// Whether nothing of the attribute is left.
fn is_at_end(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}

fn refuse_value(input: ParseStream<'_>, row: &names::Attribute) -> syn::Error {
    let (span, name) = (input.span(), row.name);
    let off = input.parse::<Token![=]>().is_ok() && input.parse::<LitBool>().is_ok_and(|value| !value.value);
    let remedy = if off { "remove it".to_owned() } else { format!("write only `{name}`") };
    syn::Error::new(span, format!("`{name}` takes no value: {remedy}"))
}

fn parse_expr(input: ParseStream<'_>, row: &names::Attribute) -> syn::Result<Expr> {
    let (found, name) = (input.span(), row.name);
    let wrong = |value: &str| syn::Error::new(found, format!("`{name}` takes an expression: write `{name} = {value}`"));
    match input.parse::<TokenTree>()? {
        TokenTree::Punct(equals) if equals.as_char() == '=' && !is_at_end(input) => input.parse(),
        TokenTree::Group(group) if !group.stream().is_empty() => Err(wrong(&group.stream().to_string())),
        _ => Err(wrong("..")),
    }
}

fn parse_text(input: ParseStream<'_>, row: &names::Attribute, key: &Ident) -> syn::Result<LitStr> {
    let equals = input.parse::<Token![=]>().is_ok();
    if equals && input.peek(LitStr) {
        return input.parse();
    }
    let span = if is_at_end(input) { key.span() } else { input.span() };
    Err(syn::Error::new(span, describe_text(row, key, &read_words(input))))
}

fn describe_text(row: &names::Attribute, key: &Ident, words: &[String]) -> String {
    let example = match (row.used, words) {
        (Use::Means(_, Form::FlagOrText), _) => {
            let path = format!("`{key}` takes a function's path in a string: write `{}`", row.example);
            let expression = if row.place == Place::Field { ", or `#[connect(default = ..)]` for an expression" } else { "" };
            return path + expression;
        }
        (Use::Means(Key::Alias, _), [_, ..]) | (_, [_]) => {
            words.iter().map(|word| format!("{key} = {word}")).collect::<Vec<_>>().join(", ")
        }
        _ => row.example.to_owned(),
    };
    format!("`{key}` takes a string: write `{example}`")
}

/// What was meant as a string, such as `id` in `rename = id` or `"id"` in `rename("id")`; in quotes.
fn read_words(input: ParseStream<'_>) -> Vec<String> {
    let found = match input.parse() {
        Ok(TokenTree::Group(group)) => group.stream().into_iter().collect(),
        Ok(found) if is_at_end(input) => vec![found],
        _ => Vec::new(),
    };
    let quote = |tree| match tree {
        TokenTree::Ident(word) => Some(Literal::string(&word.to_string()).to_string()),
        TokenTree::Literal(word) => Some(Literal::string(word.to_string().trim_matches('"')).to_string()),
        _ => None,
    };
    found.into_iter().filter_map(quote).collect()
}

/// The side of `(serialize = "..", deserialize = "..")` that is about reading.
fn parse_sides(input: ParseStream<'_>, row: &names::Attribute) -> syn::Result<Option<Value>> {
    let sides;
    syn::parenthesized!(sides in input);
    let mut ours = None;
    while !sides.is_empty() {
        let side = parse_side(&sides, row);
        skip_past_comma(&sides);
        match side {
            Ok((side, text)) if side == "deserialize" => ours = Some(Value::Text(text)),
            Ok(_) => {}
            Err(error) => {
                // syn complains of what is left over.
                let _ = sides.parse::<TokenStream>();
                return Err(error);
            }
        }
    }
    Ok(ours)
}

fn parse_side(sides: ParseStream<'_>, row: &names::Attribute) -> syn::Result<(Ident, LitStr)> {
    let found = sides.span();
    match sides.call(Ident::parse_any) {
        Ok(side) if side == "serialize" || side == "deserialize" => {
            let text = parse_text(sides, row, &side)?;
            Ok((side, text))
        }
        _ => {
            let message = format!("expected `serialize` or `deserialize`, as in `{}(deserialize = \"..\")`", row.name);
            Err(syn::Error::new(found, message))
        }
    }
}

fn skip_to_comma(input: ParseStream<'_>) {
    while !is_at_end(input) {
        // A token tree is there, so reading one does not fail.
        let _ = input.parse::<TokenTree>();
    }
}

fn skip_past_comma(input: ParseStream<'_>) {
    skip_to_comma(input);
    let _ = input.parse::<Token![,]>();
}
