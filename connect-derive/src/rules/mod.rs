//! The rules for the values of fields. Each file has everything that the derive knows about one rule: how it is parsed,
//! checked against the field's type and default, and emitted. A new rule needs a file here, a line in [`RULES`] and a
//! row in the docs of the derive.

mod call;
pub(crate) mod change;
pub(crate) mod convert;
mod custom;
mod default;
mod each;
mod ip;
mod kinds;
mod length;
mod limits;
mod literal;
mod moment;
mod multiple_of;
mod number;
mod one_of;
pub(crate) mod path;
mod pattern;
mod pattern_match;
mod range;
mod rule;
mod suffix;
mod text;
mod unique;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Expr, Type};

use self::default::Literal;
pub(crate) use self::{
    call::Call,
    change::Change,
    number::Number,
    rule::{Rule, Spec},
};
use crate::{errors::Errors, spans, types};

/// All rules, in the order of the docs.
pub(crate) const RULES: &[&Spec] = &[
    &length::SPEC,
    &range::SPEC,
    &multiple_of::SPEC,
    &pattern::SPEC,
    &text::EMAIL,
    &text::URL,
    &text::UUID,
    &ip::SPEC,
    &one_of::SPEC,
    &unique::SPEC,
    &each::SPEC,
    &custom::SPEC,
];

/// Reports rules that no value can satisfy, that do not fit the field's type, or that the field's default violates.
pub(crate) fn check(rules: &[&Rule], ty: &Type, default: Option<&Expr>, errors: &mut Errors) {
    for rule in rules {
        rule.constraint.check(Some(ty), errors);
    }
    let Some((default, literal)) = default.and_then(|default| Some((default, Literal::of(default)?))) else { return };
    for rule in rules {
        if let Some(must) = rule.constraint.violated_by(&literal) {
            let message = format!("the default violates the rule `{}`: it must be {must}", rule.name);
            errors.add_at(default, message);
        }
    }
}

/// The changes of texts in rules for items, at any depth.
pub(crate) fn item_changes<'a>(rules: impl Iterator<Item = &'a Rule>) -> Vec<Change> {
    let mut found = Vec::new();
    for rule in rules {
        found.extend_from_slice(rule.constraint.item_changes());
        found.extend(item_changes(rule.constraint.item_rules().iter()));
    }
    found
}

/// A function that runs the rules for the items of a value.
pub(crate) fn emit_item_rules(rules: &[&Rule], ty: &Type) -> TokenStream {
    let (item, of_items) = (types::item(ty), rules.iter().flat_map(|rule| rule.constraint.item_rules()));
    let calls: Vec<_> = of_items.filter(|rule| rule.constraint.is_checked()).map(|rule| rule.emit(item)).collect();
    if calls.is_empty() {
        return quote!(|_, _| ());
    }
    quote_spanned!(spans::hidden()=> |__value, __problems| { #(#calls)* })
}
