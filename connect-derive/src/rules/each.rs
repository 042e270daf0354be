//! `each(length(min = 1))`: rules for every item of a collection, or every value of a map.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::{
    Ident, Token, Type,
    ext::IdentExt,
    parse::{ParseBuffer, ParseStream, discouraged::Speculative},
};

use super::{
    call::Call,
    change::{self, Change},
    rule::{Constraint, Lookup, Parse, Rule, Site, Spec},
};
use crate::{
    errors::Errors,
    tokens::{is_at_end, skip_past_comma, skip_to_comma},
    types,
};

pub(super) const SPEC: Spec =
    Spec { name: "each", example: "each(length(min = 1))", arguments: &[], parse: Parse::Tokens(parse) };

struct Each {
    rules: Vec<Rule>,
    /// How the text of each item is changed before the rules are checked.
    changes: Vec<Change>,
}

fn parse(input: ParseStream<'_>, find: Lookup, call: &mut Call) -> Option<Box<dyn Constraint>> {
    if !input.peek(syn::token::Paren) {
        skip_to_comma(input);
        call.error("takes rules for the items in parentheses");
        return None;
    }
    let list = call.errors.keep(open(input))?;
    if list.is_empty() {
        call.error("has no rules for the items");
        return None;
    }
    let each = parse_list(&list, find, &mut call.errors);
    change::check(&each.changes, &mut call.errors);
    if !is_at_end(input) {
        call.errors.push(input.error("expected `,` after `each(..)`"));
    }
    Some(Box::new(each))
}

/// The list in the parentheses.
fn open(input: ParseStream<'_>) -> syn::Result<ParseBuffer<'_>> {
    let list;
    syn::parenthesized!(list in input);
    Ok(list)
}

fn parse_list(list: ParseStream<'_>, find: Lookup, errors: &mut Errors) -> Each {
    let (mut rules, mut changes): (Vec<Rule>, Vec<Change>) = (Vec::new(), Vec::new());
    while !list.is_empty() {
        if let Some(change) = parse_change(list) {
            changes.push(change);
            skip_past_comma(list);
            continue;
        }
        let parsed = parse_rule(list, find);
        if let Some(rule) = errors.keep(parsed) {
            if rules.iter().any(|other| other.identity() == rule.identity()) {
                errors.add(rule.span, format!("`{}` is given twice: remove one of them", rule.name));
            }
            rules.push(rule);
        }
        skip_past_comma(list);
    }
    Each { rules, changes }
}

/// One of `trim`, `lowercase` and `uppercase`, if it comes next.
fn parse_change(list: ParseStream<'_>) -> Option<Change> {
    let ahead = list.fork();
    let change = Change::of(&ahead.parse().ok()?).filter(|_| is_at_end(&ahead))?;
    list.advance_to(&ahead);
    Some(change)
}

fn parse_rule(input: ParseStream<'_>, find: Lookup) -> syn::Result<Rule> {
    if !input.peek(Ident::peek_any) {
        return Err(input.error("expected a rule, as in `each(length(min = 1))`"));
    }
    let key = input.call(Ident::parse_any)?;
    if key == "message" && input.peek(Token![=]) {
        let message = "`each` takes no message: give it to a rule, as in `each(length(min = 1, message = \"..\"))`";
        return Err(syn::Error::new(key.span(), message));
    }
    let spec = find(&key.to_string()).map_err(|message| syn::Error::new(key.span(), message))?;
    spec.parse(&key, input, find)
}

impl Constraint for Each {
    fn emit(&self, site: &Site<'_>) -> TokenStream {
        let item = site.ty.and_then(types::item);
        if self.rules.is_empty() {
            return TokenStream::new();
        }
        let calls = self.rules.iter().map(|rule| rule.emit(item));
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
}
