//! Literals that values of the field's type can't be compared with. The compiler finds those of any type, but says so at
//! the rule as a whole.

use syn::{Expr, ExprLit, Lit, Type};

use crate::{errors::Errors, number::Number, types};

pub(super) fn check<'e>(ty: Option<&Type>, literals: impl IntoIterator<Item = &'e Expr>, errors: &mut Errors) {
    let Some(ty) = ty else { return };
    for literal in literals {
        let message = match (is_text(literal), is_float(literal)) {
            (true, _) | (_, true) if types::is_integer(ty) => "the values are integers, so write an integer",
            (false, _) if types::is_text(ty) && Number::of(literal).is_some() => {
                "the values are strings, so write a string"
            }
            _ => continue,
        };
        errors.push(syn::Error::new_spanned(literal, message));
    }
}

fn is_text(literal: &Expr) -> bool {
    matches!(literal, Expr::Lit(ExprLit { lit: Lit::Str(_), .. }))
}

fn is_float(literal: &Expr) -> bool {
    match literal {
        Expr::Lit(ExprLit { lit: Lit::Float(_), .. }) => true,
        Expr::Unary(unary) => is_float(&unary.expr),
        _ => false,
    }
}
