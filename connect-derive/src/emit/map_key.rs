//! Implements `MapKey` for models: unit-only enums, newtypes, and enums that are read from a string.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::ext::IdentExt;

use crate::{model::Target, spans};

/// Implements `MapKey` under the conditions of the `inner` values. These are for every lifetime, which delays their
/// check until a map has keys of this type.
pub(super) fn implement(target: &Target<'_>, inner: &[TokenStream], to_key: &TokenStream) -> TokenStream {
    let (ident, (params, arguments, condition)) = (target.ident, target.generics.split_for_impl());
    let predicates = condition.iter().flat_map(|condition| &condition.predicates);
    quote_spanned! {spans::hidden()=>
        #[automatically_derived]
        impl #params __rt::MapKey for #ident #arguments
        where
            #(#predicates,)*
            #(for<'__any> #inner,)*
        {
            fn to_key(&self) -> __rt::Cow<'_, ::core::primitive::str> {
                #to_key
            }
        }
    }
}

/// The body of `to_key` for an enum, with one arm for each variant that is read.
pub(super) fn match_self(target: &Target<'_>, arms: &[TokenStream]) -> TokenStream {
    // A variant that is never read has no name in JSON.
    let name = target.ident.unraw().to_string();
    quote_spanned! {spans::hidden()=>
        match self {
            #(#arms)*
            #[allow(unreachable_patterns)]
            _ => __rt::Cow::Borrowed(#name),
        }
    }
}
