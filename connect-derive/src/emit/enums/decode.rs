//! Emits the code that decodes an enum: the runtime finds the variant, and this code reads its content.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use super::{super::spellings, code::EnumCode};
use crate::{
    model::{Content, Tagging, Variant},
    spans,
};

pub(super) fn emit(code: &EnumCode<'_>) -> TokenStream {
    let (open, read) = (code.other.is_some(), emit_read(code));
    match code.tagging {
        Tagging::External => {
            let named = emit_absent(code, is_unit);
            quote_spanned!(spans::hidden()=> __rt::decode_external(__reader, __NAMES, #open, #named, #read))
        }
        Tagging::Internal { tag, keep } => {
            let function = if *keep { quote!(decode_internal_and_keep_tag) } else { quote!(decode_internal) };
            let tag = spellings::field(tag, tag);
            quote_spanned!(spans::hidden()=> __rt::#function(__reader, __NAMES, const { &#tag }, #open, #read))
        }
        Tagging::Adjacent { .. } => {
            let absent = emit_absent(code, |_| true);
            quote_spanned! {spans::hidden()=>
                __rt::decode_adjacent(__reader, __NAMES, __ADJACENT, #open, #read, #absent)
            }
        }
        Tagging::Untagged => {
            let name = code.target.ident.unraw().to_string();
            let variants = code.variants.iter().map(|(variant, _)| variant.ident.unraw().to_string());
            let may_start = emit_may_start(code);
            quote_spanned!(spans::hidden()=> __rt::decode_untagged(__reader, #name, &[#(#variants),*], #may_start, #read))
        }
    }
}

/// A function that reads the content of a variant; `None` is the variant for unknown tags.
pub(super) fn emit_read(code: &EnumCode<'_>) -> TokenStream {
    let mut arms = code.arms(|content| Some(&content.decode));
    if let Some((variant, _)) = code.other.as_ref().filter(|(variant, _)| is_unit(variant)) {
        let (model, variant) = (code.target.ident, variant.ident);
        let known = code.known_arms(|content| Some(&content.decode));
        let skip = quote_spanned!(spans::hidden()=> __rt::skip(__reader).map(|()| #model::#variant));
        arms = quote!(#known __rt::None => #skip,);
    }
    quote_spanned! {spans::hidden()=>
        |__reader, __variant| match __variant {
            #arms
            _ => __rt::Err(__rt::Failure::Invalid),
        }
    }
}

fn is_unit(variant: &Variant<'_>) -> bool {
    matches!(variant.content, Content::Unit)
}

/// A function that returns a variant without content, for the variants to which this `applies`.
fn emit_absent(code: &EnumCode<'_>, applies: impl Fn(&Variant<'_>) -> bool) -> TokenStream {
    let variants = code.variants.iter().enumerate().filter(|(_, (variant, _))| applies(variant));
    let arms = variants.filter_map(|(index, (_, content))| {
        let absent = content.absent.as_ref()?;
        Some(quote!(#index => #absent,))
    });
    quote_spanned!(spans::hidden()=> |__variant| match __variant { #(#arms)* _ => __rt::None })
}

/// A function that decides whether a value with this first byte may belong to a variant.
fn emit_may_start(code: &EnumCode<'_>) -> TokenStream {
    let arms = code.variants.iter().enumerate().map(|(index, (_, content))| {
        let may_start = &content.may_start;
        quote!(#index => #may_start,)
    });
    quote_spanned!(spans::hidden()=> |__first, __variant| match __variant { #(#arms)* _ => true })
}
