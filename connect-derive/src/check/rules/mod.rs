//! The rules of a field: those that no value keeps, or that its own default breaks.

mod default;
mod generic;
mod kinds;
mod matching;
mod pattern;

use std::cmp::Ordering;

use syn::Type;

pub(super) use self::generic::infer;

use crate::{
    attributes::raw::{self, Value},
    errors::Errors,
    rules::number::Number,
    rules::rule::{Limit, Rule, Test},
    table::Key,
    types,
};

pub(super) fn check<'a>(field: &'a raw::Field<'a>, errors: &mut Errors) -> Vec<&'a Rule> {
    let rules: Vec<_> = field.entries.all(Key::Rule).filter_map(raw::Entry::rule).collect();
    for rule in &rules {
        check_rule(rule, Some(field.ty), errors);
    }
    if let Some(Value::Expr(expr)) = field.entries.get(Key::Default).map(|entry| &entry.value) {
        default::check(expr, &rules, errors);
    }
    rules
}

fn check_rule(rule: &Rule, ty: Option<&Type>, errors: &mut Errors) {
    match &rule.test {
        Test::Length(limits) => check_length(limits, errors),
        Test::MultipleOf(factor) => kinds::check_numbers(ty, [factor], errors),
        Test::OneOf(choices) => kinds::check_choices(ty, choices, errors),
        Test::Range(limits) => {
            kinds::check_numbers(ty, limits.iter().map(|limit| &limit.value), errors);
            check_range(limits, ty.is_some_and(types::is_integer), errors);
        }
        Test::Pattern(text) => pattern::check(text, errors),
        Test::Each(rules) => rules.iter().for_each(|rule| check_rule(rule, ty.and_then(types::item), errors)),
        _ => {}
    }
}

fn check_length(limits: &[Limit], errors: &mut Errors) {
    let find = |name| limits.iter().find(|limit| limit.name == name);
    if let Some(limit) = find("min").or(find("max")).filter(|_| find("equal").is_some()) {
        let name = limit.name;
        errors.add(limit.span, format!("`equal` says it all, so that `{name}` has no effect: remove one of them"));
    }
    check_sides(find("min"), find("max"), "length", false, errors);
}

fn check_range(limits: &[Limit], integer: bool, errors: &mut Errors) {
    let find = |names: [&str; 2]| limits.iter().find(|limit| names.contains(&limit.name));
    check_sides(find(["min", "exclusive_min"]), find(["max", "exclusive_max"]), "number", integer, errors);
}

fn check_sides(low: Option<&Limit>, high: Option<&Limit>, what: &str, integer: bool, errors: &mut Errors) {
    let Some((low, high)) = low.zip(high) else { return };
    let Some((from, to)) = Number::of(&low.value).zip(Number::of(&high.value)) else { return };
    let exclusive = [low, high].iter().filter(|limit| limit.name.starts_with("exclusive")).count();
    let empty = match from.compare(to) {
        Some(Ordering::Greater) => true,
        Some(Ordering::Equal) => exclusive > 0,
        Some(Ordering::Less) => integer && exclusive == 2 && from.precedes(to),
        None => false,
    };
    if empty {
        let remedy = if from.compare(to) == Some(Ordering::Greater) { "swap them or change one" } else { "change one" };
        let message = format!("no {what} is {} and {}: {remedy}", low.describe(), high.describe());
        errors.push(syn::Error::new_spanned(&high.value, message));
    }
}
