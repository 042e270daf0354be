//! Emits the code for fields at paths: the tables of the objects on the way, and the visits of the fields.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{
    field::emit_field,
    slots::{Slot, Slots},
    spellings,
    steps::Steps,
};
use crate::{model::WireNames, spans, table::Key};

/// The names of the first keys of all paths, which are keys of the model's own object.
pub(super) fn first_names(slots: &Slots<'_>) -> Vec<WireNames> {
    let first = slots.steps().into_iter().filter(|steps| steps.prefix.len() == 1);
    first.filter_map(|steps| Some(WireNames::of(steps.prefix.first()?.clone()))).collect()
}

/// The slots of all objects on the way, all absent.
pub(super) fn empty(slots: &Slots<'_>) -> Option<TokenStream> {
    let absent = slots.steps().into_iter().map(|_| quote!(__rt::Slot::Absent)).collect::<Vec<_>>();
    (!absent.is_empty()).then(|| quote!([#(#absent),*],))
}

/// The fields that are read from an object on the way.
fn inside<'s, 'a>(slots: &'s Slots<'a>, steps: &Steps<'s>) -> impl Iterator<Item = &'s Slot<'a>> {
    let prefix = steps.prefix;
    slots.read.iter().filter(move |slot| slot.field.path.starts_with(prefix))
}

/// The visit of the objects whose first field is this one.
pub(super) fn emit_steps(slots: &Slots<'_>, slot: &Slot<'_>) -> Option<TokenStream> {
    let all = slots.steps();
    let starts = |steps: &&Steps<'_>| {
        steps.prefix.len() == 1 && inside(slots, steps).map(|slot| slot.order).min() == Some(slot.order)
    };
    let (position, steps) =
        all.iter().take_while(|steps| steps.prefix.len() == 1).enumerate().find(|(_, s)| starts(s))?;
    let index = slots.own().count() + position;
    let (table, found) = (emit_table(slots, &all, steps), slots.found());
    let fields = inside(slots, steps).map(|slot| emit_field(slots, slot));
    Some(quote_spanned! {spans::hidden()=>
        __rt::steps(__visitor, #index, const { &#table }, &mut #found, |__visitor| {
            #(#fields?;)*
            __rt::Ok(())
        })
    })
}

fn emit_table(slots: &Slots<'_>, all: &[Steps<'_>], steps: &Steps<'_>) -> TokenStream {
    let (depth, index, name) = (steps.prefix.len(), steps.index, slots.owner.name());
    let inner = all.iter().filter(|inner| inner.prefix.len() == depth + 1 && inner.prefix.starts_with(steps.prefix));
    let ends = inside(slots, steps).filter(|slot| slot.field.path.len() == depth + 1);
    let sensitive = inside(slots, steps).any(|slot| slot.field.reading.has(Key::Sensitive));
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
            sensitive: #sensitive,
            targets: &[#(#targets),*],
        }
    }
}

/// The visits of all fields at paths once all keys are read.
pub(super) fn emit_absent(slots: &Slots<'_>) -> Vec<TokenStream> {
    let all = slots.steps();
    let at_paths = slots.all().filter(|slot| !slot.field.path.is_empty());
    let visits = at_paths.map(|slot| {
        let (names, found, visit) = (slot.path(), slots.found(), emit_field(slots, slot));
        let on_the_way = all.iter().filter(|steps| slot.field.path.starts_with(steps.prefix));
        let trail = on_the_way.map(|steps| steps.index);
        quote_spanned! {spans::hidden()=>
            __rt::absent_at(__visitor, #names, &[#(#trail),*], &mut #found, |__visitor| #visit)
        }
    });
    visits.collect()
}
