//! Puts a struct together from its slots.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::slots::{Slot, Slots};
use crate::{
    model::{Absence, Default, Field},
    paths,
};

/// The body of `Record::build`.
pub(super) fn emit(slots: &Slots<'_>) -> TokenStream {
    if slots.record.default.is_none() {
        return from_fields(slots);
    }
    let (whole, fields) = (slots.whole(paths::hidden()), overwrite(slots));
    let parts =
        if slots.has_skipped_of_container() { quote!(__rt::Err(__rt::Failure::Invalid)) } else { from_fields(slots) };
    quote_spanned! {paths::hidden()=>
        let __rt::Some(mut __model) = #whole else {
            return #parts;
        };
        #fields
        __rt::Ok(__model)
    }
}

fn from_fields(slots: &Slots<'_>) -> TokenStream {
    let ident = slots.target.ident;
    let read = slots.read.iter().map(|slot| (slot.field.ident, slot.value.to_token_stream()));
    let skipped = slots.record.fields.iter().filter(|field| field.wire.is_none());
    let skipped = skipped.map(|field| (field.ident, emit_skipped(field)));
    let (members, values): (Vec<_>, Vec<_>) = read.chain(skipped).unzip();
    let bound = slots.read.iter().map(|slot| &slot.value);
    let otherwise = (!slots.read.is_empty()).then(|| quote!(_ => __rt::Err(__rt::Failure::Invalid),));
    quote_spanned! {paths::hidden()=>
        match __slots {
            __Slots(#(__rt::Slot::Read(#bound),)* ..) => __rt::Ok(#ident { #(#members: #values,)* }),
            #otherwise
        }
    }
}

/// A model of the container's default gets what was read: a field can't be moved out of it if it implements `Drop`.
fn overwrite(slots: &Slots<'_>) -> TokenStream {
    let read = slots.read.iter().map(overwrite_field);
    let skipped = slots.record.fields.iter().filter(|field| field.wire.is_none());
    let skipped = skipped.filter(|field| !matches!(field.absence, Absence::OfContainer)).map(|field| {
        let (ident, value) = (field.ident, emit_skipped(field));
        quote_spanned!(paths::hidden()=> __model.#ident = #value;)
    });
    quote!(#(#read)* #(#skipped)*)
}

fn overwrite_field(slot: &Slot<'_>) -> TokenStream {
    let (place, ident) = (slot.place(), slot.field.ident);
    let absent = matches!(slot.field.absence, Absence::OfContainer).then(|| quote!(__rt::Slot::Absent => {}));
    quote_spanned! {paths::hidden()=>
        match #place {
            __rt::Slot::Read(__value) => __model.#ident = __value,
            #absent
            _ => return __rt::Err(__rt::Failure::Invalid),
        }
    }
}

fn emit_skipped(field: &Field<'_>) -> TokenStream {
    match &field.absence {
        Absence::Default(Default::Expr(expr)) => expr.to_token_stream(),
        Absence::Default(Default::Call(path)) => quote!(#path()),
        _ => quote_spanned!(paths::at_type(field.ty)=> __rt::Default::default()),
    }
}
