//! Emits the implementations of all traits.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{
    bounds::{decoding_params, where_clause},
    input::Input,
};
use crate::{
    model::{Bounds, Target},
    spans,
};

/// The parts of the implementations that differ from model to model.
pub(crate) struct Parts {
    /// Items next to the implementations.
    pub(crate) items: TokenStream,
    /// The value of `Decode::SPELLING`.
    pub(crate) spelling: TokenStream,
    /// The body of `Decode::decode`.
    pub(crate) decode: TokenStream,
    /// The whole of `Decode::validate_nested`, if it does anything.
    pub(crate) validate_nested: Option<TokenStream>,
    /// Other items of `Decode`.
    pub(crate) methods: TokenStream,
    /// The value of `ConnectModel::FIELDS`.
    pub(crate) fields: TokenStream,
    /// The body of `Deserialize::deserialize`.
    pub(crate) deserialize: TokenStream,
}

/// The call that reads a value of which nothing is known through serde.
pub(crate) fn emit_deserialize() -> TokenStream {
    quote_spanned!(spans::hidden()=> __rt::deserialize(__deserializer))
}

pub(crate) fn emit(target: &Target<'_>, bounds: &Bounds<'_>, parts: &Parts) -> TokenStream {
    let runtime = &target.runtime;
    let items = &parts.items;
    let decode = implement_decode(target, bounds, parts);
    let model = implement_model(target, bounds, parts);
    let deserialize = target.deserialize.then(|| implement_deserialize(target, bounds, &parts.deserialize));
    // A deprecated field is read like any other: only code that uses it should get a warning. Paths are written out in
    // full, since the user's items could shadow shorter ones.
    quote! {
        #[allow(deprecated, unused_qualifications)]
        const _: () = {
            use #runtime::__private as __rt;
            #items
            #decode
            #model
            #deserialize
        };
    }
}

fn implement_decode(target: &Target<'_>, bounds: &Bounds<'_>, parts: &Parts) -> TokenStream {
    let Parts { spelling, decode, validate_nested, methods, .. } = parts;
    let ident = target.ident;
    let (params, (own_params, arguments, own_condition)) = (decoding_params(target), target.generics.split_for_impl());
    let condition = where_clause(target, bounds, Input::Decoded);
    quote_spanned! {spans::hidden()=>
        #[automatically_derived]
        impl #own_params __rt::Compared for #ident #arguments #own_condition {
            type By = __rt::rules::ByEq;
        }
        #[automatically_derived]
        impl #params __rt::Decode<'__de> for #ident #arguments #condition {
            const SPELLING: __rt::Spelling<#ident #arguments> = #spelling;
            fn decode(
                __reader: &mut __rt::Reader<'__de>,
            ) -> __rt::Result<#ident #arguments, __rt::Failure> {
                #decode
            }
            #validate_nested
            #methods
        }
    }
}

fn implement_model(target: &Target<'_>, bounds: &Bounds<'_>, Parts { fields, .. }: &Parts) -> TokenStream {
    let (ident, runtime) = (target.ident, &target.runtime);
    let (params, arguments, _) = target.generics.split_for_impl();
    let condition = where_clause(target, bounds, Input::Static);
    quote_spanned! {spans::hidden()=>
        #[automatically_derived]
        impl #params #runtime::ConnectModel for #ident #arguments #condition {
            const FIELDS: &'static [__rt::Field] = #fields;
            fn validate(&self) -> __rt::Result<(), __rt::Report> {
                __rt::validate(self)
            }
        }
    }
}

fn implement_deserialize(target: &Target<'_>, bounds: &Bounds<'_>, deserialize: &TokenStream) -> TokenStream {
    let ident = target.ident;
    let (params, (_, arguments, _)) = (decoding_params(target), target.generics.split_for_impl());
    let condition = where_clause(target, bounds, Input::Any);
    quote_spanned! {spans::hidden()=>
        #[automatically_derived]
        impl #params __rt::serde::Deserialize<'__de> for #ident #arguments #condition {
            fn deserialize<__D: __rt::serde::Deserializer<'__de>>(
                __deserializer: __D,
            ) -> __rt::Result<#ident #arguments, __D::Error> {
                #deserialize
            }
        }
    }
}

/// `Decode::claims`, with the name as `__name`.
pub(super) fn emit_claims(claims: &TokenStream) -> TokenStream {
    quote_spanned! {spans::hidden()=>
        fn claims(__name: &::core::primitive::str) -> ::core::primitive::bool {
            #claims
        }
    }
}

/// `Decode::may_start_with`, with the byte as `__first`.
pub(crate) fn emit_may_start_with(may_start: &TokenStream) -> TokenStream {
    quote_spanned! {spans::hidden()=>
        fn may_start_with(__first: ::core::primitive::u8) -> ::core::primitive::bool {
            #may_start
        }
    }
}
