//! Emits the struct that holds what there is of a model.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{super::slots::Slots, field::Part, implement::implement};
use crate::{model::Companion, spans, types};

/// The definition of the struct, and the implementations next to those of the model.
pub(super) fn emit(slots: &Slots<'_>, companion: &Companion<'_>) -> (TokenStream, TokenStream) {
    let ident = &companion.ident;
    let (_, arguments, _) = slots.owner.target.generics.split_for_impl();
    let partial = quote!(#ident #arguments);
    let (members, parts): (Vec<_>, Vec<_>) =
        slots.all().map(|slot| (&slot.field.member, Part::of(slots, slot))).unzip();
    let converts = parts.iter().map(Part::emit_convert);
    let into_partial = quote_spanned!(spans::hidden()=> #ident { #(#members: #converts,)* });
    let read = quote_spanned!(spans::hidden()=> __parts.object::<Self>());
    let model = implement(slots.owner, &partial, &into_partial, Some(&read));
    let (default, record) = (implement_default(slots, companion, &partial), implement_record(slots, &partial));
    (define(slots, companion), quote!(#model #default #record))
}

fn define(slots: &Slots<'_>, companion: &Companion<'_>) -> TokenStream {
    let Companion { ident, derives, visibility, fields } = companion;
    let (params, _, condition) = slots.owner.target.generics.split_for_impl();
    let docs = format!("What there is of a `{}` in a text that may be cut off.", slots.owner.name());
    let derives = match derives {
        Some(derives) => quote!(#[derive(#(#derives),*)]),
        None => quote!(#[derive(::core::fmt::Debug)]),
    };
    let fields = slots.all().map(|slot| {
        let (member, ty) = (&slot.field.member, Part::of(slots, slot).field_type());
        let (visibility, docs) =
            fields.get(slot.order).map_or((None, &[][..]), |(visibility, docs)| (Some(visibility), docs));
        quote!(#(#docs)* #visibility #member: #ty,)
    });
    quote! {
        #[doc = #docs]
        #derives
        #[allow(deprecated, unused_qualifications)]
        #visibility struct #ident #params #condition {
            #(#fields)*
        }
    }
}

fn implement_default(slots: &Slots<'_>, companion: &Companion<'_>, partial: &TokenStream) -> TokenStream {
    let (params, _, condition) = slots.owner.target.generics.split_for_impl();
    let ident = &companion.ident;
    let fields = slots.all().map(|slot| {
        let (member, (_, end)) = (&slot.field.member, spans::ends(slot.field.ty));
        quote_spanned!(end=> #member: __rt::None,)
    });
    quote_spanned! {spans::hidden()=>
        #[automatically_derived]
        impl #params __rt::Default for #partial #condition {
            fn default() -> Self {
                #ident { #(#fields)* }
            }
        }
    }
}

/// Implements `PartialRecord`: a key is the model's own, or that of a flattened field; a map takes what is left.
fn implement_record(slots: &Slots<'_>, partial: &TokenStream) -> TokenStream {
    let (params, _, condition) = slots.owner.target.generics.split_for_impl();
    let (model, shape) = (slots.owner.model(), slots.owner.shape_ident());
    let arms = slots.read.iter().map(|slot| {
        let (member, index, read) = (&slot.field.member, slot.index, Part::of(slots, slot).emit_read_field());
        let place = quote_spanned!(spans::at_type(slot.field.ty)=> __partial.#member);
        quote_spanned!(spans::hidden()=> __rt::Some(#index) => { #place = #read; __rt::Ok(true) })
    });
    let (maps, others): (Vec<_>, Vec<_>) = slots.flattened.iter().partition(|slot| types::is_map(slot.field.ty));
    let offers = others.into_iter().chain(maps).map(|slot| Part::of(slots, slot).emit_take());
    quote_spanned! {spans::hidden()=>
        #[automatically_derived]
        impl #params __rt::PartialRecord for #model #condition {
            fn take_part(
                __partial: &mut #partial,
                __name: &::core::primitive::str,
                __parts: &mut __rt::Parts<'_, '_>,
            ) -> __rt::Result<::core::primitive::bool, __rt::Failure> {
                match #shape.index_of(__name) {
                    #(#arms)*
                    _ => __rt::Ok(false #(|| #offers)*),
                }
            }
        }
    }
}
