//! Emits the code that builds a struct from its slots.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::{
    flatten,
    slots::{Slot, Slots},
};
use crate::{
    defaults::Default,
    model::{Absence, Field},
    spans,
};

/// The body of `Record::build`.
pub(super) fn emit(slots: &Slots<'_>) -> TokenStream {
    if slots.record.default.is_none() {
        return from_fields(slots);
    }
    let (whole, fields) = (slots.whole(spans::hidden()), overwrite(slots));
    let parts =
        if slots.has_skipped_of_container() { quote!(__rt::Err(__rt::Failure::Invalid)) } else { from_fields(slots) };
    quote_spanned! {spans::hidden()=>
        let __rt::Some(mut __model) = #whole else {
            return #parts;
        };
        #fields
        __rt::Ok(__model)
    }
}

fn from_fields(slots: &Slots<'_>) -> TokenStream {
    let constructor = slots.owner.constructor();
    let read = slots.all().map(|slot| (&slot.field.member, slot.value.to_token_stream()));
    let skipped = slots.skipped().map(|field| (&field.member, emit_skipped(field)));
    let (members, values): (Vec<_>, Vec<_>) = read.chain(skipped).unzip();
    let bound = slots.read.iter().map(|slot| &slot.value);
    let flattened = slots.flattened.iter().map(flatten::emit_pattern);
    let otherwise = slots.all().next().is_some().then(|| quote!(_ => __rt::Err(__rt::Failure::Invalid),));
    let read = slots.construct(&quote_spanned!(spans::hidden()=> #(__rt::Slot::Read(#bound),)* #(#flattened,)* ..));
    quote_spanned! {spans::hidden()=>
        match __slots {
            #read => __rt::Ok(#constructor { #(#members: #values,)* }),
            #otherwise
        }
    }
}

/// Assigns the values to the container's default: no field can be moved out of a model that implements `Drop`.
fn overwrite(slots: &Slots<'_>) -> TokenStream {
    let read = slots.all().map(overwrite_field);
    let skipped = slots.skipped().filter(|field| !matches!(field.absence, Absence::OfContainer)).map(|field| {
        let (member, value) = (&field.member, emit_skipped(field));
        quote_spanned!(spans::hidden()=> __model.#member = #value;)
    });
    quote!(#(#read)* #(#skipped)*)
}

fn overwrite_field(slot: &Slot<'_>) -> TokenStream {
    let (place, member) = (slot.place(), &slot.field.member);
    if slot.flattened {
        return quote_spanned! {spans::hidden()=>
            match #place.value {
                __rt::Slot::Read(__value) => __model.#member = __value,
                _ => return __rt::Err(__rt::Failure::Invalid),
            }
        };
    }
    let absent = matches!(slot.field.absence, Absence::OfContainer).then(|| quote!(__rt::Slot::Absent => {}));
    quote_spanned! {spans::hidden()=>
        match #place {
            __rt::Slot::Read(__value) => __model.#member = __value,
            #absent
            _ => return __rt::Err(__rt::Failure::Invalid),
        }
    }
}

pub(super) fn emit_skipped(field: &Field<'_>) -> TokenStream {
    let own = match &field.absence {
        Absence::Default(default) => default,
        Absence::OfType | Absence::Missing | Absence::None | Absence::OfContainer => &Default::Trait(spans::hidden()),
    };
    own.emit_value(field.ty)
}
