//! An enum whose variants have content, or that is tagged.

mod decode;
mod flatten;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use super::{
    Parts,
    content::{self, Piece},
    names,
    owner::Owner,
    run_rules, spellings, structs, validate,
};
use crate::{
    model::{Bounds, Enum, Tagging, Target, Variant},
    spans,
};

/// The variants, each with the code about it.
struct Pieces<'a> {
    target: &'a Target<'a>,
    bounds: &'a Bounds<'a>,
    tagging: &'a Tagging,
    variants: Vec<(&'a Variant<'a>, Piece)>,
    other: Option<(&'a Variant<'a>, Piece)>,
}

pub(super) fn emit(target: &Target<'_>, bounds: &Bounds<'_>, body: &Enum<'_>) -> Parts {
    let piece = |(index, variant): (usize, &'_ Variant<'_>)| {
        content::emit(owner(target, bounds, variant, index), &variant.content)
    };
    let pieces = Pieces {
        target,
        bounds,
        tagging: &body.tagging,
        variants: body.variants.iter().enumerate().map(|pair| (pair.1, piece(pair))).collect(),
        other: body.other.as_ref().map(|other| (other, piece((body.variants.len(), other)))),
    };
    let checks = |model| run_rules::emit_checks(&body.checks, model, &quote!(&[]));
    let decode = check(decode::emit(&pieces), checks("__model"));
    let (tables, flattened) = (emit_tables(&pieces, body), flatten::emit(&pieces));
    let items = pieces.all().map(|(_, piece)| &piece.items);
    let self_checks = checks("self");
    Parts {
        items: quote!(#tables #(#items)* #flattened),
        decode,
        validate_nested: validate::emit_method(&emit_validation(&pieces), self_checks.as_ref()),
        methods: emit_methods(&pieces),
        fields: quote!(&[]),
    }
}

fn emit_methods(pieces: &Pieces<'_>) -> TokenStream {
    let claims = structs::emit_claims(&flatten::emit_claims(pieces));
    let takes = match pieces.tagging {
        // A variant for unknown names reads what it likes.
        _ if pieces.other.is_some() => return claims,
        Tagging::External => quote_spanned!(spans::hidden()=> __first == b'"' || __first == b'{'),
        Tagging::Internal { .. } | Tagging::Adjacent { .. } => quote_spanned!(spans::hidden()=> __first == b'{'),
        Tagging::Untagged => {
            let takes = pieces.variants.iter().map(|(_, piece)| &piece.takes);
            quote!(false #(|| #takes)*)
        }
    };
    let takes = structs::emit_takes(&takes);
    quote!(#claims #takes)
}

fn owner<'a>(target: &'a Target<'a>, bounds: &'a Bounds<'a>, variant: &'a Variant<'a>, index: usize) -> Owner<'a> {
    Owner { target, bounds, variant: Some((variant.ident, index)) }
}

/// The container's own checks run on what was read.
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

impl<'a> Pieces<'a> {
    fn all(&self) -> impl Iterator<Item = &(&'a Variant<'a>, Piece)> {
        self.variants.iter().chain(&self.other)
    }

    /// One arm for each variant that `emit` has code for; none is the one for all unknown tags.
    fn arms(&self, emit: impl Fn(&Piece) -> Option<&TokenStream>) -> TokenStream {
        let known = self.known_arms(&emit);
        let other = self.other.iter().filter_map(|(_, piece)| emit(piece)).map(|code| quote!(__rt::None => #code,));
        quote!(#known #(#other)*)
    }

    fn known_arms(&self, emit: impl Fn(&Piece) -> Option<&TokenStream>) -> TokenStream {
        let arms = self.variants.iter().enumerate().filter_map(|(index, (_, piece))| {
            let code = emit(piece)?;
            Some(quote!(__rt::Some(#index) => #code,))
        });
        arms.collect()
    }
}

fn emit_tables(pieces: &Pieces<'_>, body: &Enum<'_>) -> TokenStream {
    let wires = || body.variants.iter().map(|variant| &variant.wire);
    match &body.tagging {
        Tagging::Untagged => TokenStream::new(),
        Tagging::External | Tagging::Internal { .. } => names::emit_table(pieces.target, wires()),
        Tagging::Adjacent { tag, content } => {
            let names = names::emit_table(pieces.target, wires());
            let shape = emit_shape(pieces.target, tag, content, body.deny_unknown_fields);
            quote!(#names #shape)
        }
    }
}

/// The object of an adjacently tagged enum.
fn emit_shape(target: &Target<'_>, tag: &str, content: &str, deny_unknown_fields: bool) -> TokenStream {
    let name = target.ident.unraw().to_string();
    let wires = [tag, content].map(|name| crate::model::Wire { name: name.to_owned(), aliases: Vec::new() });
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

/// Runs the rules of the variant at hand, below what it stands at.
fn emit_validation(pieces: &Pieces<'_>) -> TokenStream {
    let arms: Vec<_> = pieces
        .all()
        .enumerate()
        .filter(|(_, (_, piece))| !piece.validate.is_empty())
        .map(|(index, (variant, piece))| {
            let pattern = content::pattern(owner(pieces.target, pieces.bounds, variant, index), &variant.content);
            let validate = below(pieces, variant, &piece.validate);
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

fn below(pieces: &Pieces<'_>, variant: &Variant<'_>, validate: &TokenStream) -> TokenStream {
    let key = match pieces.tagging {
        Tagging::External => &variant.wire.name,
        Tagging::Adjacent { content, .. } => content,
        Tagging::Internal { .. } | Tagging::Untagged => return validate.clone(),
    };
    if pieces.other.as_ref().is_some_and(|(other, _)| other.ident == variant.ident) {
        return validate.clone();
    }
    quote_spanned! {spans::hidden()=>
        __rt::validate_field(self, #key, __problems, |_, __problems| { #validate });
    }
}
