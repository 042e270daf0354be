//! JSON literals, as in `none_if("N/A", 0, [])`.

use std::cmp::Ordering;

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::quote;
use syn::{Expr, Lit, LitStr, Token, parse::ParseStream};

use crate::{
    errors::Errors,
    rules::Number,
    table::Attribute,
    tokens::{is_at_end, skip_past_comma, skip_to_comma},
};

/// A JSON value in an attribute.
pub(crate) struct Literal {
    pub(crate) span: Span,
    pub(crate) json: Json,
}

pub(crate) enum Json {
    Null,
    Bool(bool),
    Text(String),
    /// As it is spelled.
    Number(String),
    EmptyArray,
    EmptyObject,
}

impl Literal {
    /// Whether both match the same values.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        match (&self.json, &other.json) {
            (Json::Null, Json::Null)
            | (Json::EmptyArray, Json::EmptyArray)
            | (Json::EmptyObject, Json::EmptyObject) => true,
            (Json::Bool(value), Json::Bool(other)) => value == other,
            (Json::Text(text), Json::Text(other)) => text == other,
            (Json::Number(number), Json::Number(other)) => number == other || is_equal(number, other),
            _ => false,
        }
    }

    /// The literal as JSON text.
    pub(crate) fn show(&self) -> String {
        match &self.json {
            Json::Null => "null".to_owned(),
            Json::Bool(value) => value.to_string(),
            Json::Text(text) => format!("{text:?}"),
            Json::Number(number) => number.clone(),
            Json::EmptyArray => "[]".to_owned(),
            Json::EmptyObject => "{}".to_owned(),
        }
    }

    /// The runtime's form of it.
    pub(crate) fn emit(&self) -> TokenStream {
        match &self.json {
            Json::Null => quote!(__rt::Sentinel::Null),
            Json::Bool(value) => quote!(__rt::Sentinel::Bool(#value)),
            Json::Text(text) => quote!(__rt::Sentinel::Text(#text)),
            Json::Number(number) => quote!(__rt::Sentinel::Number(#number)),
            Json::EmptyArray => quote!(__rt::Sentinel::EmptyArray),
            Json::EmptyObject => quote!(__rt::Sentinel::EmptyObject),
        }
    }
}

fn is_equal(number: &str, other: &str) -> bool {
    let parse = |text| syn::parse_str::<Expr>(text).ok().and_then(|expr| Number::of(&expr));
    parse(number).zip(parse(other)).and_then(|(number, other)| number.compare(other)) == Some(Ordering::Equal)
}

/// Parses the list in parentheses after the name `key`.
pub(super) fn parse(input: ParseStream<'_>, row: &Attribute, key: Span) -> syn::Result<Vec<Literal>> {
    let (name, example) = (row.name, row.example);
    if !input.peek(syn::token::Paren) {
        let span = if is_at_end(input) { key } else { input.span() };
        skip_to_comma(input);
        return Err(syn::Error::new(span, format!("`{name}` takes JSON values in parentheses: write `{example}`")));
    }
    let list;
    syn::parenthesized!(list in input);
    let (mut found, mut errors) = (Vec::new(), Errors::default());
    while !list.is_empty() {
        let literal = parse_literal(&list, name);
        if let Some(literal) = errors.keep(literal) {
            refuse_repeated(&literal, &found, &mut errors);
            found.push(literal);
        }
        skip_past_comma(&list);
    }
    if found.is_empty() && errors.count() == 0 {
        errors.add(key, format!("`{name}` has no values: write `{example}`"));
    }
    errors.combine().map_or(Ok(found), Err)
}

fn refuse_repeated(literal: &Literal, found: &[Literal], errors: &mut Errors) {
    if let Some(first) = found.iter().find(|other| other.is_same(literal)) {
        let (first, again) = (first.show(), literal.show());
        let message = if first == again {
            format!("`{again}` is given twice: remove one of them")
        } else {
            format!("`{again}` is the same number as `{first}`: remove one of them")
        };
        errors.add(literal.span, message);
    }
}

/// The literal that this text is, which the table of attributes has.
pub(super) fn of_text(text: &str, span: Span) -> syn::Result<Vec<Literal>> {
    let parse = |input: ParseStream<'_>| parse_literal(input, "");
    let Literal { json, .. } = syn::parse::Parser::parse_str(parse, text)?;
    Ok(vec![Literal { span, json }])
}

fn parse_literal(input: ParseStream<'_>, name: &str) -> syn::Result<Literal> {
    let span = input.span();
    let negative = input.parse::<Option<Token![-]>>()?.is_some();
    let found = input.parse::<TokenTree>()?;
    let json = match read(&found).filter(|_| is_at_end(input)) {
        Some(Json::Number(number)) if negative => Some(Json::Number(format!("-{number}"))),
        Some(_) if negative => None,
        json => json,
    };
    json.map(|json| Literal { span, json }).ok_or_else(|| {
        let hint = if negative { "only a number can be negative".to_owned() } else { describe(&found) };
        syn::Error::new(span, format!("`{name}` takes JSON values: {hint}"))
    })
}

/// The JSON value that one token, or a pair of brackets, is.
fn read(token: &TokenTree) -> Option<Json> {
    match token {
        TokenTree::Ident(word) => match word.to_string().as_str() {
            "null" => Some(Json::Null),
            "true" => Some(Json::Bool(true)),
            "false" => Some(Json::Bool(false)),
            _ => None,
        },
        TokenTree::Literal(literal) => match Lit::new(literal.clone()) {
            Lit::Str(text) => Some(Json::Text(text.value())),
            Lit::Int(_) | Lit::Float(_) => Some(literal.to_string()).filter(|text| is_number(text)).map(Json::Number),
            _ => None,
        },
        TokenTree::Group(group) if group.stream().is_empty() => match group.delimiter() {
            Delimiter::Bracket => Some(Json::EmptyArray),
            Delimiter::Brace => Some(Json::EmptyObject),
            _ => None,
        },
        // What a macro puts in place of its `$literal`.
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            syn::parse2::<TokenTree>(group.stream()).ok().as_ref().and_then(read)
        }
        _ => None,
    }
}

/// Whether a number of Rust is one of JSON, too (RFC 8259, section 6).
fn is_number(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
    let starts_with_digit = |rest: &str| rest.starts_with(|first: char| first.is_ascii_digit());
    let is_padded = text.strip_prefix('0').is_some_and(starts_with_digit);
    is_plain && !is_padded && text.split_once('.').is_none_or(|(_, rest)| starts_with_digit(rest))
}

fn describe(found: &TokenTree) -> String {
    match found {
        TokenTree::Ident(word) if word == "None" => "write `null`".to_owned(),
        TokenTree::Ident(word) => format!("a string needs quotes: write `{}`", quoted(&word.to_string())),
        TokenTree::Literal(literal) => match Lit::new(literal.clone()) {
            Lit::Int(_) | Lit::Float(_) => format!("`{literal}` is no number in JSON"),
            Lit::Char(character) => format!("write `{}`", quoted(&character.value().to_string())),
            _ => format!("`{literal}` is none"),
        },
        TokenTree::Group(_) => "of arrays and objects only the empty ones, `[]` and `{}`, can be given".to_owned(),
        TokenTree::Punct(_) => "expected a string, a number, `true`, `false`, `null`, `[]` or `{}`".to_owned(),
    }
}

fn quoted(text: &str) -> String {
    let text = LitStr::new(text, Span::call_site());
    quote!(#text).to_string()
}
