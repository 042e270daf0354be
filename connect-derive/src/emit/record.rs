//! Implements `Record` for a struct or variant with fields.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{
    bounds::decoding_params, build, field::emit_field, fields::rust_name, flatten, paths, run_rules, slots::Slots,
    spellings,
};
use crate::spans;

/// The slots and the implementation of `Record`.
pub(super) fn emit(slots: &Slots<'_>) -> TokenStream {
    let (shape, definition, implementation) = (emit_shape(slots), slots.define(), implement_record(slots));
    let evaluation = flatten::emit_evaluation(slots);
    quote!(#shape #definition #implementation #evaluation)
}

fn emit_shape(slots: &Slots<'_>) -> TokenStream {
    let (ident, model) = (slots.owner.shape_ident(), slots.owner.name());
    let deny_unknown_fields = slots.record.deny_unknown_fields;
    let steps = paths::first_names(slots);
    let own = slots.own().map(|slot| spellings::field(&slot.wire.name, &rust_name(&slot.field.member)));
    let fields = own.chain(steps.iter().map(|wire| spellings::field(&wire.name, &wire.name)));
    let spellings = spellings::table(slots.own().map(|slot| slot.wire).chain(&steps), slots.record.ignore_case);
    quote! {
        const #ident: &__rt::Shape = &__rt::Shape {
            name: #model,
            fields: &[#(#fields),*],
            spellings: #spellings,
            deny_unknown_fields: #deny_unknown_fields,
        };
    }
}

fn implement_record(slots: &Slots<'_>) -> TokenStream {
    let Slots { owner, record, read, flattened, .. } = slots;
    let (params, condition) = (decoding_params(owner.target), slots.condition());
    let (own, slots_type) = (slots.record_type(), slots.ty());
    let model = owner.model();
    let absent = read.iter().map(|_| quote!(__rt::Slot::Absent,));
    let flattened = flattened.iter().map(flatten::emit_empty);
    let none = record.default.iter().map(|_| quote!(__rt::None,));
    let steps = paths::empty(slots);
    let phantom = slots.is_generic().then(|| quote!(::core::marker::PhantomData));
    let empty = slots.construct(&quote!(#(#absent)* #(#flattened,)* #(#none)* #steps #phantom));
    let (checked, visit, build) = (flatten::emit_shape(slots), emit_visit(slots), build::emit(slots));
    let (take, offer, rules) = (flatten::emit_take(slots), flatten::emit_offer(slots), run_rules::emit(slots));
    quote_spanned! {spans::hidden()=>
        #[automatically_derived]
        impl #params __rt::Record<'__de> for #own #condition {
            type Model = #model;
            type Slots = #slots_type;
            const SHAPE: &'static __rt::Shape = #checked;
            fn slots() -> #slots_type {
                #empty
            }
            #visit
            #take
            #offer
            #[inline]
            fn build(__slots: #slots_type) -> __rt::Result<#model, __rt::Failure> {
                #build
            }
            #rules
        }
    }
}

/// `Record::visit_fields`: every field in the order of declaration.
fn emit_visit(slots: &Slots<'_>) -> TokenStream {
    let ty = slots.ty();
    let fields = slots.all().filter_map(|slot| match slot {
        slot if slot.flattened => Some(flatten::emit_field(slot)),
        slot if slot.field.path.is_empty() => Some(emit_field(slots, slot)),
        slot => paths::emit_steps(slots, slot),
    });
    let absent = paths::emit_absent(slots);
    let whole = slots.has_skipped_of_container().then(|| emit_container_default(slots));
    quote_spanned! {spans::hidden()=>
        #[inline(always)]
        fn visit_fields<__V: __rt::FieldVisitor<'__de>>(
            __slots: &mut #ty,
            __visitor: &mut __V,
        ) -> __rt::Result<(), __rt::Failure> {
            #(#fields?;)*
            #(#absent?;)*
            #whole
            __rt::Ok(())
        }
    }
}

/// Makes the container's default, unless it has been made already.
fn emit_container_default(slots: &Slots<'_>) -> TokenStream {
    let calls = slots.record.default.iter().map(|default| {
        let (span, make) = (default.span(), default.emit_closure());
        let whole = slots.whole(span);
        quote_spanned!(span=> __rt::container_default(__visitor, &mut #whole, #make)?;)
    });
    calls.collect()
}
