//! Emits the code that decodes a field's value.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;

use super::{Decoder, Reading, Wrapping};
use crate::{
    rules::{self, Rule},
    spans,
};

/// How a value is decoded.
pub(crate) enum Decoding {
    /// By its type alone.
    Type,
    /// By this call, which uses `__reader`.
    Call(TokenStream),
}

impl Decoding {
    /// The call that decodes a value of type `ty`.
    pub(crate) fn emit_value(&self, ty: &Type) -> TokenStream {
        match self {
            Self::Type => {
                let reader = quote_spanned!(spans::hidden()=> __reader);
                spans::call_method(ty, &spans::of_decode(ty, "decode"), &reader)
            }
            Self::Call(call) => call.clone(),
        }
    }
}

/// How a value of type `ty` is decoded, where `check` is a function that runs its `rules`. `whole` is whether it may be
/// an object that it shares with the tag of an enum.
pub(crate) fn emit(reading: &Reading<'_>, ty: &Type, rules: &[&Rule], check: &TokenStream, whole: bool) -> Decoding {
    let inside = emit_decoder(&reading.decoder, ty, rules, whole);
    reading.wrappers.iter().rev().fold(inside, |inside, wrapping| wrap(wrapping, ty, &inside, check))
}

/// A call of `function` with `arguments`, and then a function that decodes a value of type `ty`.
pub(crate) fn emit_call(function: &str, arguments: &TokenStream, ty: &Type, decoding: &Decoding) -> TokenStream {
    match decoding {
        Decoding::Type => spans::call(None, function, arguments, ty, &spans::of_decode(ty, "decode")),
        Decoding::Call(call) => {
            let closure = quote_spanned!(spans::hidden()=> |__reader| #call);
            spans::call(None, function, arguments, ty, &closure)
        }
    }
}

fn wrap(Wrapping { wrapper, default }: &Wrapping<'_>, ty: &Type, inside: &Decoding, check: &TokenStream) -> Decoding {
    let rules = wrapper.takes_rules.then(|| quote!(, #check));
    let Some(default) = default else {
        let arguments = quote_spanned!(spans::hidden()=> __reader #rules);
        return Decoding::Call(emit_call(wrapper.function, &arguments, ty, inside));
    };
    // A default of another type is an error at the attribute that requests it.
    let (span, make, decode) = (default.span(), default.emit_make(), emit_function(ty, inside));
    let function = Ident::new(wrapper.function, span);
    Decoding::Call(quote_spanned!(span=> __rt::#function(__reader, #make #rules, #decode)))
}

/// A function that decodes the value.
fn emit_function(ty: &Type, decoding: &Decoding) -> TokenStream {
    match decoding {
        Decoding::Type => spans::of_decode(ty, "decode"),
        Decoding::Call(call) => quote_spanned!(spans::hidden()=> |__reader| #call),
    }
}

fn emit_decoder(decoder: &Decoder<'_>, ty: &Type, rules: &[&Rule], whole: bool) -> Decoding {
    let reader = quote_spanned!(spans::hidden()=> __reader);
    let call = match decoder {
        Decoder::Type => return Decoding::Type,
        Decoder::Items { one_or_many, skip_invalid } => emit_items(*one_or_many, *skip_invalid, ty, rules),
        Decoder::With(path) => {
            let decode = Ident::new("decode", spans::at_path(path));
            quote_spanned!(spans::at_path(path)=> __rt::with(__reader, |__text| #path::#decode(__text)))
        }
        Decoder::Serde(span) if whole => quote_spanned!(spans::at(*span)=> __rt::whole_via_serde(#reader)),
        Decoder::Serde(span) => quote_spanned!(spans::at(*span)=> __rt::via_serde(#reader)),
        Decoder::Deserialize(path) => {
            let span = path.path.segments.first().map_or_else(spans::hidden, |segment| spans::at(segment.ident.span()));
            let deserialize = quote_spanned!(span=> |__deserializer| #path(__deserializer));
            if whole {
                quote_spanned!(span=> __rt::whole_via_serde_with(__reader, #deserialize, #deserialize))
            } else {
                quote_spanned!(span=> __rt::via_serde_with(__reader, #deserialize))
            }
        }
        Decoder::FromStr { span, optional: false } => quote_spanned!(spans::at(*span)=> __rt::via_from_str(#reader)),
        Decoder::FromStr { span, optional: true } => {
            quote_spanned!(spans::at(*span)=> __rt::optional(#reader, __rt::via_from_str))
        }
        Decoder::Owned { optional: false } => quote_spanned!(spans::at_type(ty)=> __rt::owned(#reader)),
        Decoder::Owned { optional: true } => {
            quote_spanned!(spans::at_type(ty)=> __rt::optional(#reader, __rt::owned))
        }
    };
    Decoding::Call(call)
}

fn emit_items(one_or_many: Option<Span>, skip_invalid: Option<Span>, ty: &Type, rules: &[&Rule]) -> TokenStream {
    let span = spans::at(one_or_many.or(skip_invalid).unwrap_or_else(spans::hidden));
    let reader = quote_spanned!(spans::hidden()=> __reader);
    let function = if one_or_many.is_some() {
        quote_spanned!(span=> one_or_many)
    } else {
        quote_spanned!(span=> Collection::decode_items)
    };
    let item = match skip_invalid {
        Some(skip) => {
            let rules = rules::emit_item_rules(rules, ty);
            let call = quote_spanned!(spans::at(skip)=> __rt::skip_invalid(#reader, #rules));
            quote_spanned!(spans::hidden()=> |__reader| #call)
        }
        None => quote_spanned!(span=> __rt::item),
    };
    quote_spanned!(span=> __rt::#function(#reader, #item))
}
