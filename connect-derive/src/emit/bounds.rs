//! Emits the parameters and where clauses of the implementations.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::GenericParam;

use super::{explicit_bounds, input::Input};
use crate::model::{Bounds, Target};

pub(super) fn where_clause(target: &Target<'_>, bounds: &Bounds<'_>, input: Input) -> Option<TokenStream> {
    let (decode, deserialize) = (input.decode(), input.deserialize());
    // A second bound would be ambiguous (E0283).
    let (decode_any, owned) = (Input::Any.decode(), unique(&bounds.owned));
    let is_owned =
        |read: &dyn ToTokens| owned.iter().any(|owned| owned.to_string() == read.to_token_stream().to_string());
    let user = target.generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let lifetimes = target.generics.lifetimes().map(|param| &param.lifetime).filter(|_| input == Input::Decoded);
    let predicates: Vec<TokenStream> = lifetimes
        .map(|lifetime| quote!('__de: #lifetime))
        .chain(user.map(ToTokens::to_token_stream))
        .chain(owned.iter().map(|read| quote!(#read: #decode_any)))
        .chain(bounds.params.iter().filter(|param| !is_owned(*param)).map(|param| quote!(#param: #decode)))
        .chain(bounds.flattened.iter().map(|ty| {
            let flatten = input.flatten(ty);
            quote!(#ty: #flatten)
        }))
        .chain(bounds.read.iter().filter(|ty| !is_owned(*ty)).map(|ty| quote!(#ty: #decode)))
        .chain(bounds.keys.iter().map(|ty| quote!(#ty: __rt::MapKey)))
        .chain(bounds.default.iter().map(|ty| quote!(#ty: __rt::Default)))
        .chain(bounds.default_model.then(|| model_has_default(target)))
        .chain(bounds.by_serde.iter().map(|ty| quote!(#ty: #deserialize)))
        .chain(bounds.hashers.iter().map(|ty| quote!(#ty: ::core::hash::BuildHasher + __rt::Default)))
        .chain(bounds.explicit.iter().flat_map(|explicit| explicit_bounds::emit(explicit, target, input)))
        .chain(bounds.ruled.iter().flat_map(|(ty, rule)| rule.predicates(ty)))
        .collect();
    (!predicates.is_empty()).then(|| quote!(where #(#predicates,)*))
}

/// The types without repetitions.
fn unique(types: &[&dyn ToTokens]) -> Vec<TokenStream> {
    let mut found: Vec<TokenStream> = Vec::new();
    for ty in types.iter().map(ToTokens::to_token_stream) {
        if !found.iter().any(|other| other.to_string() == ty.to_string()) {
            found.push(ty);
        }
    }
    found
}

fn model_has_default(target: &Target<'_>) -> TokenStream {
    let (ident, (_, arguments, _)) = (target.ident, target.generics.split_for_impl());
    quote!((): __rt::DefaultOf<#ident #arguments>)
}

/// The lifetime of the input, then the model's own parameters.
pub(super) fn decoding_params(target: &Target<'_>) -> TokenStream {
    let params = target.generics.params.iter().map(without_default);
    quote!(<'__de, #(#params),*>)
}

/// The arguments for [`decoding_params`].
pub(super) fn decoding_arguments(target: &Target<'_>) -> TokenStream {
    let arguments = target.generics.params.iter().map(|param| match param {
        GenericParam::Lifetime(param) => param.lifetime.to_token_stream(),
        GenericParam::Type(param) => param.ident.to_token_stream(),
        GenericParam::Const(param) => param.ident.to_token_stream(),
    });
    quote!(<'__de, #(#arguments),*>)
}

/// A parameter in the form that `impl` takes.
fn without_default(param: &GenericParam) -> TokenStream {
    match param {
        GenericParam::Lifetime(param) => quote!(#param),
        GenericParam::Type(param) => {
            let (ident, bounds) = (&param.ident, &param.bounds);
            quote!(#ident: #bounds)
        }
        GenericParam::Const(param) => {
            let (ident, ty) = (&param.ident, &param.ty);
            quote!(const #ident: #ty)
        }
    }
}
