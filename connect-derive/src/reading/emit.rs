//! Emits the code that decodes a field's value.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{ExprPath, Type, parse_quote};

use super::{Decoder, Inside, Reading, Wrapping};
use crate::{
    formats::{Format, Formats, Kind},
    rules::{self, Rule, change},
    spans, types,
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
    let mut inside = emit_decoder(&reading.decoder, ty, rules, whole);
    if !reading.changes.is_empty() {
        inside = Decoding::Call(change::emit(&reading.changes, &emit_any(&inside)));
    }
    if let Some(json_string) = &reading.json_string {
        inside = Decoding::Call(json_string.emit(&emit_any(&inside)));
    }
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

fn wrap(
    Wrapping { wrapper, default, sentinels }: &Wrapping<'_>,
    ty: &Type,
    inside: &Decoding,
    check: &TokenStream,
) -> Decoding {
    let sentinels = (!sentinels.is_empty()).then(|| {
        let sentinels = sentinels.iter().map(|literal| literal.emit());
        quote!(, &[#(#sentinels),*])
    });
    let rules = wrapper.takes_rules.then(|| quote!(, #check));
    let Some(default) = default else {
        let arguments = quote_spanned!(spans::hidden()=> __reader #sentinels #rules);
        return Decoding::Call(emit_call(wrapper.function, &arguments, ty, inside));
    };
    // A default of another type is an error at the attribute that requests it.
    let (span, make, decode) = (default.span(), default.emit_make(), emit_function(ty, inside));
    let function = Ident::new(wrapper.function, span);
    Decoding::Call(quote_spanned!(span=> __rt::#function(__reader #sentinels, #make #rules, #decode)))
}

/// A function that decodes the value.
fn emit_function(ty: &Type, decoding: &Decoding) -> TokenStream {
    match decoding {
        Decoding::Type => spans::of_decode(ty, "decode"),
        Decoding::Call(call) => quote_spanned!(spans::hidden()=> |__reader| #call),
    }
}

/// A function that decodes the value, from whichever reader it is passed.
fn emit_any(decoding: &Decoding) -> TokenStream {
    match decoding {
        Decoding::Type => quote_spanned!(spans::hidden()=> |__reader| __rt::Decode::decode(__reader)),
        Decoding::Call(call) => quote_spanned!(spans::hidden()=> |__reader| #call),
    }
}

fn emit_decoder(decoder: &Decoder<'_>, ty: &Type, rules: &[&Rule], whole: bool) -> Decoding {
    let reader = quote_spanned!(spans::hidden()=> __reader);
    let call = match decoder {
        Decoder::Type => return Decoding::Type,
        Decoder::Items { one_or_many, skip_invalid, inside } => {
            Items { one_or_many: *one_or_many, skip_invalid: *skip_invalid, inside, ty }.emit(rules)
        }
        Decoder::With(path) => emit_with(path, ty),
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
        Decoder::Formats(formats) => emit_formats(formats, ty),
        Decoder::Owned { optional: false } => quote_spanned!(spans::at_type(ty)=> __rt::owned(#reader)),
        Decoder::Owned { optional: true } => {
            quote_spanned!(spans::at_type(ty)=> __rt::optional(#reader, __rt::owned))
        }
    };
    Decoding::Call(call)
}

/// A call of the module's function. What it gives for an `Option` is found out by the compiler.
fn emit_with(path: &ExprPath, ty: &Type) -> TokenStream {
    let span = spans::at_path(path);
    let decode = Ident::new("decode", span);
    let Some(inner) = types::inside_option(ty) else {
        return quote_spanned!(span=> __rt::with(__reader, |__text| #path::#decode(__text)));
    };
    quote_spanned! {span=> {
        let __decode = |__text: &__rt::Text<'_>| #path::#decode(__text);
        __rt::Probe::<_, #inner>::of(&__decode).given().read(__reader, __decode)
    }}
}

/// A call that reads a date or time in one of the formats.
fn emit_formats(formats: &Formats, ty: &Type) -> TokenStream {
    let inner = types::inside_option(ty);
    let (dated, zone) = (inner.unwrap_or(ty), formats.zone.unwrap_or(0));
    let list = formats.list.iter().map(|Format { text, kind }| {
        let span = spans::at(text.span());
        let kind = match (kind, formats.zone) {
            (Kind::Rfc3339, _) => return quote_spanned!(span=> __rt::Format::<#dated>::rfc3339()),
            (Kind::Date | Kind::DateTime, Some(_)) | (Kind::Instant, _) => "instant",
            (Kind::Date, None) => "date",
            (Kind::DateTime, None) => "date_time",
            (Kind::Time, _) => "time",
        };
        let kind = Ident::new(kind, span);
        quote_spanned!(span=> __rt::Format::<#dated>::#kind(#text, #zone))
    });
    let span = formats.list.first().map_or_else(spans::hidden, |format| spans::at(format.text.span()));
    let call = quote_spanned!(span=> __rt::formatted(__reader, &[#(#list),*]));
    match inner {
        Some(_) => quote_spanned!(spans::hidden()=> __rt::optional(__reader, |__reader| #call)),
        None => call,
    }
}

/// A collection that is read item by item.
struct Items<'a> {
    one_or_many: Option<Span>,
    skip_invalid: Option<Span>,
    inside: &'a Inside<'a>,
    ty: &'a Type,
}

impl Items<'_> {
    fn emit(&self, rules: &[&Rule]) -> TokenStream {
        let span = self.span();
        let item = self.emit_item(rules);
        if let Some(module) = self.inside.keys {
            let key = emit_with(module, types::map_key(types::inside(self.ty)).unwrap_or(&unknown()));
            let place = spans::at_path(module);
            let key = quote_spanned!(spans::hidden()=> |__reader| #key);
            return quote_spanned!(place=> __rt::Keyed::decode_keyed(__reader, #key, #item));
        }
        let function = match (self.one_or_many, self.skip_invalid) {
            (Some(_), _) => quote_spanned!(span=> one_or_many),
            (None, None) if !self.inside.is_by_type() => quote_spanned!(span=> Items::decode_each),
            (None, _) => quote_spanned!(span=> Collection::decode_items),
        };
        let reader = quote_spanned!(spans::hidden()=> __reader);
        quote_spanned!(span=> __rt::#function(#reader, #item))
    }

    /// The call that reads an item, if it is not its type alone that reads it.
    fn emit_part(&self) -> Option<TokenStream> {
        let (unknown, changes) = (unknown(), &self.inside.changes);
        let ty = types::item(self.ty).unwrap_or(&unknown);
        let read = self.inside.item.as_deref().map(|decoder| emit_decoder(decoder, ty, &[], false).emit_value(ty));
        if changes.is_empty() {
            return read;
        }
        let read = read.unwrap_or_else(|| quote_spanned!(spans::hidden()=> __rt::Decode::decode(__reader)));
        Some(change::emit(changes, &quote_spanned!(spans::hidden()=> |__reader| #read)))
    }

    fn span(&self) -> Span {
        let change = self.inside.changes.first().map(|change| change.span);
        let item = self.inside.item.as_deref().map(span_of_item).or(change);
        spans::at(self.one_or_many.or(self.skip_invalid).or(item).unwrap_or_else(spans::hidden))
    }

    /// A function that reads an item, which is an `Option` where items may be left out.
    fn emit_item(&self, rules: &[&Rule]) -> TokenStream {
        let (span, reader) = (self.span(), quote_spanned!(spans::hidden()=> __reader));
        let item = self.emit_part();
        let call = match (self.skip_invalid, item) {
            (Some(skip), None) => {
                let rules = rules::emit_item_rules(rules, self.ty);
                quote_spanned!(spans::at(skip)=> __rt::skip_invalid(#reader, #rules))
            }
            (Some(skip), Some(item)) => {
                let rules = rules::emit_item_rules(rules, self.ty);
                let item = quote_spanned!(spans::hidden()=> |__reader| #item);
                quote_spanned!(spans::at(skip)=> __rt::skip_invalid_with(#reader, #rules, #item))
            }
            (None, None) => return quote_spanned!(span=> __rt::item),
            (None, Some(item)) if self.one_or_many.is_none() && self.inside.keys.is_none() => item,
            (None, Some(item)) => quote_spanned!(spans::hidden()=> __rt::Result::map(#item, __rt::Some)),
        };
        quote_spanned!(spans::hidden()=> |__reader| #call)
    }
}

/// The span of what reads an item.
fn span_of_item(decoder: &Decoder<'_>) -> Span {
    match decoder {
        Decoder::With(path) => spans::at_path(path),
        Decoder::Formats(formats) => formats.list.first().map_or_else(spans::hidden, |format| format.text.span()),
        Decoder::Items { inside, .. } => {
            let change = inside.changes.first().map(|change| change.span);
            let item = inside.item.as_deref().map(span_of_item).or(change);
            item.or(inside.keys.map(spans::at_path)).unwrap_or_else(spans::hidden)
        }
        _ => spans::hidden(),
    }
}

/// A type that the compiler infers, where its spelling does not tell it.
fn unknown() -> Type {
    parse_quote!(_)
}
