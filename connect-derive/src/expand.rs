//! Expands an item into its implementations, or into its errors and stand-in implementations.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::{
    attributes, check,
    emit::{self, impls},
    errors::Errors,
    model::{Bounds, Target},
};

pub(crate) fn expand(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let item = attributes::parse(input, &mut errors);
    let target = check::target(&item, &mut errors);
    let model = check::model(&item, &mut errors);
    match (errors.finish(), model) {
        (None, Some(model)) => emit::model(&target, &model),
        (errors, _) => {
            let stand_ins = emit_stand_ins(&target);
            quote!(#errors #stand_ins)
        }
    }
}

/// Stand-in implementations for an item with errors; without them every use of the item would be a further error.
fn emit_stand_ins(target: &Target<'_>) -> TokenStream {
    let parts = impls::Parts {
        items: TokenStream::new(),
        spelling: quote!(__rt::None),
        decode: quote!(__rt::Err(__rt::Failure::Invalid)),
        validate_nested: None,
        methods: impls::emit_may_start_with(&quote!(false)),
        fields: quote!(&[]),
        deserialize: impls::emit_deserialize(),
    };
    impls::emit(target, &Bounds::default(), &parts)
}

#[cfg(test)]
mod tests;
