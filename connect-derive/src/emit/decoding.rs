//! Works out how the value of a slot is decoded.

use quote::quote;

use super::{
    run_rules,
    slots::{Slot, Slots},
};
use crate::reading::emit::{Decoding, emit};

pub(super) fn of(slots: &Slots<'_>, slot: &Slot<'_>) -> Decoding {
    let check = run_rules::function(slots, slot).unwrap_or_else(|| quote!(|_, _| ()));
    emit(&slot.field.reading, slot.field.ty, &slot.field.rules, &check, slots.shares_object())
}
