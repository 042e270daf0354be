//! Emits the code for a flattened enum: a record without fields of its own, which is offered the keys of the struct's
//! object.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use super::{code::EnumCode, decode};
use crate::{
    emit::{
        bounds::{decoding_params, where_clause},
        input::Input,
    },
    model::{Bounds, Tagging, Target},
    spans,
};

pub(super) fn emit(code: &EnumCode<'_>) -> TokenStream {
    implement(code.target, code.bounds, &emit_offer(code), &emit_fill_absent(code))
}

/// Implements `Record` for a unit-only enum, whose variant is a key with null.
pub(in crate::emit) fn implement_unit_only(target: &Target<'_>) -> TokenStream {
    let offer = quote_spanned!(spans::hidden()=> __slots.offer_named(__entry, __reader, __NAMES));
    implement(target, &Bounds::default(), &offer, &emit_fill_named())
}

fn implement(target: &Target<'_>, bounds: &Bounds<'_>, offer: &TokenStream, fill_absent: &TokenStream) -> TokenStream {
    let (ident, (_, arguments, _), name) =
        (target.ident, target.generics.split_for_impl(), target.ident.unraw().to_string());
    let (params, condition) = (decoding_params(target), where_clause(target, bounds, Input::Decoded));
    let model = quote!(#ident #arguments);
    quote_spanned! {spans::hidden()=>
        #[automatically_derived]
        impl #params __rt::Record<'__de> for #model #condition {
            type Model = #model;
            type Slots = __rt::FlattenedEnum<#model>;
            const SHAPE: &'static __rt::Shape = &__rt::Shape::empty(#name);
            fn slots() -> __rt::FlattenedEnum<#model> {
                __rt::FlattenedEnum::new()
            }
            fn offer(
                __slots: &mut __rt::FlattenedEnum<#model>,
                __entry: &__rt::Entry<'_>,
                __reader: &mut __rt::Reader<'__de>,
            ) -> __rt::Result<::core::primitive::bool, __rt::Failure> {
                #offer
            }
            fn fill_absent(__slots: &mut __rt::FlattenedEnum<#model>, __absent: &mut __rt::AbsentFields<'_, '__de>) {
                #fill_absent
            }
            fn build(__slots: __rt::FlattenedEnum<#model>) -> __rt::Result<#model, __rt::Failure> {
                __slots.build()
            }
        }
    }
}

fn emit_offer(code: &EnumCode<'_>) -> TokenStream {
    match code.tagging {
        Tagging::External => {
            let read = decode::emit_read(code);
            quote_spanned!(spans::hidden()=> __slots.offer_external(__entry, __reader, __NAMES, #read))
        }
        Tagging::Internal { tag, .. } => {
            let arms = code.arms(|content| content.claims.as_ref());
            quote_spanned! {spans::hidden()=>
                __slots.offer_tagged(__entry, __reader, __NAMES, #tag, |__variant, __name| match __variant {
                    #arms
                    _ => false,
                })
            }
        }
        Tagging::Adjacent { tag, content } => quote_spanned! {spans::hidden()=>
            __slots.offer_tagged(__entry, __reader, __NAMES, #tag, |_, __name| __name == #content)
        },
        Tagging::Untagged => {
            let claims = emit_claims(code);
            quote_spanned!(spans::hidden()=> __slots.offer_untagged(__entry, __reader, |__name| #claims))
        }
    }
}

fn emit_fill_absent(code: &EnumCode<'_>) -> TokenStream {
    match code.tagging {
        Tagging::External => emit_fill_named(),
        _ => quote_spanned!(spans::hidden()=> __slots.fill_absent(__absent)),
    }
}

fn emit_fill_named() -> TokenStream {
    quote_spanned!(spans::hidden()=> __slots.fill_absent_external(__absent, __NAMES))
}

/// Whether an object of the enum may have the key `__name`.
pub(super) fn emit_claims(code: &EnumCode<'_>) -> TokenStream {
    let of_variants = code.all().filter_map(|(_, content)| content.claims.as_ref());
    match code.tagging {
        Tagging::External => quote_spanned!(spans::hidden()=> __NAMES.has(__name)),
        Tagging::Internal { tag, .. } => quote_spanned!(spans::hidden()=> __name == #tag #(|| #of_variants)*),
        Tagging::Adjacent { .. } => quote_spanned!(spans::hidden()=> __ADJACENT.has(__name)),
        Tagging::Untagged => quote_spanned!(spans::hidden()=> false #(|| #of_variants)*),
    }
}
