//! Emits the predicates of serde's `bound`, whose lifetime `'de` is that of the input.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Lifetime, PredicateType, TypeParamBound, WherePredicate};

use super::input::Input;
use crate::model::{Explicit, Target};

/// The predicate, once for each of its bounds, since only some of them may be for every lifetime. None of it is left if it
/// says nothing where there is no input.
pub(super) fn emit(explicit: &Explicit, target: &Target<'_>, input: Input) -> Vec<TokenStream> {
    let has_own = target.generics.lifetimes().any(|param| param.lifetime.ident == "de");
    let input = Some(input).filter(|_| !has_own);
    let WherePredicate::Type(predicate) = &explicit.predicate else {
        return emit_lifetimes(explicit.predicate.to_token_stream(), input).into_iter().collect();
    };
    let bounds = predicate.bounds.iter().flat_map(|bound| emit_bound(predicate, bound, explicit, input));
    bounds.collect()
}

/// That a lifetime outlives another can't be said where there is no input, nor of every input.
fn emit_lifetimes(predicate: TokenStream, input: Option<Input>) -> Option<TokenStream> {
    match input {
        Some(Input::Decoded) => Some(replace_de(predicate, "'__de")),
        Some(_) if mentions_de(predicate.clone()) => None,
        _ => Some(predicate),
    }
}

/// Says who reads in place of serde's `Deserialize`, if serde does not.
fn emit_bound(
    predicate: &PredicateType,
    bound: &TypeParamBound,
    explicit: &Explicit,
    input: Option<Input>,
) -> Vec<TokenStream> {
    let is_read = is_deserialize(bound);
    let by_decode = (is_read && explicit.by_decode).then(|| emit_decode(predicate, input.unwrap_or(Input::Decoded)));
    let own = (!is_read || explicit.by_serde).then(|| emit_own(predicate, bound, input));
    by_decode.into_iter().chain(own).collect()
}

/// Quantified lifetimes can't be nested, so those of the predicate and of the input are one list.
fn emit_decode(PredicateType { lifetimes, bounded_ty: ty, .. }: &PredicateType, input: Input) -> TokenStream {
    if let (Some(own), Input::Any) = (lifetimes, input) {
        let own = own.lifetimes.iter();
        return quote!(for<#(#own,)* '__any> #ty: __rt::Decode<'__any>);
    }
    let decode = input.decode();
    quote!(#lifetimes #ty: #decode)
}

/// The bound as it is written, for the input.
fn emit_own(predicate: &PredicateType, bound: &TypeParamBound, input: Option<Input>) -> TokenStream {
    let (lifetimes, ty) = (&predicate.lifetimes, &predicate.bounded_ty);
    let whole = quote!(#lifetimes #ty: #bound);
    match input {
        Some(Input::Decoded) => replace_de(whole, "'__de"),
        Some(Input::Static) => replace_de(whole, "'static"),
        Some(Input::Any) if mentions_de(whole.clone()) => replace_de(for_every(predicate, bound), "'__every"),
        _ => whole,
    }
}

/// The bound for every lifetime of an input; quantified lifetimes can't be nested.
fn for_every(predicate: &PredicateType, bound: &TypeParamBound) -> TokenStream {
    let (ty, mut bound) = (&predicate.bounded_ty, bound.clone());
    let inner = match &mut bound {
        TypeParamBound::Trait(bound) => bound.lifetimes.take(),
        _ => None,
    };
    let own = predicate.lifetimes.iter().chain(&inner).flat_map(|bound| &bound.lifetimes);
    quote!(for<#(#own,)* '__every> #ty: #bound)
}

fn is_deserialize(bound: &TypeParamBound) -> bool {
    let TypeParamBound::Trait(bound) = bound else { return false };
    bound.path.segments.last().is_some_and(|last| last.ident == "Deserialize" || last.ident == "DeserializeOwned")
}

fn mentions_de(tokens: TokenStream) -> bool {
    let mut quoted = false;
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(word) => std::mem::take(&mut quoted) && word == "de",
        TokenTree::Group(group) => mentions_de(group.stream()),
        TokenTree::Punct(punct) => {
            quoted = punct.as_char() == '\'';
            false
        }
        TokenTree::Literal(_) => false,
    })
}

/// Replaces the lifetime `'de`.
fn replace_de(tokens: TokenStream, by: &str) -> TokenStream {
    let mut replaced = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_quote = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
        match token {
            _ if is_quote && matches!(tokens.peek(), Some(TokenTree::Ident(word)) if word == "de") => {
                tokens.next();
                Lifetime::new(by, Span::call_site()).to_tokens(&mut replaced);
            }
            TokenTree::Group(group) => {
                replaced.extend([TokenTree::Group(Group::new(group.delimiter(), replace_de(group.stream(), by)))]);
            }
            other => replaced.extend([other]),
        }
    }
    replaced
}
