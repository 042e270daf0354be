//! From an item to its implementations: parse, check, emit; where something is wrong, the errors and stand-ins.

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::{attributes, check, emit, errors::Errors, fallback};

pub(crate) fn expand(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let item = attributes::parse(input, &mut errors);
    let target = check::target(&item, &mut errors);
    let model = check::model(&item, &mut errors);
    match (errors.finish(), model) {
        (None, Some(model)) => emit::model(&target, &model),
        (errors, _) => {
            let stand_ins = fallback::model(&target);
            quote::quote!(#errors #stand_ins)
        }
    }
}

#[cfg(test)]
mod tests;
