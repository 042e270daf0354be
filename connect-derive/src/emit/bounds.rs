//! Parameters and where clauses of the implementations.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{GenericParam, TypeParamBound, WherePredicate};

use super::rules;
use crate::model::{Bounds, Target};

/// How long the text lives that an implementation reads.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Text {
    /// As long as the implementation's `'__de`.
    Decoded,
    /// For ever; it serves where no text is at hand.
    Static,
    /// However long.
    Any,
}

impl Text {
    fn decode(self) -> TokenStream {
        self.apply(&quote!(__rt::Decode))
    }

    fn flatten(self) -> TokenStream {
        self.apply(&quote!(__rt::Flatten))
    }

    fn apply(self, bound: &TokenStream) -> TokenStream {
        match self {
            Self::Decoded => quote!(#bound<'__de>),
            Self::Static => quote!(#bound<'static>),
            Self::Any => quote!(for<'__any> #bound<'__any>),
        }
    }
}

pub(super) fn where_clause(target: &Target<'_>, bounds: &Bounds<'_>, text: Text) -> Option<TokenStream> {
    let (decode, flatten) = (text.decode(), text.flatten());
    let user = target.generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let lifetimes = target.generics.lifetimes().map(|param| &param.lifetime).filter(|_| text == Text::Decoded);
    let predicates: Vec<TokenStream> = lifetimes
        .map(|lifetime| quote!('__de: #lifetime))
        .chain(user.map(ToTokens::to_token_stream))
        .chain(bounds.params.iter().map(|param| quote!(#param: #decode)))
        .chain(bounds.flattened.iter().map(|param| quote!(#param: #flatten)))
        .chain(bounds.read.iter().map(|ty| quote!(#ty: #decode)))
        .chain(bounds.written.iter().map(|predicate| as_decode(predicate, &decode)))
        .chain(bounds.ruled.iter().flat_map(rules::predicates))
        .collect();
    (!predicates.is_empty()).then(|| quote!(where #(#predicates,)*))
}

/// Where a bound for serde says `T: Deserialize<'de>`, here `T: Decode` is meant.
fn as_decode(predicate: &WherePredicate, decode: &TokenStream) -> TokenStream {
    let WherePredicate::Type(predicate) = predicate else { return predicate.to_token_stream() };
    let (lifetimes, ty) = (&predicate.lifetimes, &predicate.bounded_ty);
    let bounds =
        predicate.bounds.iter().map(|bound| if is_deserialize(bound) { decode.clone() } else { quote!(#bound) });
    quote!(#lifetimes #ty: #(#bounds)+*)
}

fn is_deserialize(bound: &TypeParamBound) -> bool {
    let TypeParamBound::Trait(bound) = bound else { return false };
    bound.path.segments.last().is_some_and(|last| last.ident == "Deserialize" || last.ident == "DeserializeOwned")
}

/// A parameter as it stands behind `impl`.
pub(super) fn without_default(param: &GenericParam) -> TokenStream {
    match param {
        GenericParam::Lifetime(param) => quote!(#param),
        GenericParam::Type(param) => {
            let (ident, bounds) = (&param.ident, &param.bounds);
            quote!(#ident: #bounds)
        }
        GenericParam::Const(param) => {
            let (ident, ty) = (&param.ident, &param.ty);
            quote!(const #ident: #ty)
        }
    }
}
