//! An enum that is a set of names.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use super::{Parts, map_key, spellings, structs};
use crate::{
    model::{Names, Other, Target, Wire},
    paths,
};

pub(super) fn emit(target: &Target<'_>, names: &Names<'_>) -> Parts {
    let table = emit_table(target, names.variants.iter().map(|variant| &variant.wire));
    let map_key = implement_map_key(target, names);
    let (ident, (_, arguments, _)) = (target.ident, target.generics.split_for_impl());
    Parts {
        items: quote!(#table #map_key),
        spelling: quote!(__rt::Some(<#ident #arguments as __rt::MapKey>::to_key)),
        decode: emit_decode(target, names),
        validate_nested: None,
        methods: structs::emit_may_start_with(&quote_spanned!(paths::hidden()=> __first == b'"')),
        fields: quote!(&[]),
    }
}

/// The names of the variants.
pub(super) fn emit_table<'a>(target: &Target<'_>, wires: impl Iterator<Item = &'a Wire> + Clone) -> TokenStream {
    let name = target.ident.unraw().to_string();
    let variants = wires.clone().map(|wire| &wire.name);
    let spellings = spellings::table(wires);
    quote! {
        const __NAMES: &__rt::Names = &__rt::Names {
            name: #name,
            variants: &[#(#variants),*],
            spellings: #spellings,
        };
    }
}

fn emit_decode(target: &Target<'_>, names: &Names<'_>) -> TokenStream {
    let ident = target.ident;
    let variants = names.variants.iter().map(|variant| variant.ident);
    let index = 0..names.variants.len();
    let Some(other) = &names.other else {
        return quote_spanned! {paths::hidden()=>
            match __rt::decode_name(__reader, __NAMES)? {
                #(#index => __rt::Ok(#ident::#variants),)*
                _ => __rt::Err(__rt::Failure::Invalid),
            }
        };
    };
    let unknown = emit_other(target, other);
    quote_spanned! {paths::hidden()=>
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
        quote_spanned!(paths::hidden()=> __rt::Name::Unknown(__name) => __rt::Ok(#ident::#variant(__rt::Into::into(__name))),)
    } else {
        quote_spanned!(paths::hidden()=> __rt::Name::Unknown(_) => __rt::Ok(#ident::#variant),)
    }
}

/// Names of an enum may be the keys of a map.
fn implement_map_key(target: &Target<'_>, names: &Names<'_>) -> TokenStream {
    let ident = target.ident;
    let known = names.variants.iter().map(|variant| {
        let (variant, name) = (variant.ident, &variant.wire.name);
        quote!(#ident::#variant => __rt::Cow::Borrowed(#name),)
    });
    let other = names.other.iter().filter(|other| other.keeps).map(|other| {
        let variant = other.ident;
        quote_spanned!(paths::hidden()=> #ident::#variant(__name) => __rt::Cow::Borrowed(&**__name),)
    });
    let arms: Vec<_> = known.chain(other).collect();
    map_key::implement(target, &[], &map_key::match_self(target, &arms))
}
