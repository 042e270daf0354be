//! Emits the code for fields at paths: the tables of the objects on the way, and the visits of the fields.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{
    record::{emit_field, rust_name},
    slots::{Slot, Slots},
    spellings,
};
use crate::{model::WireNames, spans};

/// The keys of an object that paths lead through.
struct Steps<'s, 'a> {
    /// Its number among all of the record.
    index: usize,
    /// The keys that lead to it.
    prefix: &'s [String],
    /// The fields inside.
    slots: Vec<&'s Slot<'a>>,
}

/// All objects on the way of paths; those in the model's own object are the `first` ones.
fn all<'s, 'a>(slots: &'s Slots<'a>) -> Vec<Steps<'s, 'a>> {
    let mut all: Vec<Steps<'s, 'a>> = Vec::new();
    let depth = slots.read.iter().map(|slot| slot.field.path.len()).max().unwrap_or_default();
    for length in 1..depth {
        for slot in slots.read.iter().filter(|slot| slot.field.path.len() > length) {
            let prefix = slot.field.path.get(..length).unwrap_or_default();
            match all.iter_mut().find(|steps| steps.prefix == prefix) {
                Some(steps) => steps.slots.push(slot),
                None => all.push(Steps { index: all.len(), prefix, slots: vec![slot] }),
            }
        }
    }
    all
}

fn first<'s, 'a>(slots: &'s Slots<'a>) -> impl Iterator<Item = Steps<'s, 'a>> {
    all(slots).into_iter().filter(|steps| steps.prefix.len() == 1)
}

/// The names of the first keys of all paths, which are keys of the model's own object.
pub(super) fn first_names(slots: &Slots<'_>) -> Vec<WireNames> {
    first(slots).filter_map(|steps| Some(WireNames::of(steps.prefix.first()?.clone()))).collect()
}

/// The fields for a check that names one: the shape has the first keys of paths in place of the fields at these.
pub(super) fn emit_fields(slots: &Slots<'_>) -> TokenStream {
    let shape = slots.owner.shape_ident();
    if slots.read.iter().all(|slot| slot.field.path.is_empty()) {
        return quote!(#shape.fields);
    }
    let fields = slots.read.iter().map(|slot| {
        let (name, rust) = (&slot.wire.name, rust_name(&slot.field.member));
        if slot.field.path.is_empty() {
            spellings::field(name, &rust)
        } else {
            quote!(__rt::Field::at_path(#name, #rust))
        }
    });
    quote!(const { &[#(#fields),*] })
}

/// The type of the slots of all objects on the way.
pub(super) fn define(slots: &Slots<'_>) -> Option<TokenStream> {
    let count = all(slots).len();
    (count > 0).then(|| quote!([__rt::Slot<__rt::Step>; #count],))
}

/// The slots of all objects on the way, all absent.
pub(super) fn empty(slots: &Slots<'_>) -> Option<TokenStream> {
    let absent = all(slots).into_iter().map(|_| quote!(__rt::Slot::Absent)).collect::<Vec<_>>();
    (!absent.is_empty()).then(|| quote!([#(#absent),*],))
}

/// The visit of the objects whose first field is this one.
pub(super) fn emit_steps(slots: &Slots<'_>, slot: &Slot<'_>) -> Option<TokenStream> {
    let all = all(slots);
    let starts = |steps: &&Steps<'_, '_>| {
        steps.prefix.len() == 1 && steps.slots.iter().map(|slot| slot.order).min() == Some(slot.order)
    };
    let (position, steps) =
        all.iter().take_while(|steps| steps.prefix.len() == 1).enumerate().find(|(_, s)| starts(s))?;
    let index = slots.own().count() + position;
    let (table, found) = (emit_table(slots, &all, steps), slots.found());
    let fields = steps.slots.iter().map(|slot| emit_field(slots, slot));
    Some(quote_spanned! {spans::hidden()=>
        __rt::steps(__visitor, #index, const { &#table }, &mut #found, |__visitor| {
            #(#fields?;)*
            __rt::Ok(())
        })
    })
}

fn emit_table(slots: &Slots<'_>, all: &[Steps<'_, '_>], steps: &Steps<'_, '_>) -> TokenStream {
    let (depth, index, name) = (steps.prefix.len(), steps.index, slots.owner.name());
    let inner = all.iter().filter(|inner| inner.prefix.len() == depth + 1 && inner.prefix.starts_with(steps.prefix));
    let ends = steps.slots.iter().filter(|slot| slot.field.path.len() == depth + 1);
    let (mut keys, mut targets) = (Vec::new(), Vec::new());
    for slot in ends {
        let index = slot.index;
        keys.extend(slot.field.path.last());
        targets.push(quote!(__rt::Target::Field(#index)));
    }
    for inner in inner {
        let table = emit_table(slots, all, inner);
        keys.extend(inner.prefix.last());
        targets.push(quote!(__rt::Target::Steps(&#table)));
    }
    let fields = keys.iter().map(|key| spellings::field(key, key));
    let wires: Vec<_> = keys.iter().map(|key| WireNames::of((*key).clone())).collect();
    let (table, deny) = (spellings::table(wires.iter(), false), slots.record.deny_unknown_fields);
    quote! {
        __rt::Steps {
            index: #index,
            shape: &__rt::Shape {
                name: #name,
                fields: &[#(#fields),*],
                spellings: #table,
                deny_unknown_fields: #deny,
            },
            targets: &[#(#targets),*],
        }
    }
}

/// The visits of all fields at paths once all keys are read.
pub(super) fn emit_absent(slots: &Slots<'_>) -> Vec<TokenStream> {
    let all = all(slots);
    let at_paths = slots.all().filter(|slot| !slot.field.path.is_empty());
    let visits = at_paths.map(|slot| {
        let (names, found, visit) = (emit_names(slot), slots.found(), emit_field(slots, slot));
        let on_the_way = all.iter().filter(|steps| slot.field.path.starts_with(steps.prefix));
        let trail = on_the_way.map(|steps| steps.index);
        quote_spanned! {spans::hidden()=>
            __rt::absent_at(__visitor, #names, &[#(#trail),*], &mut #found, |__visitor| #visit)
        }
    });
    visits.collect()
}

/// The keys of the field's path.
pub(super) fn emit_names(slot: &Slot<'_>) -> TokenStream {
    let names = &slot.field.path;
    quote!(&[#(#names),*])
}
