//! What a struct or a variant contains: how it is read, and its rules run on a value built by hand.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{
    build, fields, flatten, newtype,
    owner::Owner,
    run_rules,
    slots::{Slot, Slots},
    validate,
};
use crate::{
    model::{Content, Record},
    spans,
};

/// The code about one struct or variant.
pub(super) struct Piece {
    /// Items beside the implementations.
    pub(super) items: TokenStream,
    /// Reads the value at hand of `__reader`.
    pub(super) decode: TokenStream,
    /// What it is where it is absent, as an `Option`.
    pub(super) absent: Option<TokenStream>,
    /// Whether an object of it has a place for the key `__name`.
    pub(super) claims: Option<TokenStream>,
    /// Whether a value that starts with the byte `__first` may be meant.
    pub(super) takes: TokenStream,
    /// Runs the rules of its fields.
    pub(super) validate: TokenStream,
}

pub(super) fn emit(owner: Owner<'_>, content: &Content<'_>) -> Piece {
    match content {
        Content::Unit => emit_unit(owner),
        Content::Newtype(record) => newtype::emit(&Slots::of(owner, record, true)),
        Content::Tuple(record) => emit_record(&Slots::of(owner, record, true), "decode_tuple"),
        Content::Record(record) => emit_record(&Slots::of(owner, record, false), "decode_record"),
    }
}

fn emit_unit(owner: Owner<'_>) -> Piece {
    let constructor = owner.constructor();
    Piece {
        items: TokenStream::new(),
        decode: quote_spanned!(spans::hidden()=> __rt::decode_unit(__reader, #constructor)),
        absent: Some(quote!(__rt::Some(#constructor))),
        claims: None,
        takes: quote_spanned!(spans::hidden()=> __first == b'n'),
        validate: TokenStream::new(),
    }
}

fn emit_record(slots: &Slots<'_>, function: &str) -> Piece {
    let (record, function) = (slots.record_type(), quote::format_ident!("{function}"));
    let (fields, rules) = (fields::emit(slots), run_rules::define(slots));
    let bracket = if slots.positional { quote!(b'[') } else { quote!(b'{') };
    Piece {
        items: quote!(#fields #rules),
        decode: quote_spanned!(spans::hidden()=> __rt::#function::<#record>(__reader)),
        absent: None,
        takes: quote_spanned!(spans::hidden()=> __first == #bracket),
        claims: (!slots.positional).then(|| emit_claims(slots)),
        validate: validate::emit_fields(slots),
    }
}

fn emit_claims(slots: &Slots<'_>) -> TokenStream {
    let shape = slots.owner.shape_ident();
    let flattened = slots.flattened.iter().map(flatten::emit_claims);
    quote_spanned!(spans::hidden()=> #shape.has(__name) #(|| #flattened)*)
}

/// Whether an object of the field's type has a place for the key.
pub(super) fn claims_of(slot: &Slot<'_>) -> TokenStream {
    let claims = spans::of_decode(slot.field.ty, "claims");
    quote_spanned!(spans::hidden()=> #claims(__name))
}

/// The values of fields that are not read, behind the names that they go to.
pub(super) fn skipped(slots: &Slots<'_>) -> TokenStream {
    let values = slots.skipped().map(|field| {
        let (member, value) = (&field.member, build::emit_skipped(field));
        quote!(#member: #value,)
    });
    values.collect()
}

/// A pattern that binds all values that are read.
pub(super) fn pattern(owner: Owner<'_>, content: &Content<'_>) -> TokenStream {
    let of = |record: &Record<'_>, positional| Slots::of(owner, record, positional).pattern();
    match content {
        Content::Unit => owner.constructor(),
        Content::Newtype(record) | Content::Tuple(record) => of(record, true),
        Content::Record(record) => of(record, false),
    }
}
