//! Emits the implementations for a unit-only enum.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{
    enums::flatten,
    impls::{Parts, emit_claims, emit_deserialize, emit_may_start_with},
    map_key, spellings,
};
use crate::{
    model::{Other, Target, UnitEnum},
    spans,
};

pub(super) fn emit(target: &Target<'_>, body: &UnitEnum<'_>) -> Parts {
    let table = spellings::names(target, body.variants.iter().map(|variant| &variant.wire));
    let map_key = implement_map_key(target, body);
    let flattened = flatten::implement_unit_only(target);
    let claims = emit_claims(&quote_spanned!(spans::hidden()=> __NAMES.has(__name)));
    let may_start = emit_may_start_with(&quote_spanned!(spans::hidden()=> __first == b'"'));
    let (ident, (_, arguments, _)) = (target.ident, target.generics.split_for_impl());
    Parts {
        items: quote!(#table #map_key #flattened),
        spelling: quote!(__rt::Some(<#ident #arguments as __rt::MapKey>::to_key)),
        decode: emit_decode(target, body),
        validate_nested: None,
        methods: quote!(#claims #may_start),
        fields: quote!(&[]),
        deserialize: emit_deserialize(),
    }
}

fn emit_decode(target: &Target<'_>, body: &UnitEnum<'_>) -> TokenStream {
    let ident = target.ident;
    let variants = body.variants.iter().map(|variant| variant.ident);
    let index = 0..body.variants.len();
    let Some(other) = &body.other else {
        return quote_spanned! {spans::hidden()=>
            match __rt::decode_name(__reader, __NAMES)? {
                #(#index => __rt::Ok(#ident::#variants),)*
                _ => __rt::Err(__rt::Failure::Invalid),
            }
        };
    };
    let unknown = emit_other(target, other);
    quote_spanned! {spans::hidden()=>
        match __rt::decode_open_name(__reader, __NAMES)? {
            #(__rt::VariantName::Known(#index) => __rt::Ok(#ident::#variants),)*
            __rt::VariantName::Known(_) => __rt::Err(__rt::Failure::Invalid),
            #unknown
        }
    }
}

fn emit_other(target: &Target<'_>, other: &Other<'_>) -> TokenStream {
    let (ident, variant) = (target.ident, other.ident);
    if other.keeps {
        quote_spanned!(spans::hidden()=> __rt::VariantName::Unknown(__name) => __rt::Ok(#ident::#variant(__rt::Into::into(__name))),)
    } else {
        quote_spanned!(spans::hidden()=> __rt::VariantName::Unknown(_) => __rt::Ok(#ident::#variant),)
    }
}

/// The variants may be the keys of a map.
fn implement_map_key(target: &Target<'_>, body: &UnitEnum<'_>) -> TokenStream {
    let ident = target.ident;
    let known = body.variants.iter().map(|variant| {
        let (variant, name) = (variant.ident, &variant.wire.name);
        quote!(#ident::#variant => __rt::Cow::Borrowed(#name),)
    });
    let other = body.other.iter().filter(|other| other.keeps).map(|other| {
        let variant = other.ident;
        quote_spanned!(spans::hidden()=> #ident::#variant(__name) => __rt::Cow::Borrowed(&**__name),)
    });
    let arms: Vec<_> = known.chain(other).collect();
    map_key::implement(target, &[], &map_key::match_self(target, &arms))
}
