//! Emits the implementations for an enum whose variants have content, or that is tagged.

mod code;
mod decode;
pub(super) mod flatten;
mod map_key;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use self::code::EnumCode;
use super::{
    content,
    impls::{Parts, emit_claims, emit_deserialize, emit_may_start_with},
    run_rules, spellings, validate,
};
use crate::{
    model::{Bounds, Enum, Tagging, Target, Variant, WireNames},
    spans,
};

pub(super) fn emit(target: &Target<'_>, bounds: &Bounds<'_>, body: &Enum<'_>) -> Parts {
    let code = EnumCode::of(target, bounds, body);
    let checks = |model| run_rules::emit_checks(&body.checks, model, &quote!(&[]));
    let decode = check(decode::emit(&code), checks("__model"));
    let (tables, flattened, map_key) = (emit_tables(&code, body), flatten::emit(&code), map_key::implement(&code));
    let items = code.all().map(|(_, content)| &content.items);
    let self_checks = checks("self");
    Parts {
        items: quote!(#tables #(#items)* #flattened #map_key),
        spelling: quote!(__rt::None),
        decode,
        validate_nested: validate::emit_method(&emit_validation(&code), self_checks.as_ref()),
        methods: emit_methods(&code),
        fields: quote!(&[]),
        deserialize: emit_deserialize(),
    }
}

fn emit_methods(code: &EnumCode<'_>) -> TokenStream {
    let claims = emit_claims(&flatten::emit_claims(code));
    let may_start = match code.tagging {
        // The variant for unknown tags may accept any value.
        _ if code.other.is_some() => quote!(true),
        Tagging::External => quote_spanned!(spans::hidden()=> __first == b'"' || __first == b'{'),
        Tagging::Internal { .. } | Tagging::Adjacent { .. } => quote_spanned!(spans::hidden()=> __first == b'{'),
        Tagging::Untagged => {
            let may_start = code.variants.iter().map(|(_, content)| &content.may_start);
            quote!(false #(|| #may_start)*)
        }
    };
    let may_start = emit_may_start_with(&may_start);
    quote!(#claims #may_start)
}

/// Runs the enum's own checks after `decode`.
fn check(decode: TokenStream, checks: Option<TokenStream>) -> TokenStream {
    let Some(checks) = checks else { return decode };
    quote_spanned! {spans::hidden()=>
        __rt::decode_newtype(
            __reader,
            |_, _| (),
            |__model| __model,
            |__model, __problems| { #checks },
            |__reader| #decode,
        )
    }
}

fn emit_tables(code: &EnumCode<'_>, body: &Enum<'_>) -> TokenStream {
    let wires = || body.variants.iter().map(|variant| &variant.wire);
    match &body.tagging {
        Tagging::Untagged => TokenStream::new(),
        Tagging::External | Tagging::Internal { .. } => spellings::names(code.target, wires()),
        Tagging::Adjacent { tag, content } => {
            let names = spellings::names(code.target, wires());
            let shape = emit_shape(code.target, tag, content, body.deny_unknown_fields);
            quote!(#names #shape)
        }
    }
}

/// The shape `__ADJACENT` of the object of an adjacently tagged enum.
fn emit_shape(target: &Target<'_>, tag: &str, content: &str, deny_unknown_fields: bool) -> TokenStream {
    let name = target.ident.unraw().to_string();
    let wires = [tag, content].map(|name| WireNames { name: name.to_owned(), aliases: Vec::new() });
    let spellings = spellings::table(wires.iter());
    let fields = [tag, content].map(|name| spellings::field(name, name));
    quote! {
        const __ADJACENT: &__rt::Shape = &__rt::Shape {
            name: #name,
            fields: &[#(#fields),*],
            spellings: #spellings,
            deny_unknown_fields: #deny_unknown_fields,
        };
    }
}

/// Runs the rules of the current variant, under its key.
fn emit_validation(code: &EnumCode<'_>) -> TokenStream {
    let arms: Vec<_> = code
        .all()
        .enumerate()
        .filter(|(_, (_, content))| !content.validate.is_empty())
        .map(|(index, (variant, content))| {
            let pattern = content::pattern(code.owner(variant, index), &variant.content);
            let validate = validate_under_key(code, variant, &content.validate);
            quote!(#pattern => { #validate })
        })
        .collect();
    if arms.is_empty() {
        return TokenStream::new();
    }
    quote_spanned! {spans::hidden()=>
        match self {
            #(#arms)*
            #[allow(unreachable_patterns)]
            _ => {}
        }
    }
}

fn validate_under_key(code: &EnumCode<'_>, variant: &Variant<'_>, validate: &TokenStream) -> TokenStream {
    let key = match code.tagging {
        Tagging::External => &variant.wire.name,
        Tagging::Adjacent { content, .. } => content,
        Tagging::Internal { .. } | Tagging::Untagged => return validate.clone(),
    };
    if code.other.as_ref().is_some_and(|(other, _)| other.ident == variant.ident) {
        return validate.clone();
    }
    quote_spanned! {spans::hidden()=>
        __rt::validate_field(self, #key, __problems, |_, __problems| { #validate });
    }
}
