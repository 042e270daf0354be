//! The implementations of all traits.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::bounds::{Text, decoding_params, where_clause};
use crate::{
    model::{Bounds, Target},
    spans,
};

/// The parts of the implementations that differ from model to model.
pub(crate) struct Parts {
    /// Items beside the implementations.
    pub(crate) items: TokenStream,
    /// The body of `Decode::decode`.
    pub(crate) decode: TokenStream,
    /// The whole of `Decode::validate_nested`, if it does something.
    pub(crate) validate_nested: Option<TokenStream>,
    /// Other items of `Decode`.
    pub(crate) methods: TokenStream,
    /// The value of `ConnectModel::FIELDS`.
    pub(crate) fields: TokenStream,
}

pub(crate) fn emit(target: &Target<'_>, bounds: &Bounds<'_>, parts: &Parts) -> TokenStream {
    let runtime = &target.runtime;
    let items = &parts.items;
    let decode = implement_decode(target, bounds, parts);
    let model = implement_model(target, bounds, parts);
    let distinct = implement_distinct(target);
    let deserialize = target.deserialize.then(|| implement_deserialize(target, bounds));
    // A deprecated field is read like any other: only its users are to be warned. Paths are written out so that no item
    // of the user's can shadow them.
    quote! {
        #[allow(deprecated, unused_qualifications)]
        const _: () = {
            use #runtime::__private as __rt;
            #items
            #decode
            #model
            #distinct
            #deserialize
        };
    }
}

fn implement_decode(target: &Target<'_>, bounds: &Bounds<'_>, parts: &Parts) -> TokenStream {
    let Parts { decode, validate_nested, methods, .. } = parts;
    let ident = target.ident;
    let (params, (_, arguments, _)) = (decoding_params(target), target.generics.split_for_impl());
    let condition = where_clause(target, bounds, Text::Decoded);
    quote_spanned! {spans::hidden()=>
        #[automatically_derived]
        impl #params __rt::Decode<'__de> for #ident #arguments #condition {
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
    let condition = where_clause(target, bounds, Text::Static);
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

fn implement_deserialize(target: &Target<'_>, bounds: &Bounds<'_>) -> TokenStream {
    let ident = target.ident;
    let (params, (_, arguments, _)) = (decoding_params(target), target.generics.split_for_impl());
    let condition = where_clause(target, bounds, Text::Any);
    quote_spanned! {spans::hidden()=>
        #[automatically_derived]
        impl #params __rt::serde::Deserialize<'__de> for #ident #arguments #condition {
            fn deserialize<__D: __rt::serde::Deserializer<'__de>>(
                __deserializer: __D,
            ) -> __rt::Result<#ident #arguments, __D::Error> {
                __rt::deserialize(__deserializer)
            }
        }
    }
}

/// Lets `unique` compare models. The condition for every lifetime is only checked where the rule is on items of this
/// type, which is when a model needs `Eq` and `Hash`.
fn implement_distinct(target: &Target<'_>) -> TokenStream {
    let (ident, (params, arguments, condition)) = (target.ident, target.generics.split_for_impl());
    let predicates = condition.iter().flat_map(|condition| &condition.predicates);
    quote_spanned! {spans::hidden()=>
        #[automatically_derived]
        impl #params __rt::rules::Distinct for #ident #arguments
        where
            #(#predicates,)*
            for<'__any> #ident #arguments: __rt::rules::Comparable,
        {
            fn digest(&self, __digester: &mut __rt::rules::Digester) {
                __rt::Hash::hash(self, __digester);
            }
            fn same(&self, __other: &#ident #arguments) -> ::core::primitive::bool {
                __rt::PartialEq::eq(self, __other)
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

/// `Decode::takes`, with the byte as `__first`.
pub(super) fn emit_takes(takes: &TokenStream) -> TokenStream {
    quote_spanned! {spans::hidden()=>
        fn takes(__first: ::core::primitive::u8) -> ::core::primitive::bool {
            #takes
        }
    }
}
