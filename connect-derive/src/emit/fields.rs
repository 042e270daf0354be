//! Emits the list of a model's fields.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Member, ext::IdentExt};

use super::{slots::Slots, spellings};

/// The fields for a check that names one: the shape has the first keys of paths in place of the fields at these.
pub(super) fn emit_fields(slots: &Slots<'_>) -> TokenStream {
    let shape = slots.owner.shape_ident();
    if slots.read.iter().all(|slot| slot.field.path.is_empty()) {
        return quote!(#shape.fields);
    }
    let fields = slots.read.iter().map(|slot| {
        let (name, rust) = (&slot.wire.name, rust_name(&slot.field.member));
        if slot.field.path.is_empty() {
            spellings::field(name, &rust)
        } else {
            quote!(__rt::Field::at_path(#name, #rust))
        }
    });
    quote!(const { &[#(#fields),*] })
}

pub(super) fn rust_name(member: &Member) -> String {
    match member {
        Member::Named(ident) => ident.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}
