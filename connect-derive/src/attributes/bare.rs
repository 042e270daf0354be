//! Parses names of variants that are written without quotes: integers and bools.

use proc_macro2::Span;
use syn::{LitBool, LitInt, Token, parse::ParseStream, spanned::Spanned};

use super::raw::Value;

/// Whether `=` and such a name come next.
pub(super) fn comes_next(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    ahead.parse::<Token![=]>().is_ok()
        && (ahead.peek(LitInt) || ahead.peek(LitBool) || (ahead.peek(Token![-]) && ahead.peek2(LitInt)))
}

pub(super) fn parse(input: ParseStream<'_>) -> syn::Result<Value> {
    input.parse::<Token![=]>()?;
    if input.peek(LitBool) {
        let LitBool { value, span } = input.parse()?;
        return Ok(Value::Bare(value.to_string(), span));
    }
    let minus = input.parse::<Token![-]>().ok();
    let literal = input.parse::<LitInt>()?;
    let span = minus.and_then(|minus| minus.span().join(literal.span())).unwrap_or(literal.span());
    let size = literal.base10_parse::<u128>().map_err(|_| describe(span, "the integer is too big for a name"))?;
    if !literal.suffix().is_empty() {
        return Err(describe(span, &format!("a name has no type: remove `{}`", literal.suffix())));
    }
    let sign = if minus.is_some() && size > 0 { "-" } else { "" };
    Ok(Value::Bare(format!("{sign}{size}"), span))
}

fn describe(span: Span, message: &str) -> syn::Error {
    syn::Error::new(span, message)
}
