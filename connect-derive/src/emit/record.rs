//! Implements `Record` for a struct or variant with fields.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Member, ext::IdentExt};

use super::{
    bounds::decoding_params,
    build, decoding, flatten, run_rules,
    slots::{Slot, Slots},
    spellings,
};
use crate::{defaults::Default, model::Absence, reading::emit::emit_call, spans};

/// The slots and the implementation of `Record`.
pub(super) fn emit(slots: &Slots<'_>) -> TokenStream {
    let (shape, definition, implementation) = (emit_shape(slots), slots.define(), implement_record(slots));
    let evaluation = flatten::emit_evaluation(slots);
    quote!(#shape #definition #implementation #evaluation)
}

fn emit_shape(slots: &Slots<'_>) -> TokenStream {
    let (ident, model) = (slots.owner.shape_ident(), slots.owner.name());
    let deny_unknown_fields = slots.record.deny_unknown_fields;
    let fields = slots.read.iter().map(|slot| spellings::field(&slot.wire.name, &rust_name(&slot.field.member)));
    let spellings = spellings::table(slots.read.iter().map(|slot| slot.wire));
    quote! {
        const #ident: &__rt::Shape = &__rt::Shape {
            name: #model,
            fields: &[#(#fields),*],
            spellings: #spellings,
            deny_unknown_fields: #deny_unknown_fields,
        };
    }
}

fn rust_name(member: &Member) -> String {
    match member {
        Member::Named(ident) => ident.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
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
    let phantom = slots.is_generic().then(|| quote!(::core::marker::PhantomData));
    let empty = slots.construct(&quote!(#(#absent)* #(#flattened,)* #(#none)* #phantom));
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
    let fields =
        slots.all().map(|slot| if slot.flattened { flatten::emit_field(slot) } else { emit_field(slots, slot) });
    let whole = slots.has_skipped_of_container().then(|| emit_container_default(slots));
    quote_spanned! {spans::hidden()=>
        #[inline(always)]
        fn visit_fields<__V: __rt::FieldVisitor<'__de>>(
            __slots: &mut #ty,
            __visitor: &mut __V,
        ) -> __rt::Result<(), __rt::Failure> {
            #(#fields?;)*
            #whole
            __rt::Ok(())
        }
    }
}

fn emit_field(slots: &Slots<'_>, slot: &Slot<'_>) -> TokenStream {
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

/// Makes the container's default, unless it has been made already.
fn emit_container_default(slots: &Slots<'_>) -> TokenStream {
    let calls = slots.record.default.iter().map(|default| {
        let (span, make) = (default.span(), default.emit_closure());
        let whole = slots.whole(span);
        quote_spanned!(span=> __rt::container_default(__visitor, &mut #whole, #make)?;)
    });
    calls.collect()
}
