//! Fields whose keys stand among those of the struct around.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::slots::{Slot, Slots};
use crate::{paths, types};

/// `Record::offer`, if there is a flattened field. Maps come last, since they take every key.
pub(super) fn emit_offer(slots: &Slots<'_>) -> Option<TokenStream> {
    let (maps, others): (Vec<_>, Vec<_>) = slots.flattened.iter().partition(|slot| types::is_map(slot.field.ty));
    let offers: Vec<_> = others.into_iter().chain(maps).map(emit_offer_to).collect();
    let (ty, clashes) = (slots.ty(), emit_clashes(slots).filter(|_| slots.is_generic()));
    (!offers.is_empty()).then(|| {
        quote_spanned! {paths::hidden()=>
            fn offer(
                __slots: &mut #ty,
                __entry: &__rt::Entry<'_>,
                __reader: &mut __rt::Reader<'__de>,
            ) -> __rt::Result<::core::primitive::bool, __rt::Failure> {
                #clashes
                __rt::Ok(#(#offers)||*)
            }
        }
    })
}

fn emit_offer_to(slot: &Slot<'_>) -> TokenStream {
    let (place, reading) = (slot.place(), &slot.field.reading);
    let arguments = quote_spanned!(paths::hidden()=> &mut #place, __entry, __reader);
    let mut offer = call(None, "offer_flat", &arguments, slot, "offer");
    for (asked, function) in [(reading.strict, quote!(strict)), (reading.sensitive, quote!(sensitive))] {
        if asked {
            offer = quote_spanned!(paths::hidden()=> __rt::#function(__reader, |__reader| #offer));
        }
    }
    quote!(#offer?)
}

/// The slot of a flattened field that took nothing yet.
pub(super) fn emit_empty(slot: &Slot<'_>) -> TokenStream {
    call(Some("Flat"), "new", &TokenStream::new(), slot, "slots")
}

/// Runs the rules of the models inside.
pub(super) fn emit_validation(access: &TokenStream, slot: &Slot<'_>) -> TokenStream {
    let arguments = quote_spanned!(paths::hidden()=> #access, __problems);
    call(None, "validate_value", &arguments, slot, "validate_flat")
}

/// Whether an object of the field's type has a place for the key `__name`.
pub(super) fn emit_claims(slot: &Slot<'_>) -> TokenStream {
    call(None, "claims_with", &quote_spanned!(paths::hidden()=> __name), slot, "takes")
}

fn call(parent: Option<&str>, function: &str, arguments: &TokenStream, slot: &Slot<'_>, method: &str) -> TokenStream {
    paths::call_with_trait(parent, function, arguments, (slot.field.ty, "Flatten"), method)
}

/// Makes the field's value of what it took.
pub(super) fn emit_settle(slot: &Slot<'_>) -> TokenStream {
    let (place, reading) = (slot.place(), &slot.field.reading);
    let arguments = quote_spanned!(paths::hidden()=> __vacancy, &mut #place);
    let mut settle = call(Some("Vacancy"), "settle_flat", &arguments, slot, "finish");
    for (asked, method) in [(reading.strict, quote!(strict)), (reading.sensitive, quote!(sensitive))] {
        if asked {
            settle = quote_spanned!(paths::hidden()=> __vacancy.#method(|__vacancy| #settle));
        }
    }
    quote!(#settle;)
}

/// Items beside the implementations: the search for clashing names, which waits for the parameters of a generic model.
pub(super) fn emit_items(slots: &Slots<'_>) -> Option<TokenStream> {
    let clashes = emit_clashes(slots).filter(|_| !slots.is_generic())?;
    Some(quote!(const _: () = #clashes;))
}

/// Refuses keys that two would take, of which the second would not see it.
fn emit_clashes(slots: &Slots<'_>) -> Option<TokenStream> {
    let text = if slots.is_generic() { quote!('__de) } else { quote!('static) };
    let shape = slots.owner.shape_ident();
    let mut before = vec![quote!(__rt::Some(#shape))];
    let mut searches = Vec::new();
    for slot in &slots.flattened {
        let (ty, span) = (slot.field.ty, paths::at_type(slot.field.ty));
        let inner = quote_spanned!(span=> <#ty as __rt::Flatten<#text>>::SHAPE);
        searches.extend(before.iter().map(|outer| quote_spanned!(span=> __rt::refuse_clashes(#outer, #inner);)));
        before.push(inner);
    }
    (!searches.is_empty()).then(|| quote!(const { #(#searches)* }))
}
