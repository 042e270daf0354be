//! A struct of any kind.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{Parts, content, newtype, owner::Owner, run_rules, slots::Slots, validate};
use crate::{
    model::{Content, Record},
    spans,
};

pub(super) fn emit(owner: Owner<'_>, content: &Content<'_>) -> Parts {
    let piece = content::emit(owner, content);
    let shape = owner.shape_ident();
    let (fields, own) = match content {
        Content::Record(_) => (quote!(#shape.fields), TokenStream::new()),
        Content::Newtype(record) => {
            (quote!(&[]), newtype::emit_methods(&Slots::of(owner, record, true), piece.absent.as_ref()))
        }
        Content::Tuple(_) | Content::Unit => (quote!(&[]), TokenStream::new()),
    };
    let (claims, takes) = (piece.claims.as_ref().map(emit_claims), emit_takes(&piece.takes));
    let checks = run_rules::emit_checks(checks(content), "self", &fields);
    Parts {
        items: piece.items,
        decode: piece.decode,
        validate_nested: validate::emit_method(&piece.validate, checks.as_ref()),
        methods: quote!(#own #claims #takes),
        fields,
    }
}

fn checks<'c, 'a>(content: &'c Content<'a>) -> &'c [&'a syn::ExprPath] {
    match content {
        Content::Unit => &[],
        Content::Newtype(Record { checks, .. })
        | Content::Tuple(Record { checks, .. })
        | Content::Record(Record { checks, .. }) => checks,
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
