//! The choices of `one_of`.

use syn::{BinOp, Expr, ExprLit, Lit};

use super::{
    call::{Call, Form, as_string, show},
    limits::is_other_literal,
    number::Number,
};

pub(super) fn read(call: &mut Call) -> Vec<Expr> {
    let choices = std::mem::take(&mut call.values);
    match choices.as_slice() {
        [] if call.errors.count() > 0 => {}
        [] if call.form == Form::Called => call.complain("has no choices, so that no value would be allowed"),
        [] => call.complain("takes its choices in parentheses"),
        [Expr::Array(array)] => complain_of_form(array.elems.iter(), &choices, call),
        [Expr::Reference(reference)] if matches!(*reference.expr, Expr::Array(_)) => {
            complain_of_form([].into_iter(), &choices, call);
        }
        [choice] if call.form == Form::Assigned => complain_of_form([choice].into_iter(), &choices, call),
        _ => choices.iter().enumerate().for_each(|(index, choice)| check(choice, choices.get(..index), call)),
    }
    choices
}

fn complain_of_form<'e>(meant: impl Iterator<Item = &'e Expr>, written: &[Expr], call: &mut Call) {
    let meant: Vec<String> = meant.filter_map(show).collect();
    let meant = if meant.is_empty() { "\"a\", \"b\"".to_owned() } else { meant.join(", ") };
    for value in written {
        call.complain_of(value, format!("`one_of` takes its choices in parentheses: write `one_of({meant})`"));
    }
}

fn check(choice: &Expr, before: Option<&[Expr]>, call: &mut Call) {
    let before = before.unwrap_or_default();
    if let Some(message) = describe_kind(choice) {
        call.complain_of(choice, message);
    } else if before.iter().any(|other| is_same(choice, other)) {
        let shown = show(choice).unwrap_or_default();
        call.complain_of(choice, format!("`{shown}` is given twice: remove one of them"));
    } else if before.iter().any(|other| is_of_other_kind(choice, other)) {
        call.complain_of(choice, "a field has strings or integers, not both: write choices of one kind");
    }
}

/// Why it is no choice.
fn describe_kind(choice: &Expr) -> Option<&'static str> {
    match choice {
        Expr::Lit(ExprLit { lit: Lit::Float(_), .. }) => {
            Some("`one_of` takes strings or integers: for floats there is `range`")
        }
        Expr::Lit(ExprLit { lit: Lit::Str(_), .. }) => None,
        Expr::Binary(binary) if matches!(binary.op, BinOp::BitOr(_) | BinOp::Or(_)) => {
            Some("choices have commas between them: write `one_of(\"a\", \"b\")`")
        }
        choice if is_other_literal(choice) => Some("`one_of` takes strings or integers: write `one_of(\"a\", \"b\")`"),
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
