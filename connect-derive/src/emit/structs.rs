//! A struct of any kind.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{Parts, content, newtype, owner::Owner, rules, slots::Slots, validate};
use crate::{
    model::{Content, Record},
    paths,
};

pub(super) fn emit(owner: Owner<'_>, content: &Content<'_>) -> Parts {
    let piece = content::emit(owner, content);
    let shape = owner.shape_ident();
    let fields = if let Content::Record(_) = content { quote!(#shape.fields) } else { quote!(&[]) };
    let (spelling, map_key, own) = match content {
        Content::Newtype(record) => {
            let slots = Slots::of(owner, record, true);
            let own = newtype::emit_methods(&slots, piece.absent.as_ref());
            (newtype::emit_spelling(&slots), newtype::implement_map_key(&slots), own)
        }
        Content::Record(_) | Content::Tuple(_) | Content::Unit => (quote!(__rt::None), None, TokenStream::new()),
    };
    let (claims, may_start) = (piece.claims.as_ref().map(emit_claims), emit_may_start_with(&piece.may_start));
    let (items, checks) = (&piece.items, rules::emit_checks(checks(content), "self", &fields));
    Parts {
        items: quote!(#items #map_key),
        spelling,
        decode: piece.decode,
        validate_nested: validate::emit_method(&piece.validate, checks.as_ref()),
        methods: quote!(#own #claims #may_start),
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
    quote_spanned! {paths::hidden()=>
        fn claims(__name: &::core::primitive::str) -> ::core::primitive::bool {
            #claims
        }
    }
}

/// `Decode::may_start_with`, with the byte as `__first`.
pub(super) fn emit_may_start_with(may_start: &TokenStream) -> TokenStream {
    quote_spanned! {paths::hidden()=>
        fn may_start_with(__first: ::core::primitive::u8) -> ::core::primitive::bool {
            #may_start
        }
    }
}
