//! `trim`, `lowercase` and `uppercase`: text is changed before the rules are checked.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;

use crate::{errors::Errors, spans};

/// One change of a text.
#[derive(Clone, Copy)]
pub(crate) struct Change {
    /// The name of the attribute, and of the runtime's function.
    pub(crate) name: &'static str,
    pub(crate) span: Span,
}

const NAMES: [&str; 3] = ["trim", "lowercase", "uppercase"];

impl Change {
    /// The change with this name.
    pub(super) fn of(name: &Ident) -> Option<Self> {
        let found = NAMES.iter().find(|known| name == *known)?;
        Some(Self { name: found, span: name.span() })
    }
}

/// Reports changes that are repeated or undo each other.
pub(crate) fn check(changes: &[Change], errors: &mut Errors) {
    for (index, change) in changes.iter().enumerate() {
        let before = changes.iter().take(index);
        for other in before {
            if other.name == change.name {
                errors.add(change.span, format!("`{}` is given twice: remove one of them", change.name));
            } else if other.name != "trim" && change.name != "trim" {
                let message = "a text can't be in lower and in upper case: remove `lowercase` or `uppercase`";
                errors.add(change.span, message);
            }
        }
    }
}

/// The call that changes what `decode`, a function, reads.
pub(crate) fn emit(changes: &[Change], decode: &TokenStream) -> TokenStream {
    let calls = changes.iter().map(|change| {
        let (span, name) = (spans::at(change.span), Ident::new(change.name, spans::at(change.span)));
        quote_spanned!(span=> __rt::text::#name(__text))
    });
    let (span, hidden) = (changes.first().map_or_else(spans::hidden, |first| spans::at(first.span)), spans::hidden());
    let change = quote_spanned!(hidden=> |__text| #(#calls)|*);
    quote_spanned!(span=> __rt::normalize(__reader, #change, #decode))
}
