//! The call of each rule.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, LitStr, Type};

use super::numbers;
use crate::{
    paths,
    rule::{Limit, Rule, Test, Version},
    types,
};

/// The call that checks `__value`, all at the place of the rule's name, so that what the compiler says of the same type
/// at two calls is one error.
pub(super) fn emit(rule: &Rule, ty: Option<&Type>) -> TokenStream {
    let (span, message) = (paths::at(rule.span), emit_message(rule.message.as_ref(), rule.span));
    let call = |name: &str, arguments: TokenStream| {
        let name = Ident::new(name, span);
        quote_spanned!(span=> __rt::rules::#name(__value, #arguments #message, __problems);)
    };
    match &rule.test {
        Test::Length(_) => emit_length(&rule.test, &call, span),
        Test::Range(limits) => limits.iter().map(|limit| call("range", emit_limit(limit, span))).collect(),
        Test::MultipleOf(factor) => {
            let factor = numbers::emit(factor);
            call("multiple_of", quote_spanned!(span=> &#factor,))
        }
        Test::Pattern(pattern) => emit_pattern(pattern, &call, span),
        Test::Email => call("email", TokenStream::new()),
        Test::Url => call("url", TokenStream::new()),
        Test::Uuid => call("uuid", TokenStream::new()),
        Test::Ip(version) => call("ip", emit_version(*version, span)),
        Test::OneOf(choices) => {
            let choices = emit_choices(choices);
            call("one_of", quote_spanned!(span=> &[#choices],))
        }
        Test::Unique => call("unique", TokenStream::new()),
        Test::Each(rules) => emit_each(rules, ty, span),
        Test::Custom(path) => {
            let call = quote_spanned!(span=> __rt::rules::custom(#path(__value), #message, __problems););
            inside_options(ty, call, span)
        }
    }
}

fn emit_message(message: Option<&LitStr>, span: Span) -> TokenStream {
    match message {
        Some(text) => {
            let text = LitStr::new(&text.value(), paths::at(span));
            quote_spanned!(paths::at(span)=> __rt::Some(#text))
        }
        None => quote_spanned!(paths::at(span)=> __rt::None),
    }
}

fn emit_length(test: &Test, call: &dyn Fn(&str, TokenStream) -> TokenStream, span: Span) -> TokenStream {
    let some = |name| test.limit(name).map(|Limit { value, .. }| quote_spanned!(span=> __rt::Some(#value)));
    let none = || quote_spanned!(span=> __rt::None);
    if let Some(Limit { value, .. }) = test.limit("equal") {
        let bounds = quote_spanned!(span=> __rt::rules::Bounds::exactly(#value),);
        return call("length", bounds);
    }
    let (min, max) = (some("min").unwrap_or_else(none), some("max").unwrap_or_else(none));
    call("length", quote_spanned!(span=> __rt::rules::Bounds { min: #min, max: #max },))
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

/// An array has one type: literals beside an expression take that of the expression.
fn emit_choices(choices: &[Expr]) -> TokenStream {
    let literal: Option<Vec<_>> = choices.iter().map(numbers::emit_literals).collect();
    let choices = literal.unwrap_or_else(|| choices.iter().map(ToTokens::to_token_stream).collect());
    quote!(#(#choices),*)
}

fn emit_each(rules: &[Rule], ty: Option<&Type>, span: Span) -> TokenStream {
    let item = ty.and_then(types::item);
    let calls = rules.iter().map(|rule| emit(rule, item));
    quote_spanned!(span=> __rt::rules::each(__value, __problems, |__value, __problems| { #(#calls)* });)
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
