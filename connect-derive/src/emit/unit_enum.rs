//! A unit-only enum.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{impls::Parts, spellings};
use crate::{
    model::{Other, Target, UnitEnum},
    spans,
};

pub(super) fn emit(target: &Target<'_>, body: &UnitEnum<'_>) -> Parts {
    Parts {
        items: spellings::names(target, body.variants.iter().map(|variant| &variant.wire)),
        decode: emit_decode(target, body),
        validate_nested: None,
        methods: emit_to_key(target, body),
        fields: quote!(&[]),
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
            #(__rt::Name::Known(#index) => __rt::Ok(#ident::#variants),)*
            __rt::Name::Known(_) => __rt::Err(__rt::Failure::Invalid),
            #unknown
        }
    }
}

fn emit_other(target: &Target<'_>, other: &Other<'_>) -> TokenStream {
    let (ident, variant) = (target.ident, other.ident);
    if other.keeps {
        quote_spanned!(spans::hidden()=> __rt::Name::Unknown(__name) => __rt::Ok(#ident::#variant(__rt::Into::into(__name))),)
    } else {
        quote_spanned!(spans::hidden()=> __rt::Name::Unknown(_) => __rt::Ok(#ident::#variant),)
    }
}

/// `Decode::to_key`: the variants may be the keys of a map.
fn emit_to_key(target: &Target<'_>, body: &UnitEnum<'_>) -> TokenStream {
    let ident = target.ident;
    let known = body.variants.iter().map(|variant| {
        let (variant, name) = (variant.ident, &variant.wire.name);
        quote!(#ident::#variant => __rt::Into::into(#name),)
    });
    let other = body.other.iter().filter(|other| other.keeps).map(|other| {
        let variant = other.ident;
        quote_spanned!(spans::hidden()=> #ident::#variant(__name) => __rt::Clone::clone(__name),)
    });
    quote_spanned! {spans::hidden()=>
        fn to_key(&self) -> __rt::String {
            match self {
                #(#known)*
                #(#other)*
                #[allow(unreachable_patterns)]
                _ => __rt::String::new(),
            }
        }
    }
}
