//! `unique`: no two items of the array are equal.

use proc_macro2::TokenStream;
use quote::quote;

use super::rule::{Constraint, Parse, Site, Spec};

pub(super) const SPEC: Spec = Spec {
    name: "unique",
    example: "unique",
    arguments: &[],
    parse: Parse::Call(|call| {
        call.refuse_values();
        Some(Box::new(Unique))
    }),
};

struct Unique;

impl Constraint for Unique {
    fn emit(&self, site: &Site<'_>) -> TokenStream {
        site.call("unique", &TokenStream::new())
    }

    fn bounds(&self) -> Vec<TokenStream> {
        vec![quote!(__rt::rules::Unique)]
    }

    fn looks_inside(&self) -> bool {
        true
    }
}
