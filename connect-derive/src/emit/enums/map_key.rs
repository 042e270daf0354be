//! Enums with data as the keys of maps, where the tag is all there is to them: externally tagged ones by the names of their
//! variants, untagged ones by the values.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{super::map_key, Pieces};
use crate::{
    model::{Content, Tagging, Variant},
    paths,
};

pub(super) fn implement(pieces: &Pieces<'_>) -> Option<TokenStream> {
    let named = match pieces.tagging {
        Tagging::External => true,
        Tagging::Untagged => false,
        Tagging::Internal { .. } | Tagging::Adjacent { .. } => return None,
    };
    let (mut arms, mut inner) = (Vec::new(), Vec::new());
    for (variant, _) in &pieces.variants {
        arms.push(if named { emit_name(pieces, variant) } else { emit_value(pieces, variant, &mut inner)? });
    }
    if let Some((other, _)) = &pieces.other {
        arms.push(emit_value(pieces, other, &mut inner)?);
    }
    Some(map_key::implement(pieces.target, &inner, &map_key::match_self(pieces.target, &arms)))
}

fn emit_name(pieces: &Pieces<'_>, variant: &Variant<'_>) -> TokenStream {
    let (model, ident, name) = (pieces.target.ident, variant.ident, &variant.wire.name);
    quote!(#model::#ident { .. } => __rt::Cow::Borrowed(#name),)
}

/// The key that the value of the variant is; none if it is an object or an array.
fn emit_value(pieces: &Pieces<'_>, variant: &Variant<'_>, inner: &mut Vec<TokenStream>) -> Option<TokenStream> {
    let (model, ident) = (pieces.target.ident, variant.ident);
    let record = match &variant.content {
        Content::Unit => return Some(quote!(#model::#ident => __rt::Cow::Borrowed("null"),)),
        Content::Newtype(record) => record,
        Content::Tuple(_) | Content::Record(_) => return None,
    };
    let field = record.fields.first()?;
    let (member, ty) = (&field.member, field.ty);
    inner.push(quote!(#ty: __rt::MapKey));
    Some(quote_spanned! {paths::hidden()=>
        #model::#ident { #member: __value, .. } => <#ty as __rt::MapKey>::to_key(__value),
    })
}
