//! The call of each rule.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use syn::{ExprPath, LitStr, Type};

use super::numbers;
use crate::{
    rules::rule::{Limit, Rule, Test, Version},
    spans, types,
};

/// The call that checks `__value`, all at the place of the rule's name, so that what the compiler says of the same type
/// at two calls is one error.
pub(super) fn emit(rule: &Rule, ty: Option<&Type>) -> TokenStream {
    let (span, message) = (spans::at(rule.span), emit_message(rule.message.as_ref(), rule.span));
    let call = |name: &str, arguments: TokenStream| {
        let name = Ident::new(name, span);
        quote_spanned!(span=> __rt::rules::#name(__value, #arguments #message, __problems);)
    };
    match &rule.test {
        Test::Length(_) => emit_length(&rule.test, &call, span),
        Test::Range(limits) => limits.iter().map(|limit| call("range", emit_limit(limit, span))).collect(),
        Test::MultipleOf(factor) => {
            let factor = numbers::emit(factor);
            call("multiple_of", quote_spanned!(span=> &(#factor),))
        }
        Test::Pattern(pattern) => emit_pattern(pattern, &call, span),
        Test::Email => call("email", TokenStream::new()),
        Test::Url => call("url", TokenStream::new()),
        Test::Uuid => call("uuid", TokenStream::new()),
        Test::Ip(version) => call("ip", emit_version(*version, span)),
        Test::OneOf(choices) => {
            let choices = numbers::emit_all(choices);
            call("one_of", quote_spanned!(span=> &[#(#choices),*],))
        }
        Test::Unique => call("unique", TokenStream::new()),
        Test::Each(rules) => emit_each(rules, ty, span),
        Test::Custom(path) => {
            let place = place_of(path);
            let call = quote_spanned!(place=> __rt::rules::custom(#path(__value), #message, __problems););
            inside_options(ty, call, span)
        }
    }
}

fn emit_message(message: Option<&LitStr>, span: Span) -> TokenStream {
    match message {
        Some(text) => {
            let text = LitStr::new(&text.value(), spans::at(span));
            quote_spanned!(spans::at(span)=> __rt::Some(#text))
        }
        None => quote_spanned!(spans::at(span)=> __rt::None),
    }
}

fn emit_length(test: &Test, call: &dyn Fn(&str, TokenStream) -> TokenStream, span: Span) -> TokenStream {
    let limit = |name| test.limit(name).map(|limit| &limit.value);
    let (name, limits) = match (limit("equal"), limit("min"), limit("max")) {
        (Some(equal), ..) => ("exactly", vec![equal]),
        (_, Some(min), Some(max)) => ("between", vec![min, max]),
        (_, min, None) => ("at_least", min.into_iter().collect()),
        (_, None, max) => ("at_most", max.into_iter().collect()),
    };
    let name = Ident::new(name, span);
    call("length", quote_spanned!(span=> __rt::rules::Bounds::#name(#(#limits),*),))
}

fn emit_limit(limit: &Limit, span: Span) -> TokenStream {
    let kind = match limit.name {
        "min" => "AtLeast",
        "max" => "AtMost",
        "exclusive_min" => "MoreThan",
        _ => "LessThan",
    };
    let (kind, value) = (Ident::new(kind, span), numbers::emit(&limit.value));
    quote_spanned!(span=> &__rt::rules::Limit::#kind(#value),)
}

fn emit_pattern(pattern: &LitStr, call: &dyn Fn(&str, TokenStream) -> TokenStream, span: Span) -> TokenStream {
    let text = LitStr::new(&pattern.value(), span);
    let search = call("pattern", quote_spanned!(span=> &PATTERN,));
    quote_spanned! {span=> {
        static PATTERN: __rt::rules::Pattern = __rt::rules::Pattern::new(#text);
        #search
    }}
}

fn emit_version(version: Version, span: Span) -> TokenStream {
    let name = match version {
        Version::Any => "Any",
        Version::V4 => "V4",
        Version::V6 => "V6",
    };
    let name = Ident::new(name, span);
    quote_spanned!(span=> __rt::rules::Ip::#name,)
}

fn emit_each(rules: &[Rule], ty: Option<&Type>, span: Span) -> TokenStream {
    let item = ty.and_then(types::item);
    let calls = rules.iter().map(|rule| emit(rule, item));
    quote_spanned!(span=> __rt::rules::each(__value, __problems, |__value, __problems| { #(#calls)* });)
}

/// Where errors about what a function takes or returns point: its name.
pub(in crate::emit) fn place_of(path: &ExprPath) -> Span {
    spans::at(path.path.segments.last().map_or_else(Span::call_site, |last| last.ident.span()))
}

/// Makes `__value` what is inside, so that the user's function can take a reference that it coerces to.
fn inside_options(ty: Option<&Type>, call: TokenStream, span: Span) -> TokenStream {
    match ty.and_then(types::inside_option) {
        Some(inside) => {
            let call = inside_options(Some(inside), call, span);
            quote_spanned!(span=> if let __rt::Some(__value) = __value { #call })
        }
        None => call,
    }
}
