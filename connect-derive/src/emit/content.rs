//! Emits the code that reads the content of a struct or variant, and runs the rules on a value built by hand.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{code::ContentCode, flatten, newtype, owner::RecordOwner, record, run_rules, slots::Slots, validate};
use crate::{
    model::{Content, Record},
    spans,
};

pub(super) fn emit(owner: RecordOwner<'_>, content: &Content<'_>) -> ContentCode {
    match content {
        Content::Unit => emit_unit(owner),
        Content::Newtype(record) => newtype::emit(&Slots::of(owner, record, true)),
        Content::Tuple(record) => emit_tuple(&Slots::of(owner, record, true)),
        Content::Record(record) => emit_record(&Slots::of(owner, record, false), "decode_record", None),
    }
}

fn emit_unit(owner: RecordOwner<'_>) -> ContentCode {
    let constructor = owner.constructor();
    ContentCode {
        items: TokenStream::new(),
        decode: quote_spanned!(spans::hidden()=> __rt::decode_unit(__reader, #constructor)),
        absent: Some(quote!(__rt::Some(#constructor))),
        claims: None,
        may_start: quote_spanned!(spans::hidden()=> __first == b'n'),
        validate: TokenStream::new(),
    }
}

/// An array may end early where the positions after its end have defaults.
fn emit_tuple(slots: &Slots<'_>) -> ContentCode {
    match slots.least() {
        least if least < slots.read.len() => emit_record(slots, "decode_tuple_or_default", Some(least)),
        _ => emit_record(slots, "decode_tuple", None),
    }
}

fn emit_record(slots: &Slots<'_>, function: &str, least: Option<usize>) -> ContentCode {
    let least = least.into_iter();
    let (ty, function) = (slots.record_type(), quote::format_ident!("{function}"));
    let (fields, rules) = (record::emit(slots), run_rules::define(slots));
    let opening = if slots.by_position { quote!(b'[') } else { quote!(b'{') };
    ContentCode {
        items: quote!(#fields #rules),
        decode: quote_spanned!(spans::hidden()=> __rt::#function::<#ty>(__reader #(, #least)*)),
        absent: None,
        may_start: quote_spanned!(spans::hidden()=> __first == #opening),
        claims: (!slots.by_position).then(|| emit_claims(slots)),
        validate: validate::emit_fields(slots),
    }
}

fn emit_claims(slots: &Slots<'_>) -> TokenStream {
    let shape = slots.owner.shape_ident();
    let flattened = slots.flattened.iter().map(flatten::emit_claims);
    quote_spanned!(spans::hidden()=> #shape.has(__name) #(|| #flattened)*)
}

/// A pattern that binds all values that are read.
pub(super) fn pattern(owner: RecordOwner<'_>, content: &Content<'_>) -> TokenStream {
    let of = |record: &Record<'_>, by_position| Slots::of(owner, record, by_position).pattern();
    match content {
        Content::Unit => owner.constructor(),
        Content::Newtype(record) | Content::Tuple(record) => of(record, true),
        Content::Record(record) => of(record, false),
    }
}
