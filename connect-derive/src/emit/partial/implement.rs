//! Emits the implementation of `PartialModel`.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::super::owner::RecordOwner;
use crate::spans;

/// The implementation with this type of what there is, the body of `into_partial`, and that of `read_part` if it is not
/// the trait's own.
pub(super) fn implement(
    owner: RecordOwner<'_>,
    partial: &TokenStream,
    into_partial: &TokenStream,
    read: Option<&TokenStream>,
) -> TokenStream {
    let (params, _, condition) = owner.target.generics.split_for_impl();
    let model = owner.model();
    let read = read.map(|read| {
        quote_spanned! {spans::hidden()=>
            fn read_part(__parts: &mut __rt::Parts<'_, '_>) -> __rt::Part<#partial> {
                #read
            }
        }
    });
    quote_spanned! {spans::hidden()=>
        #[automatically_derived]
        impl #params __rt::PartialModel for #model #condition {
            type Partial = #partial;
            fn into_partial(self) -> #partial {
                #into_partial
            }
            #read
        }
    }
}
