//! `with = module` in `each(..)` and `keys(..)`: what reads the items or keys of a value in place of their type.

use proc_macro2::Span;
use syn::{
    ExprPath, Ident, LitStr, Token,
    ext::IdentExt,
    parse::{ParseBuffer, ParseStream},
};

use super::{call::Call, path};
use crate::{errors::Errors, formats::Formats, tokens::is_at_end};

/// How the items of a value are read, as far as it is not their type that reads them.
#[derive(Default)]
pub(crate) struct ItemReading {
    /// The module that reads an item.
    pub(crate) with: Option<ExprPath>,
    /// The formats of an item, with the zone of those without an offset.
    pub(crate) formats: Vec<LitStr>,
    pub(crate) zone: Option<LitStr>,
    /// The module that reads the keys of an item.
    pub(crate) keys: Option<ExprPath>,
}

impl ItemReading {
    /// Parses the attribute `key` if it is one of these.
    pub(super) fn parse(&mut self, key: &Ident, input: ParseStream<'_>) -> Option<syn::Result<()>> {
        let parsed = match key.to_string().as_str() {
            "with" => parse_with(key, input).map(|module| self.with.replace(module).is_some()),
            "keys" => parse_keys(key, input).map(|module| self.keys.replace(module).is_some()),
            "format" => parse_text(key, input, "format = \"%d.%m.%Y\"").map(|format| self.add_format(format)),
            "zone" => parse_text(key, input, "zone = \"UTC\"").map(|zone| self.zone.replace(zone).is_some()),
            _ => return None,
        };
        let twice = || syn::Error::new(key.span(), format!("`{key}` is given twice: remove one of them"));
        Some(parsed.and_then(|repeated| if repeated { Err(twice()) } else { Ok(()) }))
    }

    /// Returns whether it was there already.
    fn add_format(&mut self, format: LitStr) -> bool {
        let repeated = self.formats.iter().any(|other| other.value() == format.value());
        self.formats.push(format);
        repeated
    }

    /// Reports what is wrong with the formats of the items, or with more than one way to read them.
    pub(super) fn check(&self, errors: &mut Errors) {
        if !self.formats.is_empty() {
            Formats::check(self.formats.iter(), self.zone.as_ref(), errors);
        } else if let Some(zone) = &self.zone {
            errors.add(zone.span(), "`zone` has no effect here: it is the zone of a `format`, which is missing");
        }
        if let Some(format) = self.formats.first().filter(|_| self.with.is_some()) {
            errors.add(format.span(), "`format` has no effect here: `with` reads the item; remove one of them");
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.with.is_none() && self.keys.is_none() && self.formats.is_empty()
    }
}

fn parse_with(key: &Ident, input: ParseStream<'_>) -> syn::Result<ExprPath> {
    path::parse(Call::new("with", "with = path::to::module", key.span()), input, "module")
}

fn parse_text(key: &Ident, input: ParseStream<'_>, example: &str) -> syn::Result<LitStr> {
    let text = input.parse::<Token![=]>().and_then(|_| input.parse());
    text.map_err(|_| syn::Error::new(key.span(), format!("`{key}` takes a string: write `{example}`")))
}

/// Parses what follows `keys`: `(with = module)`.
pub(crate) fn parse_keys(key: &Ident, input: ParseStream<'_>) -> syn::Result<ExprPath> {
    if !input.peek(syn::token::Paren) {
        return Err(wrong_keys(key.span()));
    }
    let list = open(input)?;
    let found = list.span();
    let module = match list.call(Ident::parse_any) {
        Ok(with) if with == "with" => parse_with(&with, &list)?,
        _ => return Err(wrong_keys(if list.is_empty() { key.span() } else { found })),
    };
    if is_at_end(&list) && !list.is_empty() {
        list.parse::<Token![,]>()?;
    }
    if list.is_empty() { Ok(module) } else { Err(wrong_keys(list.span())) }
}

/// The list in parentheses.
pub(super) fn open(input: ParseStream<'_>) -> syn::Result<ParseBuffer<'_>> {
    let list;
    syn::parenthesized!(list in input);
    Ok(list)
}

fn wrong_keys(span: Span) -> syn::Error {
    syn::Error::new(span, "`keys` takes the module that reads the keys of a map: write `keys(with = path::to::module)`")
}
