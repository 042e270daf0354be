//! `json_string`: the value is read from the contents of a string.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};

use crate::{attributes::raw::Field, errors::Errors, spans, table::Key, types};

pub(crate) struct JsonString {
    /// The span of the attribute.
    span: Span,
    /// Whether null needs no quotes.
    optional: bool,
}

impl JsonString {
    pub(super) fn check(field: &Field<'_>, errors: &mut Errors) -> Option<Self> {
        let span = field.entries.get(Key::JsonString)?.span;
        if let Some(lifetime) =
            find_borrow(field.ty.to_token_stream()).filter(|_| types::find_static(field.ty).is_none())
        {
            let message = "the contents of a `json_string` are not kept, so that nothing can borrow from them: use an owned \
                           type such as `String`";
            errors.add(lifetime, message);
        }
        Some(Self { span, optional: types::is_option(field.ty) })
    }

    /// The call that reads the value, with a function that reads it from the contents.
    pub(super) fn emit(&self, decode: &TokenStream) -> TokenStream {
        let span = spans::at(self.span);
        if self.optional {
            quote_spanned!(span=> __rt::json_string_or_null(__reader, #decode))
        } else {
            quote_spanned!(span=> __rt::json_string(__reader, #decode))
        }
    }
}

/// The span of the first reference, or lifetime other than `'static`, in the type.
fn find_borrow(tokens: TokenStream) -> Option<Span> {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let found = match &token {
            TokenTree::Punct(punct) if punct.as_char() == '&' => Some(punct.span()),
            TokenTree::Punct(punct) if punct.as_char() == '\'' => match tokens.peek() {
                Some(TokenTree::Ident(name)) if name != "static" => Some(name.span()),
                _ => None,
            },
            TokenTree::Group(group) => find_borrow(group.stream()),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}
