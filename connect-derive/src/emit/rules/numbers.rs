//! Numbers that a rule compares with. A literal without a suffix would be of a type that the value's does not tell, so it
//! gets the widest.

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{BinOp, Expr, ExprLit, Lit, LitFloat, LitInt, UnOp};

use crate::paths;

/// The expression, its literals with suffixes if it has nothing else.
pub(super) fn emit(expr: &Expr) -> TokenStream {
    emit_literals(expr).unwrap_or_else(|| expr.to_token_stream())
}

/// The expression with suffixes; none if it does not consist of literals without them.
pub(super) fn emit_literals(expr: &Expr) -> Option<TokenStream> {
    match expr {
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) if number.suffix().is_empty() => {
            let suffix = if number.base10_parse::<i128>().is_ok() { "i128" } else { "u128" };
            Some(suffixed(number, suffix))
        }
        Expr::Lit(ExprLit { lit: Lit::Float(number), .. }) if number.suffix().is_empty() => {
            let text = format!("{}f64", number.base10_digits());
            Some(LitFloat::new(&text, paths::at(number.span())).to_token_stream())
        }
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.to_token_stream()),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => {
            let minus = &unary.op;
            let operand = match &*unary.expr {
                Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) if number.suffix().is_empty() => {
                    suffixed(number, "i128")
                }
                operand => emit_literals(operand)?,
            };
            Some(quote!(#minus #operand))
        }
        Expr::Binary(binary) if is_arithmetic(&binary.op) => {
            let (left, op, right) = (emit_literals(&binary.left)?, &binary.op, emit_literals(&binary.right)?);
            Some(quote!(#left #op #right))
        }
        Expr::Paren(paren) => emit_literals(&paren.expr).map(|inside| quote!((#inside))),
        Expr::Group(group) => emit_literals(&group.expr),
        _ => None,
    }
}

/// The type that the literals get; none where [`emit_literals`] gives none.
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

fn suffixed(number: &LitInt, suffix: &str) -> TokenStream {
    LitInt::new(&format!("{}{suffix}", number.base10_digits()), paths::at(number.span())).to_token_stream()
}

fn is_arithmetic(op: &BinOp) -> bool {
    matches!(op, BinOp::Add(_) | BinOp::Sub(_) | BinOp::Mul(_) | BinOp::Div(_) | BinOp::Rem(_) | BinOp::Shl(_))
}

#[cfg(test)]
mod tests {
    use syn::{Expr, parse_quote};

    fn emit(expr: Expr) -> String {
        super::emit(&expr).to_string().replace(' ', "")
    }

    #[test]
    fn literals_without_a_suffix_get_the_widest_type() {
        assert_eq!(emit(parse_quote!(0xff)), "255i128");
        assert_eq!(emit(parse_quote!(-(1_000 << 2))), "-(1000i128<<2i128)");
        assert_eq!(emit(parse_quote!(1.5e3)), "1.5e3f64");
        assert_eq!(emit(parse_quote!(-170141183460469231731687303715884105728)), "-170141183460469231731687303715884105728i128");
        assert_eq!(emit(parse_quote!(340282366920938463463374607431768211455)), "340282366920938463463374607431768211455u128");
    }

    #[test]
    fn expressions_of_other_types_stay_as_they_are() {
        for text in ["LIMIT-1", "u8::MAX", "5u8+1", "limit()"] {
            assert_eq!(emit(syn::parse_str(text).unwrap()), text);
        }
    }
}
