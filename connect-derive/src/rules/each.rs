//! `each(length(min = 1))`: rules for every item of a collection, or every value of a map, and what reads it.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::{
    Ident, Token, Type,
    ext::IdentExt,
    parse::{ParseStream, discouraged::Speculative},
};

use super::{
    call::Call,
    change::{self, Change},
    convert::{self, ItemReading},
    rule::{Constraint, Lookup, Parse, Rule, Site, Spec},
};
use crate::{
    errors::Errors,
    spans,
    tokens::{is_at_end, skip_past_comma, skip_to_comma},
    types,
};

pub(super) const SPEC: Spec =
    Spec { name: "each", example: "each(length(min = 1))", arguments: &[], parse: Parse::Tokens(parse) };

struct Each {
    rules: Vec<Rule>,
    /// How the text of each item is changed before the rules are checked.
    changes: Vec<Change>,
    reading: ItemReading,
}

fn parse(input: ParseStream<'_>, find: Lookup, call: &mut Call) -> Option<Box<dyn Constraint>> {
    if !input.peek(syn::token::Paren) {
        skip_to_comma(input);
        call.error("takes rules for the items in parentheses");
        return None;
    }
    let list = call.errors.keep(convert::open(input))?;
    if list.is_empty() {
        call.error("has no rules for the items");
        return None;
    }
    let each = parse_list(&list, find, &mut call.errors);
    if !is_at_end(input) {
        call.errors.push(input.error("expected `,` after `each(..)`"));
    }
    each.check(&mut call.errors);
    Some(Box::new(each))
}

fn parse_list(list: ParseStream<'_>, find: Lookup, errors: &mut Errors) -> Each {
    let mut each = Each { rules: Vec::new(), changes: Vec::new(), reading: ItemReading::default() };
    while !list.is_empty() {
        if let Some(change) = parse_change(list) {
            each.changes.push(change);
            skip_past_comma(list);
            continue;
        }
        let parsed = parse_entry(list, find, &mut each.reading);
        if let Some(rule) = errors.keep(parsed).flatten() {
            if each.rules.iter().any(|other| other.identity() == rule.identity()) {
                errors.add(rule.span, format!("`{}` is given twice: remove one of them", rule.name));
            }
            each.rules.push(rule);
        }
        skip_past_comma(list);
    }
    each
}

/// One of `trim`, `lowercase` and `uppercase`, if it comes next.
fn parse_change(list: ParseStream<'_>) -> Option<Change> {
    let ahead = list.fork();
    let change = Change::of(&ahead.parse().ok()?).filter(|_| is_at_end(&ahead))?;
    list.advance_to(&ahead);
    Some(change)
}

/// Parses a rule, or what reads the items.
fn parse_entry(input: ParseStream<'_>, find: Lookup, reading: &mut ItemReading) -> syn::Result<Option<Rule>> {
    if !input.peek(Ident::peek_any) {
        return Err(input.error("expected a rule, as in `each(length(min = 1))`"));
    }
    let key = input.call(Ident::parse_any)?;
    if key == "message" && input.peek(Token![=]) {
        let message = "`each` takes no message: give it to a rule, as in `each(length(min = 1, message = \"..\"))`";
        return Err(syn::Error::new(key.span(), message));
    }
    if let Some(parsed) = reading.parse(&key, input) {
        return parsed.map(|()| None);
    }
    let spec = find(&key.to_string()).map_err(|message| syn::Error::new(key.span(), message))?;
    spec.parse(&key, input, find).map(Some)
}

impl Each {
    /// Reports what would read a part of an item that is read as a whole.
    fn check(&self, errors: &mut Errors) {
        change::check(&self.changes, errors);
        self.reading.check(errors);
        if self.reading.with.is_none() && self.reading.formats.is_empty() {
            return;
        }
        let inner = self.rules.iter().filter(|rule| rule.converts()).map(|rule| rule.span);
        let keys = self.reading.keys.iter().map(spans::at_path);
        for span in inner.chain(keys) {
            errors
                .add(span, "this has no effect here: `with` or `format` reads the item as a whole; remove one of them");
        }
    }
}

impl Constraint for Each {
    fn emit(&self, site: &Site<'_>) -> TokenStream {
        let item = site.ty.and_then(types::item);
        let calls = self.rules.iter().filter(|rule| rule.constraint.is_checked()).map(|rule| rule.emit(item));
        quote_spanned! {site.span=>
            __rt::rules::each(__value, __problems, |__value, __problems| { #(#calls)* });
        }
    }

    /// The rules for the items have bounds of their own.
    fn bounds(&self) -> Vec<TokenStream> {
        Vec::new()
    }

    fn check(&self, ty: Option<&Type>, errors: &mut Errors) {
        for rule in &self.rules {
            rule.constraint.check(ty.and_then(types::item), errors);
        }
    }

    fn item_rules(&self) -> &[Rule] {
        &self.rules
    }

    fn item_changes(&self) -> &[Change] {
        &self.changes
    }

    fn item_reading(&self) -> Option<&ItemReading> {
        Some(&self.reading)
    }

    fn is_checked(&self) -> bool {
        self.rules.iter().any(|rule| rule.constraint.is_checked())
    }
}
