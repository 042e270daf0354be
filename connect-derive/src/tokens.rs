//! Steps through a comma-separated list.

use proc_macro2::TokenTree;
use syn::{Token, parse::ParseStream};

/// Whether the current item has no tokens left.
pub(crate) fn is_at_end(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}

pub(crate) fn skip_to_comma(input: ParseStream<'_>) {
    while !is_at_end(input) {
        // The input isn't empty, so this can't fail.
        let _ = input.parse::<TokenTree>();
    }
}

pub(crate) fn skip_past_comma(input: ParseStream<'_>) {
    skip_to_comma(input);
    let _ = input.parse::<Token![,]>();
}
