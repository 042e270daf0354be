//! A struct or variant of one value, in whose place it is read.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{
    code::{ContentCode, claims_of, skipped},
    decoding, run_rules,
    slots::{Slot, Slots},
    validate,
};
use crate::{
    model::Absence,
    reading::{Decoder, emit::pass},
    spans,
};

pub(super) fn emit(slots: &Slots<'_>) -> ContentCode {
    let Some(slot) = slots.read.first() else { return empty() };
    ContentCode {
        items: run_rules::define(slots).unwrap_or_default(),
        decode: emit_decode(slots, slot),
        absent: emit_absent(slots, slot),
        claims: slot.field.reading.is_by_type().then(|| claims_of(slot)),
        takes: emit_takes(slot),
        validate: validate::emit_value(slots, slot).unwrap_or_default(),
    }
}

/// A newtype without a value is an error, for which no code is generated.
fn empty() -> ContentCode {
    let nothing = TokenStream::new;
    ContentCode {
        items: nothing(),
        decode: nothing(),
        absent: None,
        claims: None,
        takes: nothing(),
        validate: nothing(),
    }
}

/// The items of `Decode` that the newtype has from the type of its value.
pub(super) fn emit_methods(slots: &Slots<'_>, absent: Option<&TokenStream>) -> TokenStream {
    let Some(slot) = slots.read.first() else { return TokenStream::new() };
    let (ty, access, model) = (slot.field.ty, slots.access(slot), slots.owner.model());
    let optional = match slot.field.absence {
        Absence::None => quote!(true),
        _ if slot.field.reading.is_by_type() => spans::of_decode(ty, "OPTIONAL"),
        _ => quote!(false),
    };
    let absent = absent.map(|absent| {
        quote_spanned! {spans::hidden()=>
            fn absent() -> __rt::Option<#model> {
                #absent
            }
        }
    });
    let to_key = spans::of_decode(ty, "to_key");
    let key = slot.field.reading.is_by_type().then(|| {
        quote_spanned! {spans::hidden()=>
            fn to_key(&self) -> __rt::String {
                #to_key(#access)
            }
        }
    });
    quote!(const OPTIONAL: ::core::primitive::bool = #optional; #absent #key)
}

fn emit_takes(slot: &Slot<'_>) -> TokenStream {
    let reading = &slot.field.reading;
    if reading.widens() || !matches!(reading.decoder, Decoder::Type) {
        return quote!(true);
    }
    let takes = spans::of_decode(slot.field.ty, "takes");
    quote_spanned!(spans::hidden()=> #takes(__first))
}

fn emit_decode(slots: &Slots<'_>, slot: &Slot<'_>) -> TokenStream {
    let (decoding, build, rules) =
        (decoding::of(slots, slot), emit_build(slots, slot), run_rules::function(slots, slot));
    let checks = run_rules::emit_checks(&slots.record.checks, "__model", &quote!(&[]));
    if rules.is_none() && checks.is_none() {
        let arguments = quote_spanned!(spans::hidden()=> __reader, #build);
        return pass("decode_into", &arguments, slot.field.ty, &decoding);
    }
    let rules = rules.map(|rules| {
        let call = quote_spanned!(spans::hidden()=> #rules(__value, __problems););
        run_rules::secretly(slot, call)
    });
    let arguments = quote_spanned! {spans::hidden()=>
        __reader, |__value, __problems| { #rules }, #build, |__model, __problems| { #checks }
    };
    pass("decode_newtype", &arguments, slot.field.ty, &decoding)
}

/// A function from the value to the newtype.
fn emit_build(slots: &Slots<'_>, slot: &Slot<'_>) -> TokenStream {
    let (constructor, member, skipped) = (slots.owner.constructor(), &slot.field.member, skipped(slots));
    quote_spanned!(spans::hidden()=> |__value| #constructor { #member: __value, #skipped })
}

fn emit_absent(slots: &Slots<'_>, slot: &Slot<'_>) -> Option<TokenStream> {
    let (absent, build) = (spans::of_decode(slot.field.ty, "absent"), emit_build(slots, slot));
    match slot.field.absence {
        Absence::None => Some(quote_spanned!(spans::hidden()=> __rt::Some(__rt::None).map(#build))),
        _ if slot.field.reading.is_by_type() => Some(quote_spanned!(spans::hidden()=> #absent().map(#build))),
        _ => None,
    }
}
