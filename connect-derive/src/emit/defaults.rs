//! What stands for a value that is not there.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use crate::{model::Default, spans};

/// Where a type without a default is complained of, by the call and by its argument alike.
pub(super) fn span_of(default: &Default<'_>) -> Span {
    match default {
        Default::Trait(span) => spans::at(*span),
        _ => spans::hidden(),
    }
}

/// A function that makes a default.
pub(super) fn emit_make(default: &Default<'_>) -> TokenStream {
    match default {
        Default::Trait(_) => quote_spanned!(span_of(default)=> __rt::Default::default),
        Default::Expr(expr) => quote!(|| #expr),
        Default::Call(path) => path.to_token_stream(),
    }
}
