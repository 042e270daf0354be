//! The code generated for one struct or variant.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{
    build,
    slots::{Slot, Slots},
};
use crate::spans;

pub(super) struct ContentCode {
    /// Items next to the implementations.
    pub(super) items: TokenStream,
    /// Decodes the current value of `__reader`.
    pub(super) decode: TokenStream,
    /// Its value if the content is absent, as an `Option`.
    pub(super) absent: Option<TokenStream>,
    /// Whether its object has a place for the key `__name`.
    pub(super) claims: Option<TokenStream>,
    /// Whether its value may start with the byte `__first`.
    pub(super) may_start: TokenStream,
    /// Runs the rules of its fields.
    pub(super) validate: TokenStream,
}

/// Whether an object of the field's type has a place for the key `__name`.
pub(super) fn claims_of(slot: &Slot<'_>) -> TokenStream {
    let claims = spans::of_decode(slot.field.ty, "claims");
    quote_spanned!(spans::hidden()=> #claims(__name))
}

/// The fields that are not read, each with its value.
pub(super) fn skipped(slots: &Slots<'_>) -> TokenStream {
    let values = slots.skipped().map(|field| {
        let (member, value) = (&field.member, build::emit_skipped(field));
        quote!(#member: #value,)
    });
    values.collect()
}
