//! Parses the values of attributes, and suggests what to write instead of a malformed value.

use proc_macro2::{Literal, TokenStream, TokenTree};
use syn::{Expr, Ident, LitBool, LitStr, Token, Type, ext::IdentExt, parse::ParseStream};

use super::{bare, companion, literals, raw::Value};
use crate::{
    rules::{Call, convert, path},
    table::{Attribute, Form, Key, Place, Use, find},
    tokens::{is_at_end, skip_past_comma},
};

/// Parses the value after the name `key`; `None` if it only concerns serializing.
pub(super) fn parse(
    input: ParseStream<'_>,
    form: Form,
    row: &'static Attribute,
    key: &Ident,
) -> syn::Result<Option<Value>> {
    match form {
        Form::Rule(rule) => rule.parse(key, input, find::rule).map(|rule| Some(Value::Rule(rule))),
        Form::Path(kind) => {
            let call = Call::new(row.name, row.example, key.span());
            path::parse(call, input, kind).map(|path| Some(Value::Path(path)))
        }
        Form::Literals => literals::parse(input, row, key.span()).map(|list| Some(Value::Literals(list))),
        Form::ShortFor(literal) if is_at_end(input) => {
            literals::of_text(literal, key.span()).map(|list| Some(Value::Literals(list)))
        }
        Form::Companion => companion::parse(input, row).map(|companion| Some(Value::Companion(companion))),
        Form::Keys => convert::parse_keys(key, input).map(|path| Some(Value::Path(path))),
        Form::Type => parse_type(input, row, key).map(|ty| Some(Value::Type(ty))),
        Form::TextOrSides if input.peek(syn::token::Paren) => parse_sides(input, row),
        Form::Flag | Form::FlagOrExpr | Form::FlagOrText if is_at_end(input) => Ok(Some(Value::None)),
        Form::Flag | Form::ShortFor(_) => Err(refuse_value(input, row)),
        Form::FlagOrExpr => parse_expr(input, row).map(|expr| Some(Value::Expr(expr))),
        Form::Name if bare::comes_next(input) => bare::parse(input).map(Some),
        Form::Name | Form::Text | Form::TextOrSides | Form::FlagOrText => {
            parse_text(input, row, key).map(|text| Some(Value::Text(text)))
        }
    }
}

fn refuse_value(input: ParseStream<'_>, row: &Attribute) -> syn::Error {
    let (span, name) = (input.span(), row.name);
    let off = input.parse::<Token![=]>().is_ok() && input.parse::<LitBool>().is_ok_and(|value| !value.value);
    let remedy = if off { "remove it".to_owned() } else { format!("write only `{name}`") };
    syn::Error::new(span, format!("`{name}` takes no value: {remedy}"))
}

fn parse_expr(input: ParseStream<'_>, row: &Attribute) -> syn::Result<Expr> {
    let (found, name) = (input.span(), row.name);
    let wrong = |value: &str| syn::Error::new(found, format!("`{name}` takes an expression: write `{name} = {value}`"));
    match input.parse::<TokenTree>()? {
        TokenTree::Punct(equals) if equals.as_char() == '=' && !is_at_end(input) => input.parse(),
        TokenTree::Group(group) if !group.stream().is_empty() => Err(wrong(&group.stream().to_string())),
        _ => Err(wrong("..")),
    }
}

fn parse_text(input: ParseStream<'_>, row: &Attribute, key: &Ident) -> syn::Result<LitStr> {
    let equals = input.parse::<Token![=]>().is_ok();
    if equals && input.peek(LitStr) {
        return input.parse();
    }
    let span = if is_at_end(input) { key.span() } else { input.span() };
    Err(syn::Error::new(span, describe_text(row, key, &read_words(input))))
}

fn parse_type(input: ParseStream<'_>, row: &Attribute, key: &Ident) -> syn::Result<Type> {
    let text = parse_text(input, row, key)?;
    text.parse().map_err(|_| {
        let message = format!("`{key}` takes a type, such as `{}`, but `{}` is not one", row.example, text.value());
        syn::Error::new(text.span(), message)
    })
}

fn describe_text(row: &Attribute, key: &Ident, words: &[String]) -> String {
    let example = match (row.used, words) {
        (Use::Means(_, Form::FlagOrText), _) => {
            let path = format!("`{key}` takes a function's path in a string: write `{}`", row.example);
            let expression =
                if row.place == Place::Field { ", or `#[connect(default = ..)]` for an expression" } else { "" };
            return path + expression;
        }
        (Use::Means(Key::Alias, _), [_, ..]) | (_, [_]) => {
            words.iter().map(|word| format!("{key} = {word}")).collect::<Vec<_>>().join(", ")
        }
        _ => row.example.to_owned(),
    };
    format!("`{key}` takes a string: write `{example}`")
}

/// Quotes the words that were probably intended as strings: `id` in `rename = id`, or `"id"` in `rename("id")`.
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

/// The value of `deserialize` in `(serialize = "..", deserialize = "..")`.
fn parse_sides(input: ParseStream<'_>, row: &Attribute) -> syn::Result<Option<Value>> {
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
                // Otherwise syn would report the rest as unexpected.
                let _ = sides.parse::<TokenStream>();
                return Err(error);
            }
        }
    }
    Ok(ours)
}

fn parse_side(sides: ParseStream<'_>, row: &Attribute) -> syn::Result<(Ident, LitStr)> {
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
