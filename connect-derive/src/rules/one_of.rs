//! `one_of("a", "b")`: one of these strings or integers.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{BinOp, Expr, ExprLit, Lit, Type};

use super::{
    call::{Call, Style},
    default::Literal,
    kinds,
    literal::{as_string, is_non_number, show},
    number::Number,
    rule::{Constraint, Parse, Site, Spec},
    suffix,
};
use crate::errors::Errors;

pub(super) const SPEC: Spec =
    Spec { name: "one_of", example: "one_of(\"a\", \"b\")", arguments: &[], parse: Parse::Call(parse) };

struct OneOf(Vec<Expr>);

impl Constraint for OneOf {
    fn emit(&self, site: &Site<'_>) -> TokenStream {
        let choices = suffix::emit_all(&self.0);
        site.call("one_of", &quote_spanned!(site.span=> &[#(#choices),*],))
    }

    fn bounds(&self) -> Vec<TokenStream> {
        let kind = self.0.first().and_then(suffix::literal_type);
        kind.map(|kind| quote!(__rt::rules::OneOf<#kind>)).into_iter().collect()
    }

    fn check(&self, ty: Option<&Type>, errors: &mut Errors) {
        kinds::check_choices(ty, &self.0, errors);
    }

    fn violated_by(&self, default: &Literal) -> Option<String> {
        let equal = self.0.iter().map(|choice| default.equals(choice)).collect::<Option<Vec<_>>>()?;
        let shown: Vec<_> = self.0.iter().map(|choice| format!("`{}`", choice.to_token_stream())).collect();
        (!equal.contains(&true)).then(|| format!("one of {}", shown.join(", ")))
    }
}

fn parse(call: &mut Call) -> Option<Box<dyn Constraint>> {
    let choices = std::mem::take(&mut call.values);
    match choices.as_slice() {
        [] => {
            refuse_no_choices(call);
            return None;
        }
        [Expr::Array(array)] => refuse_style(array.elems.iter(), &choices, call),
        [Expr::Reference(reference)] if matches!(*reference.expr, Expr::Array(_)) => {
            refuse_style([].into_iter(), &choices, call);
        }
        [choice] if call.style == Style::Assigned => refuse_style([choice].into_iter(), &choices, call),
        _ => choices.iter().enumerate().for_each(|(index, choice)| check_choice(choice, choices.get(..index), call)),
    }
    Some(Box::new(OneOf(choices)))
}

fn refuse_no_choices(call: &mut Call) {
    match call.style {
        _ if call.errors.count() > 0 => {}
        Style::Called => call.error("has no choices, so no value is allowed"),
        Style::Bare | Style::Assigned => call.error("takes its choices in parentheses"),
    }
}

fn refuse_style<'e>(intended: impl Iterator<Item = &'e Expr>, values: &[Expr], call: &mut Call) {
    let shown: Vec<String> = intended.filter_map(show).collect();
    let right = if shown.is_empty() { "\"a\", \"b\"".to_owned() } else { shown.join(", ") };
    for value in values {
        call.error_at(value, format!("`one_of` takes its choices in parentheses: write `one_of({right})`"));
    }
}

fn check_choice(choice: &Expr, before: Option<&[Expr]>, call: &mut Call) {
    let before = before.unwrap_or_default();
    if let Some(message) = describe_kind(choice) {
        call.error_at(choice, message);
    } else if before.iter().any(|other| is_same(choice, other)) {
        let shown = show(choice).unwrap_or_default();
        call.error_at(choice, format!("`{shown}` is given twice: remove one of them"));
    } else if before.iter().any(|other| is_of_other_kind(choice, other)) {
        call.error_at(choice, "a field has strings or integers, not both: write choices of one kind");
    }
}

/// Says why it can't be a choice; `None` if it can.
fn describe_kind(choice: &Expr) -> Option<&'static str> {
    match choice {
        Expr::Lit(ExprLit { lit: Lit::Float(_), .. }) => {
            Some("`one_of` takes strings or integers: for floats use `range`")
        }
        Expr::Lit(ExprLit { lit: Lit::Str(_), .. }) => None,
        Expr::Binary(binary) if matches!(binary.op, BinOp::BitOr(_) | BinOp::Or(_)) => {
            Some("choices are separated by commas: write `one_of(\"a\", \"b\")`")
        }
        choice if is_non_number(choice) => Some("`one_of` takes strings or integers: write `one_of(\"a\", \"b\")`"),
        _ => None,
    }
}

fn is_same(choice: &Expr, other: &Expr) -> bool {
    let numbers = Number::of(choice).zip(Number::of(other));
    let texts = as_string(choice).zip(as_string(other));
    numbers.is_some_and(|(choice, other)| choice.compare(other).is_some_and(std::cmp::Ordering::is_eq))
        || texts.is_some_and(|(choice, other)| choice.value() == other.value())
}

fn is_of_other_kind(choice: &Expr, other: &Expr) -> bool {
    let mixed = |text, number| as_string(text).is_some() && Number::of(number).is_some();
    mixed(choice, other) || mixed(other, choice)
}
