//! Checks that literals are of the same kind as the values of the field. The compiler finds a mismatch as well, but it
//! reports the whole rule.

use syn::{Expr, Type};

use super::{
    literal::{as_string, is_float},
    number::Number,
};
use crate::{errors::Errors, types};

/// Checks the literals of a rule for numbers. If the field is not a number, the compiler reports the whole rule.
pub(super) fn check_numbers<'e>(ty: Option<&Type>, literals: impl IntoIterator<Item = &'e Expr>, errors: &mut Errors) {
    let is_wrong = |literal: &&Expr| as_string(literal).is_some() || is_float(literal);
    if ty.is_some_and(types::is_integer) {
        refuse(literals.into_iter().filter(is_wrong), "the values are integers, so write an integer", errors);
    }
}

/// Checks the choices for a field of integers or strings.
pub(super) fn check_choices(ty: Option<&Type>, choices: &[Expr], errors: &mut Errors) {
    check_numbers(ty, choices, errors);
    if ty.is_some_and(types::is_text) {
        let numbers = choices.iter().filter(|choice| Number::of(choice).is_some());
        refuse(numbers, "the values are strings, so write a string", errors);
    }
}

fn refuse<'e>(literals: impl Iterator<Item = &'e Expr>, message: &str, errors: &mut Errors) {
    for literal in literals {
        errors.add_at(literal, message);
    }
}
