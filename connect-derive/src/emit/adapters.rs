//! What field attributes put around a type's own way of being read, or in its place.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;

use super::{
    defaults, run_rules,
    slots::{Slot, Slots},
};
use crate::{
    model::{Field, Way},
    rules, spans,
};

/// How a value is read.
pub(super) enum Decoding {
    /// By its type alone.
    Type,
    /// By this call, which has a `__reader`.
    Call(TokenStream),
}

/// How the value of a field is read; `fallback` looks at the field's rules.
pub(super) fn emit(slots: &Slots<'_>, slot: &Slot<'_>) -> Decoding {
    let (field, ty) = (slot.field, slot.field.ty);
    let reading = &field.reading;
    let mut decoding = emit_way(field);
    if reading.empty_as_none {
        decoding = wrap("empty_as_none", ty, &decoding);
    }
    if let Some(default) = &reading.null {
        let make = defaults::emit_make(default);
        decoding = wrap_at(defaults::span_of(default), "null_as_default", &quote!(#make), ty, &decoding);
    }
    if let Some(default) = &reading.fallback {
        let (make, rules) = (defaults::emit_make(default), emit_rules(slots, slot));
        decoding = wrap_at(defaults::span_of(default), "fallback", &quote!(#make, #rules), ty, &decoding);
    }
    if reading.strict {
        decoding = wrap("strict", ty, &decoding);
    }
    if reading.sensitive {
        decoding = wrap("sensitive", ty, &decoding);
    }
    decoding
}

/// A function that runs the field's rules, which may be none.
pub(super) fn emit_rules(slots: &Slots<'_>, slot: &Slot<'_>) -> TokenStream {
    run_rules::function(slots, slot).unwrap_or_else(|| quote!(|_, _| ()))
}

/// A call of `function` with the reader, more `arguments`, and what reads a value of type `ty`.
pub(super) fn pass(function: &str, arguments: &TokenStream, ty: &Type, decoding: &Decoding) -> TokenStream {
    match decoding {
        Decoding::Type => spans::call_with(None, function, arguments, ty, "decode"),
        Decoding::Call(call) => {
            let function = Ident::new(function, spans::at_type(ty));
            let closure = quote_spanned!(spans::hidden()=> |__reader| #call);
            quote_spanned!(spans::at_type(ty)=> __rt::#function(#arguments, #closure))
        }
    }
}

fn wrap(function: &str, ty: &Type, decoding: &Decoding) -> Decoding {
    let reader = quote_spanned!(spans::hidden()=> __reader);
    Decoding::Call(pass(function, &reader, ty, decoding))
}

/// The same with more `arguments`; what is wrong with their types is wrong at `span`.
fn wrap_at(span: Span, function: &str, arguments: &TokenStream, ty: &Type, decoding: &Decoding) -> Decoding {
    let (function, decode) = (Ident::new(function, span), emit_function(ty, decoding));
    Decoding::Call(quote_spanned!(span=> __rt::#function(__reader, #arguments, #decode)))
}

/// A function that reads the value.
fn emit_function(ty: &Type, decoding: &Decoding) -> TokenStream {
    match decoding {
        Decoding::Type => spans::of_decode(ty, "decode"),
        Decoding::Call(call) => quote_spanned!(spans::hidden()=> |__reader| #call),
    }
}

fn emit_way(field: &Field<'_>) -> Decoding {
    let reader = quote_spanned!(spans::hidden()=> __reader);
    let call = match &field.reading.way {
        Way::Decode => return Decoding::Type,
        Way::Items { one_or_many, skip_invalid } => emit_items(field, *one_or_many, *skip_invalid),
        Way::With(path) => {
            let decode = Ident::new("decode", spans::at_path(path));
            quote_spanned!(spans::at_path(path)=> __rt::with(__reader, |__text| #path::#decode(__text)))
        }
        Way::Serde(span) => quote_spanned!(spans::at(*span)=> __rt::via_serde(#reader)),
        Way::Deserialize(path) => {
            let span = path.segments.first().map_or_else(spans::hidden, |segment| spans::at(segment.ident.span()));
            quote_spanned!(span=> __rt::via_serde_with(__reader, |__deserializer| #path(__deserializer)))
        }
        Way::FromStr { span, optional: false } => quote_spanned!(spans::at(*span)=> __rt::via_from_str(#reader)),
        Way::FromStr { span, optional: true } => {
            quote_spanned!(spans::at(*span)=> __rt::optional(#reader, __rt::via_from_str))
        }
    };
    Decoding::Call(call)
}

fn emit_items(field: &Field<'_>, one_or_many: Option<Span>, skip_invalid: Option<Span>) -> TokenStream {
    let span = spans::at(one_or_many.or(skip_invalid).unwrap_or_else(spans::hidden));
    let reader = quote_spanned!(spans::hidden()=> __reader);
    let function = Ident::new(if one_or_many.is_some() { "one_or_many" } else { "many" }, span);
    let item = match skip_invalid {
        Some(skip) => {
            let rules = rules::emit_item_rules(&field.rules, field.ty);
            let call = quote_spanned!(spans::at(skip)=> __rt::skip_invalid(#reader, #rules));
            quote_spanned!(spans::hidden()=> |__reader| #call)
        }
        None => quote_spanned!(span=> __rt::item),
    };
    quote_spanned!(span=> __rt::#function(#reader, #item))
}
