//! Literals that values of the field's type can't be compared with. The compiler finds those of any type, but says so at
//! the rule as a whole.

use syn::{Expr, Type};

use super::{
    literal::{as_string, is_float},
    number::Number,
};
use crate::{errors::Errors, types};

/// What a field of integers is measured by. A rule for numbers on anything else is the compiler's to refuse, as a whole.
pub(super) fn check_numbers<'e>(ty: Option<&Type>, literals: impl IntoIterator<Item = &'e Expr>, errors: &mut Errors) {
    let is_wrong = |literal: &&Expr| as_string(literal).is_some() || is_float(literal);
    if ty.is_some_and(types::is_integer) {
        refuse(literals.into_iter().filter(is_wrong), "the values are integers, so write an integer", errors);
    }
}

/// What a field of integers or strings is chosen from.
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
