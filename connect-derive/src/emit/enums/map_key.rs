//! Implements `MapKey` for enums with content: the key is the name of the variant if the enum is externally tagged, and
//! the value if it is untagged.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{super::map_key, code::EnumCode};
use crate::{
    model::{Content, Tagging, Variant},
    spans, types,
};

pub(super) fn implement(code: &EnumCode<'_>) -> Option<TokenStream> {
    let named = match code.tagging {
        Tagging::External => true,
        Tagging::Untagged => false,
        Tagging::Internal { .. } | Tagging::Adjacent { .. } => return None,
    };
    let (mut arms, mut inner) = (Vec::new(), Vec::new());
    for (variant, _) in &code.variants {
        arms.push(if named { emit_name(code, variant) } else { emit_value(code, variant, &mut inner)? });
    }
    if let Some((other, _)) = &code.other {
        arms.push(emit_value(code, other, &mut inner)?);
    }
    Some(map_key::implement(code.target, &inner, &map_key::match_self(code.target, &arms)))
}

fn emit_name(code: &EnumCode<'_>, variant: &Variant<'_>) -> TokenStream {
    let (model, ident, name) = (code.target.ident, variant.ident, &variant.wire.name);
    quote!(#model::#ident { .. } => __rt::Cow::Borrowed(#name),)
}

/// The arm for a variant whose value is the key; `None` if the value is an object or an array, or the enum again, whose
/// bound would never end.
fn emit_value(code: &EnumCode<'_>, variant: &Variant<'_>, inner: &mut Vec<TokenStream>) -> Option<TokenStream> {
    let (model, ident) = (code.target.ident, variant.ident);
    let record = match &variant.content {
        Content::Unit => return Some(quote!(#model::#ident => __rt::Cow::Borrowed("null"),)),
        Content::Newtype(record) => record,
        Content::Tuple(_) | Content::Record(_) => return None,
    };
    let field = record.fields.first()?;
    let (member, ty) = (&field.member, field.ty);
    if types::recurs(ty, model) {
        return None;
    }
    inner.push(quote!(#ty: __rt::MapKey));
    Some(quote_spanned! {spans::hidden()=>
        #model::#ident { #member: __value, .. } => <#ty as __rt::MapKey>::to_key(__value),
    })
}
