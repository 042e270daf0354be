//! Emits the visit of a field: how it is read, and what it becomes if it is absent.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{
    decoding,
    slots::{Slot, Slots},
};
use crate::{defaults::Default, model::Absence, reading::emit::emit_call, spans};

pub(super) fn emit_field(slots: &Slots<'_>, slot: &Slot<'_>) -> TokenStream {
    let (place, index, ty) = (slot.place(), slot.index, slot.field.ty);
    let (function, absence) = emit_absence(slots, slot);
    let arguments = quote_spanned!(spans::hidden()=> __visitor, #index, &mut #place #absence);
    emit_call(function, &arguments, ty, &decoding::of(slots, slot))
}

/// The function that reads the field, chosen by what the field becomes if it is absent, and the argument for that.
fn emit_absence(slots: &Slots<'_>, slot: &Slot<'_>) -> (&'static str, TokenStream) {
    match &slot.field.absence {
        _ if slots.by_position && slot.index < slots.least() => ("field_at_position", TokenStream::new()),
        Absence::Missing => ("required_field", TokenStream::new()),
        Absence::OfType => {
            let absent = spans::of_decode(slot.field.ty, "absent");
            ("field", quote!(, #absent))
        }
        Absence::None => ("field_or", quote_spanned!(spans::hidden()=> , || __rt::None)),
        Absence::Default(default) => {
            let make = default.emit_closure();
            ("field_or", quote!(, #make))
        }
        Absence::OfContainer => {
            let whole = slots.whole(spans::hidden());
            let make = slots.record.default.iter().map(Default::emit_closure);
            ("field_or_container_default", quote!(, (&mut #whole, #(#make)*)))
        }
    }
}
