//! Adds suffixes to the numbers that a rule compares with: the type of a literal without one is unknown, so it gets the
//! widest.

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{BinOp, Expr, ExprLit, ExprUnary, Lit, LitFloat, LitInt, UnOp};

use crate::spans;

/// The expression; its literals get suffixes if it consists of nothing else.
pub(super) fn emit(expr: &Expr) -> TokenStream {
    emit_literals(expr).unwrap_or_else(|| expr.to_token_stream())
}

/// The expression with suffixes; `None` if it does not consist of literals without them.
fn emit_literals(expr: &Expr) -> Option<TokenStream> {
    add_suffixes(expr, integer_suffix([expr]))
}

/// All expressions, with suffixes of one type if they consist of literals without them.
pub(super) fn emit_all(exprs: &[Expr]) -> Vec<TokenStream> {
    let suffix = integer_suffix(exprs);
    let literals: Option<Vec<_>> = exprs.iter().map(|expr| add_suffixes(expr, suffix)).collect();
    literals.unwrap_or_else(|| exprs.iter().map(ToTokens::to_token_stream).collect())
}

/// The type that can hold all the integers.
fn integer_suffix<'e>(exprs: impl IntoIterator<Item = &'e Expr>) -> &'static str {
    if exprs.into_iter().any(is_huge) { "u128" } else { "i128" }
}

fn is_huge(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => number.base10_parse::<i128>().is_err(),
        Expr::Binary(binary) => is_huge(&binary.left) || is_huge(&binary.right),
        Expr::Paren(paren) => is_huge(&paren.expr),
        Expr::Group(group) => is_huge(&group.expr),
        _ => false,
    }
}

fn add_suffixes(expr: &Expr, suffix: &str) -> Option<TokenStream> {
    match expr {
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) if number.suffix().is_empty() => {
            let text = format!("{}{suffix}", number.base10_digits());
            Some(LitInt::new(&text, spans::at(number.span())).to_token_stream())
        }
        Expr::Lit(ExprLit { lit: Lit::Float(number), .. }) if number.suffix().is_empty() => {
            let text = format!("{}f64", number.base10_digits());
            Some(LitFloat::new(&text, spans::at(number.span())).to_token_stream())
        }
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.to_token_stream()),
        Expr::Unary(ExprUnary { op: minus @ UnOp::Neg(_), expr, .. }) => {
            let operand = add_suffixes(expr, suffix)?;
            Some(quote!(#minus #operand))
        }
        Expr::Binary(binary) if is_arithmetic(&binary.op) => {
            let (left, right) = (add_suffixes(&binary.left, suffix)?, add_suffixes(&binary.right, suffix)?);
            let op = &binary.op;
            Some(quote!(#left #op #right))
        }
        Expr::Paren(paren) => add_suffixes(&paren.expr, suffix).map(|inside| quote!((#inside))),
        // An expression that a macro passed on keeps its precedence.
        Expr::Group(group) => {
            let inside = add_suffixes(&group.expr, suffix)?;
            Some(if matches!(*group.expr, Expr::Binary(_)) { quote!((#inside)) } else { inside })
        }
        _ => None,
    }
}

/// The type that the literals get; `None` where [`emit_literals`] is `None`.
pub(super) fn literal_type(expr: &Expr) -> Option<TokenStream> {
    let first = first_literal(emit_literals(expr)?)?;
    match Lit::new(first) {
        Lit::Int(number) => number.suffix().parse().ok(),
        Lit::Float(number) => number.suffix().parse().ok(),
        _ => Some(quote!(&'static ::core::primitive::str)),
    }
}

fn first_literal(tokens: TokenStream) -> Option<Literal> {
    tokens.into_iter().find_map(|tree| match tree {
        TokenTree::Literal(literal) => Some(literal),
        TokenTree::Group(group) => first_literal(group.stream()),
        _ => None,
    })
}

fn is_arithmetic(op: &BinOp) -> bool {
    matches!(op, BinOp::Add(_) | BinOp::Sub(_) | BinOp::Mul(_) | BinOp::Div(_) | BinOp::Rem(_) | BinOp::Shl(_))
}

#[cfg(test)]
mod tests {
    use syn::Expr;

    fn emit(text: &str) -> String {
        let expr: Expr = syn::parse_str(text).unwrap();
        super::emit(&expr).to_string().replace(' ', "")
    }

    #[test]
    fn literals_without_a_suffix_get_the_widest_type() {
        assert_eq!(emit("0xff"), "255i128");
        assert_eq!(emit("-(1_000 << 2)"), "-(1000i128<<2i128)");
        assert_eq!(emit("1.5e3"), "1.5e3f64");
        assert_eq!(emit(&i128::MIN.to_string()), format!("{}i128", i128::MIN));
        assert_eq!(emit(&u128::MAX.to_string()), format!("{}u128", u128::MAX));
        assert_eq!(emit(&format!("{} - 1", u128::MAX)), format!("{}u128-1u128", u128::MAX));
    }

    #[test]
    fn other_expressions_stay_unchanged() {
        for text in ["LIMIT-1", "u8::MAX", "5u8+1", "limit()"] {
            assert_eq!(emit(text), text);
        }
    }
}
