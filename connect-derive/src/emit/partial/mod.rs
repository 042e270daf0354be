//! Emits the code that reads a part of a model, and the struct that holds one.

mod companion;
mod field;
mod implement;

use proc_macro2::TokenStream;
use quote::quote_spanned;

use self::{field::Part, implement::implement};
use super::{impls::Parts, owner::RecordOwner, slots::Slots};
use crate::{
    model::{Body, Content, Model, Partial, Target},
    spans,
};

/// Adds to the `parts` what reads a part of the model; returns the struct that holds one.
pub(super) fn emit(target: &Target<'_>, model: &Model<'_>, parts: &mut Parts) -> Option<TokenStream> {
    let partial = model.partial.as_ref()?;
    let owner = RecordOwner { target, bounds: &model.bounds, variant: None, shares_object: true };
    let (definition, implementation) = match (partial, &model.body) {
        (Partial::Companion(companion), Body::Struct(Content::Record(record))) => {
            companion::emit(&Slots::of(owner, record, false), companion)
        }
        (Partial::Inside, Body::Struct(Content::Newtype(record))) => {
            (TokenStream::new(), implement_inside(&Slots::of(owner, record, true))?)
        }
        _ => (TokenStream::new(), implement_whole(owner)),
    };
    parts.items.extend(implementation);
    Some(definition)
}

/// There is nothing of the model until it is complete.
fn implement_whole(owner: RecordOwner<'_>) -> TokenStream {
    let model = owner.model();
    implement(owner, &model, &quote_spanned!(spans::hidden()=> self), None)
}

/// A part of a newtype is a part of its value.
fn implement_inside(slots: &Slots<'_>) -> Option<TokenStream> {
    let slot = slots.read.first()?;
    let (part, member) = (Part::of(slots, slot), &slot.field.member);
    let into_partial = quote_spanned!(spans::hidden()=> __rt::PartialModel::into_partial(self.#member));
    Some(implement(slots.owner, &part.partial_type(), &into_partial, Some(&part.emit_read())))
}
