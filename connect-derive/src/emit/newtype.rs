//! Emits the code for a struct or variant with a single value, which is read as this value.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{
    code::{ContentCode, claims_of, skipped},
    decoding, map_key,
    owner::RecordOwner,
    record, run_rules,
    slots::{Slot, Slots},
    validate,
};
use crate::{
    model::{Absence, Record},
    reading::{Decoder, emit::emit_call},
    spans, types,
};

pub(super) fn emit(slots: &Slots<'_>) -> ContentCode {
    let Some(slot) = slots.read.first() else { return empty() };
    ContentCode {
        items: run_rules::define(slots).unwrap_or_default(),
        decode: emit_decode(slots, slot),
        absent: emit_absent(slots, slot),
        claims: slot.field.reading.is_by_type().then(|| claims_of(slot)),
        may_start: emit_may_start(slots, slot),
        validate: validate::emit_value(slots, slot).unwrap_or_default(),
    }
}

/// A newtype without a value has been reported as an error, so no code is generated.
fn empty() -> ContentCode {
    let nothing = TokenStream::new;
    ContentCode {
        items: nothing(),
        decode: nothing(),
        absent: None,
        claims: None,
        may_start: nothing(),
        validate: nothing(),
    }
}

/// Implements `Record`, for a newtype that may be flattened: if its type reads the value, in whatever mode. The bound
/// of a newtype inside itself would never end.
pub(super) fn implement_record(owner: RecordOwner<'_>, record: &Record<'_>) -> Option<TokenStream> {
    let slots = Slots::of_flattened_newtype(owner, record);
    let field = slots.flattened.first()?.field;
    let is_plain = matches!(field.reading.decoder, Decoder::Type) && !field.reading.widens();
    let recurs = types::recurs(field.ty, owner.target.ident);
    let has_keys = !types::is_never_object(field.ty) && (!recurs || types::is_map(field.ty));
    (is_plain && has_keys).then(|| record::emit(&slots))
}

/// The items of `Decode` that the newtype takes from the type of its value.
pub(super) fn emit_methods(slots: &Slots<'_>, absent: Option<&TokenStream>) -> TokenStream {
    let Some(slot) = slots.read.first() else { return TokenStream::new() };
    let (ty, model) = (slot.field.ty, slots.owner.model());
    let optional = match slot.field.absence {
        Absence::None => quote!(true),
        // An `Option` of the newtype inside it has the null, which would else lead to the newtype again.
        _ if types::recurs(ty, slots.owner.target.ident) => quote!(false),
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
    quote!(const OPTIONAL: ::core::primitive::bool = #optional; #absent)
}

/// The value of `Decode::SPELLING`: that of the inner type, if it decodes the value.
pub(super) fn emit_spelling(slots: &Slots<'_>) -> TokenStream {
    let by_type = slots.read.first().filter(|slot| slot.field.reading.is_by_type());
    let Some(slot) = by_type else { return quote!(__rt::None) };
    let (ty, member, spelling) = (slot.field.ty, &slot.field.member, spans::of_decode(slot.field.ty, "SPELLING"));
    quote_spanned! {spans::hidden()=>
        match #spelling {
            __rt::Some(_) => __rt::Some(|__model| __rt::spell::<#ty>(&__model.#member)),
            __rt::None => __rt::None,
        }
    }
}

/// The key of a newtype is that of its value; if the value is read by `FromStr`, the key is its `Display` form. The
/// bound of a newtype inside itself would never end.
pub(super) fn implement_map_key(slots: &Slots<'_>) -> Option<TokenStream> {
    let slot = slots.read.first()?;
    let (ty, access, target) = (slot.field.ty, slots.access(slot), slots.owner.target);
    if types::recurs(ty, target.ident) {
        return None;
    }
    let (bound, to_key) = if let Decoder::FromStr { .. } = slot.field.reading.decoder {
        (quote!(#ty: __rt::Display), quote!(__rt::Cow::Owned(__rt::ToString::to_string(#access))))
    } else {
        (quote!(#ty: __rt::MapKey), quote!(<#ty as __rt::MapKey>::to_key(#access)))
    };
    Some(map_key::implement(target, &[bound], &to_key))
}

fn emit_may_start(slots: &Slots<'_>, slot: &Slot<'_>) -> TokenStream {
    let reading = &slot.field.reading;
    if types::recurs(slot.field.ty, slots.owner.target.ident)
        || reading.widens()
        || !matches!(reading.decoder, Decoder::Type)
    {
        return quote!(true);
    }
    let may_start = spans::of_decode(slot.field.ty, "may_start_with");
    quote_spanned!(spans::hidden()=> #may_start(__first))
}

fn emit_decode(slots: &Slots<'_>, slot: &Slot<'_>) -> TokenStream {
    let (decoding, build, rules) =
        (decoding::of(slots, slot), emit_build(slots, slot), run_rules::function(slots, slot));
    let checks = run_rules::emit_checks(&slots.record.checks, "__model", &quote!(&[]));
    if rules.is_none() && checks.is_none() {
        let value = decoding.emit_value(slot.field.ty);
        return quote_spanned!(spans::hidden()=> #value.map(#build));
    }
    let rules = rules.map(|rules| {
        let call = quote_spanned!(spans::hidden()=> #rules(__value, __problems););
        run_rules::with_redaction(slot, call)
    });
    let arguments = quote_spanned! {spans::hidden()=>
        __reader, |__value, __problems| { #rules }, #build, |__model, __problems| { #checks }
    };
    emit_call("decode_newtype", &arguments, slot.field.ty, &decoding)
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
