//! Fields whose keys stand among those of the struct around.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::slots::{Slot, Slots};
use crate::{paths, types};

/// `Record::offer`, if there is a flattened field. Maps come last, since they take every key.
pub(super) fn emit_offer(slots: &Slots<'_>) -> Option<TokenStream> {
    let (maps, others): (Vec<_>, Vec<_>) = slots.flattened.iter().partition(|slot| types::is_map(slot.field.ty));
    let offers: Vec<_> = others.into_iter().chain(maps).map(emit_offer_to).collect();
    let ty = slots.ty();
    (!offers.is_empty()).then(|| {
        quote_spanned! {paths::hidden()=>
            fn offer(
                __slots: &mut #ty,
                __entry: &__rt::Entry<'_>,
                __reader: &mut __rt::Reader<'__de>,
            ) -> __rt::Result<::core::primitive::bool, __rt::Failure> {
                __rt::Ok(#(#offers)||*)
            }
        }
    })
}

fn emit_offer_to(slot: &Slot<'_>) -> TokenStream {
    let (place, reading) = (slot.place(), &slot.field.reading);
    let mut offer = quote_spanned!(paths::hidden()=> #place.offer(__entry, __reader));
    for (asked, function) in [(reading.strict, quote!(strict)), (reading.sensitive, quote!(sensitive))] {
        if asked {
            offer = quote_spanned!(paths::hidden()=> __rt::#function(__reader, |__reader| #offer));
        }
    }
    quote!(#offer?)
}

/// Makes the field's value of what it took.
pub(super) fn emit_settle(slot: &Slot<'_>) -> TokenStream {
    let (place, reading) = (slot.place(), &slot.field.reading);
    let mut settle = quote_spanned!(paths::at_type(slot.field.ty)=> __vacancy.settle_flat(&mut #place));
    for (asked, method) in [(reading.strict, quote!(strict)), (reading.sensitive, quote!(sensitive))] {
        if asked {
            settle = quote_spanned!(paths::hidden()=> __vacancy.#method(|__vacancy| #settle));
        }
    }
    quote!(#settle;)
}
