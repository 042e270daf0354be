//! Stand-ins for the traits of an item that is wrong, so that its own errors are not followed by others where it is used.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    emit::{self, Parts},
    model::{Bounds, Target},
};

pub(crate) fn model(target: &Target<'_>) -> TokenStream {
    let parts = Parts {
        items: TokenStream::new(),
        spelling: quote!(__rt::None),
        decode: quote!(__rt::Err(__rt::Failure::Invalid)),
        validate_nested: None,
        methods: emit::refuse_any_start(),
        fields: quote!(&[]),
    };
    emit::implement(target, &Bounds::default(), &parts)
}
