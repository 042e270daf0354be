//! `with = module` in `each(..)` and `keys(..)`: what reads the items or keys of a value in place of their type.

use proc_macro2::Span;
use syn::{
    ExprPath, Ident,
    ext::IdentExt,
    parse::{ParseBuffer, ParseStream},
};

use super::{call::Call, path};
use crate::tokens::is_at_end;

/// How the items of a value are read, as far as it is not their type that reads them.
#[derive(Default)]
pub(crate) struct ItemReading {
    /// The module that reads an item.
    pub(crate) with: Option<ExprPath>,
    /// The module that reads the keys of an item.
    pub(crate) keys: Option<ExprPath>,
}

impl ItemReading {
    /// Parses the attribute `key` if it is one of these.
    pub(super) fn parse(&mut self, key: &Ident, input: ParseStream<'_>) -> Option<syn::Result<()>> {
        let parsed = match key.to_string().as_str() {
            "with" => parse_with(key, input).map(|module| self.with.replace(module)),
            "keys" => parse_keys(key, input).map(|module| self.keys.replace(module)),
            _ => return None,
        };
        Some(parsed.and_then(|replaced| match replaced {
            Some(_) => Err(syn::Error::new(key.span(), format!("`{key}` is given twice: remove one of them"))),
            None => Ok(()),
        }))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.with.is_none() && self.keys.is_none()
    }
}

fn parse_with(key: &Ident, input: ParseStream<'_>) -> syn::Result<ExprPath> {
    path::parse(Call::new("with", "with = path::to::module", key.span()), input, "module")
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
        list.parse::<syn::Token![,]>()?;
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
