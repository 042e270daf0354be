//! Expands an item into its implementations, or into its errors and stand-in implementations.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Type};

use crate::{
    attributes,
    check::{self, probes},
    emit::{self, impls},
    errors::Errors,
    model::{Bounds, Target},
    spans,
};

pub(crate) fn expand(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let item = attributes::parse(input, &mut errors);
    let target = check::target(&item, &mut errors);
    let model = check::model(&item, &mut errors);
    match (errors.finish(), model) {
        (None, Some(model)) => emit::model(&target, &model),
        (errors, _) => {
            let stand_ins = emit_stand_ins(&target, &probes::find(&item));
            quote!(#errors #stand_ins)
        }
    }
}

/// Stand-in implementations for an item with errors; without them every use of the item would be a further error. They
/// name the types that are read, so that one that can't be is reported in the same round.
fn emit_stand_ins(target: &Target<'_>, read: &[&Type]) -> TokenStream {
    let named = read.iter().map(|ty| spans::of_decode(ty, "decode"));
    let parts = impls::Parts {
        items: TokenStream::new(),
        spelling: quote!(__rt::None),
        decode: quote!(#(let _ = #named;)* __rt::Err(__rt::Failure::Invalid)),
        validate_nested: None,
        methods: impls::emit_may_start_with(&quote!(false)),
        fields: quote!(&[]),
        deserialize: impls::emit_deserialize(),
    };
    impls::emit(target, &Bounds::default(), &parts)
}

#[cfg(test)]
mod tests;
