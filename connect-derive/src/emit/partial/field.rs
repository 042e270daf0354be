//! How a part of a field is read, and what type it has.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;

use super::super::{
    decoding,
    slots::{Slot, Slots},
};
use crate::{spans, types};

/// How a part of a field is read.
pub(super) struct Part<'s, 'a> {
    slots: &'s Slots<'a>,
    slot: &'s Slot<'a>,
    how: How,
}

#[derive(Clone, Copy, PartialEq)]
enum How {
    /// By its type.
    Typed,
    /// By its type, if it is not text, which attributes change.
    Changed,
    /// Not before it is complete.
    Whole,
}

impl<'s, 'a> Part<'s, 'a> {
    pub(super) fn of(slots: &'s Slots<'a>, slot: &'s Slot<'a>) -> Self {
        let reading = &slot.field.reading;
        let how = if slot.field.whole.is_some() || reading.is_whole() {
            How::Whole
        } else if reading.is_changed() {
            How::Changed
        } else {
            How::Typed
        };
        Self { slots, slot, how }
    }

    /// What there is of the field's value, outside the model's implementations.
    pub(super) fn partial_type(&self) -> TokenStream {
        let ty = self.slots.spell(self.slot.field.ty.to_token_stream());
        if self.how == How::Whole { ty } else { self.of_partial_model(&ty, "Partial") }
    }

    /// The type of the companion's field: of an `Option`, null and nothing are the same.
    pub(super) fn field_type(&self) -> TokenStream {
        if self.how == How::Whole && self.is_option() {
            return self.partial_type();
        }
        let partial = if self.how == How::Whole { self.partial_type() } else { self.of_inside("Partial") };
        let (start, end) = spans::ends(self.slot.field.ty);
        let root = quote_spanned!(start=> ::core);
        quote_spanned!(end=> #root::option::Option<#partial>)
    }

    /// Makes the companion's field of the model's.
    pub(super) fn emit_convert(&self) -> TokenStream {
        let (member, ty) = (&self.slot.field.member, self.slot.field.ty);
        let value = quote_spanned!(spans::hidden()=> self.#member);
        let value = if self.how == How::Whole {
            value
        } else {
            spans::call_method(ty, &self.of_partial_model(&ty.to_token_stream(), "into_partial"), &value)
        };
        if self.is_option() { value } else { quote_spanned!(spans::ends(ty).1=> __rt::Some(#value)) }
    }

    /// Reads the current value of `__parts`, for the companion's field.
    pub(super) fn emit_read_field(&self) -> TokenStream {
        let read = self.emit_read();
        let flatten = self.is_option().then(|| quote!(.flatten()));
        quote_spanned!(spans::hidden()=> #read? #flatten)
    }

    /// Reads the current value of `__parts`.
    pub(super) fn emit_read(&self) -> TokenStream {
        let (ty, decoding) = (self.slot.field.ty, decoding::of(self.slots, self.slot));
        let value = decoding.emit_value(ty);
        let decode = quote_spanned!(spans::hidden()=> |__reader| #value);
        let ((_, end), parts) = (spans::ends(ty), quote_spanned!(spans::hidden()=> __parts));
        match self.how {
            How::Typed => quote_spanned!(end=> #parts.read::<#ty>()),
            How::Changed => quote_spanned!(end=> #parts.read_with::<#ty>(#decode)),
            How::Whole => quote_spanned!(end=> #parts.complete::<#ty>(#decode)),
        }
    }

    /// Reads the value of the current key into the flattened field, which is `None` until one of its keys is there.
    pub(super) fn emit_take(&self) -> TokenStream {
        let (inside, member) = (self.inside(), &self.slot.field.member);
        let arguments = quote_spanned!(spans::hidden()=> (&mut __partial.#member, __name, __parts));
        let (_, end) = spans::ends(self.slot.field.ty);
        quote_spanned!(end=> <__rt::Option<#inside> as __rt::PartialRecord>::take_part #arguments?)
    }

    fn is_option(&self) -> bool {
        types::is_option(self.slot.field.ty)
    }

    /// The type inside the `Option`, if it is one.
    fn inside(&self) -> &Type {
        types::inside_option(self.slot.field.ty).unwrap_or(self.slot.field.ty)
    }

    /// As [`of_partial_model`](Self::of_partial_model), of the type inside, outside the model's implementations.
    fn of_inside(&self, item: &str) -> TokenStream {
        self.of_partial_model(&self.slots.spell(self.inside().to_token_stream()), item)
    }

    /// `<ty as PartialModel>::item`, with the spans of the field's type.
    fn of_partial_model(&self, ty: &TokenStream, item: &str) -> TokenStream {
        let (start, end) = spans::ends(self.slot.field.ty);
        let (runtime, open, item) =
            (&self.slots.owner.target.runtime, quote_spanned!(start=> <), Ident::new(item, end));
        quote_spanned!(end=> #open #ty as #runtime::PartialModel>::#item)
    }
}
