//! Literals among the arguments of a rule.

use quote::ToTokens;
use syn::{Expr, ExprLit, Lit, LitStr};

pub(super) fn as_string(value: &Expr) -> Option<&LitStr> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text),
        _ => None,
    }
}

pub(super) fn is_float(value: &Expr) -> bool {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Float(_), .. }) => true,
        Expr::Unary(unary) => is_float(&unary.expr),
        _ => false,
    }
}

/// Whether it is a literal other than a number.
pub(super) fn is_non_number(value: &Expr) -> bool {
    match value {
        Expr::Lit(ExprLit { lit, .. }) => !matches!(lit, Lit::Int(_) | Lit::Float(_)),
        _ => false,
    }
}

/// The value as the user wrote it, if that is short.
pub(super) fn show(value: &Expr) -> Option<String> {
    match value {
        Expr::Unary(unary) => Some(format!("-{}", show(&unary.expr)?)),
        Expr::Path(path) => Some(path.to_token_stream().to_string().replace(' ', "")),
        Expr::Lit(literal) => Some(literal.to_token_stream().to_string()),
        Expr::Paren(paren) => show(&paren.expr),
        _ => None,
    }
}
