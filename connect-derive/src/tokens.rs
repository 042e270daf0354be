//! Steps through a list separated by commas.

use proc_macro2::TokenTree;
use syn::{Token, parse::ParseStream};

/// Whether nothing is left of the current item.
pub(crate) fn is_at_end(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}

pub(crate) fn skip_to_comma(input: ParseStream<'_>) {
    while !is_at_end(input) {
        // There is a token tree, so parsing one does not fail.
        let _ = input.parse::<TokenTree>();
    }
}

pub(crate) fn skip_past_comma(input: ParseStream<'_>) {
    skip_to_comma(input);
    let _ = input.parse::<Token![,]>();
}
