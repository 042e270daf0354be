//! An enum that is a set of names.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use super::{Parts, spellings};
use crate::{
    model::{Names, Other, Target},
    paths,
};

pub(super) fn emit(target: &Target<'_>, names: &Names<'_>) -> Parts {
    Parts {
        items: emit_table(target, names),
        decode: emit_decode(target, names),
        validate_nested: None,
        fields: quote!(&[]),
    }
}

fn emit_table(target: &Target<'_>, names: &Names<'_>) -> TokenStream {
    let name = target.ident.unraw().to_string();
    let variants = names.variants.iter().map(|variant| &variant.wire.name);
    let spellings = spellings::table(names.variants.iter().map(|variant| &variant.wire));
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
