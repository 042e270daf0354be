//! From what is meant to code that only calls: loops, decisions and messages are the runtime's.

mod bounds;
mod build;
mod content;
mod decoding;
mod enums;
mod fields;
mod flatten;
mod names;
mod newtype;
mod owner;
mod run_rules;
mod slots;
mod spellings;
mod structs;
mod validate;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::GenericParam;

use self::{
    bounds::{Text, where_clause},
    owner::Owner,
};
use crate::{
    model::{Body, Bounds, Model, Target},
    spans,
};

pub(crate) fn model(target: &Target<'_>, model: &Model<'_>) -> TokenStream {
    let parts = match &model.body {
        Body::Struct(content) => structs::emit(Owner { target, bounds: &model.bounds, variant: None }, content),
        Body::Names(names) => names::emit(target, names),
        Body::Enum(body) => enums::emit(target, &model.bounds, body),
    };
    implement(target, &model.bounds, &parts)
}

/// What differs from model to model.
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

/// The implementations of all traits.
pub(crate) fn implement(target: &Target<'_>, bounds: &Bounds<'_>, parts: &Parts) -> TokenStream {
    let runtime = &target.runtime;
    let items = &parts.items;
    let decode = implement_decode(target, bounds, parts);
    let model = implement_model(target, bounds, parts);
    let distinct = run_rules::implement_distinct(target);
    let deserialize = target.deserialize.then(|| implement_deserialize(target, bounds));
    // A deprecated field is read like any other; warning is for those who use it. Paths are written out so that no item
    // of the user's can stand for them.
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

/// The model's own parameters behind the lifetime of the text.
fn decoding_params(target: &Target<'_>) -> TokenStream {
    let params = target.generics.params.iter().map(bounds::without_default);
    quote!(<'__de, #(#params),*>)
}

/// What [`decoding_params`] is passed as.
fn decoding_arguments(target: &Target<'_>) -> TokenStream {
    let arguments = target.generics.params.iter().map(|param| match param {
        GenericParam::Lifetime(param) => param.lifetime.to_token_stream(),
        GenericParam::Type(param) => param.ident.to_token_stream(),
        GenericParam::Const(param) => param.ident.to_token_stream(),
    });
    quote!(<'__de, #(#arguments),*>)
}
