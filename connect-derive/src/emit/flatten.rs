//! Emits the code for flattened fields, whose keys are part of the struct's own object.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Index;

use super::{
    bounds::{decoding_params, where_clause},
    input::Input,
    owner::RecordOwner,
    slots::{Slot, Slots},
};
use crate::{spans, types};

/// `Record::offer`, if there is a flattened field. Maps come last, since they take every key.
pub(super) fn emit_offer(slots: &Slots<'_>) -> Option<TokenStream> {
    let (maps, others): (Vec<_>, Vec<_>) = slots.flattened.iter().partition(|slot| types::is_map(slot.field.ty));
    let mut offers: Vec<_> = others.into_iter().chain(maps).map(emit_offer_to).collect();
    let (last, ty) = (offers.pop()?, slots.ty());
    // Of one field it is the result itself: clippy would have it so.
    let offer = if offers.is_empty() { last } else { quote!(__rt::Ok(#(#offers?)||* || #last?)) };
    Some(quote_spanned! {spans::hidden()=>
        fn offer(
            __slots: &mut #ty,
            __entry: &__rt::Entry<'_>,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<::core::primitive::bool, __rt::Failure> {
            #offer
        }
    })
}

/// `Record::take` of a newtype, none of whose keys is its own although its shape has them.
pub(super) fn emit_take(slots: &Slots<'_>) -> Option<TokenStream> {
    let ty = slots.ty();
    slots.delegates.then(|| {
        quote_spanned! {spans::hidden()=>
            fn take(
                __slots: &mut #ty,
                __entry: &__rt::Entry<'_>,
                __reader: &mut __rt::Reader<'__de>,
            ) -> __rt::Result<::core::primitive::bool, __rt::Failure> {
                <Self as __rt::Record<'__de>>::offer(__slots, __entry, __reader)
            }
        }
    })
}

/// Implements `Record` for a unit struct, which takes no key.
pub(super) fn implement_unit(owner: RecordOwner<'_>) -> TokenStream {
    let (params, condition) = (decoding_params(owner.target), where_clause(owner.target, owner.bounds, Input::Decoded));
    let (model, name, constructor) = (owner.model(), owner.name(), owner.constructor());
    quote_spanned! {spans::hidden()=>
        #[automatically_derived]
        impl #params __rt::Record<'__de> for #model #condition {
            type Model = #model;
            type Slots = ();
            const SHAPE: &'static __rt::Shape = &__rt::Shape::empty(#name);
            fn slots() {}
            fn build((): ()) -> __rt::Result<#model, __rt::Failure> {
                __rt::Ok(#constructor)
            }
        }
    }
}

fn emit_offer_to(slot: &Slot<'_>) -> TokenStream {
    let (rebind, place) = rebind_slots(slot);
    let arguments = quote_spanned!(spans::hidden()=> &mut #place, __entry, __reader);
    let offer = in_modes(slot, call(None, "offer_to_flattened", &arguments, slot, "take"));
    quote!({ #rebind #offer })
}

/// Runs `code`, which uses `__reader`, in the reader modes that the field requests.
fn in_modes(slot: &Slot<'_>, code: TokenStream) -> TokenStream {
    slot.field.reading.wrappers.iter().rev().fold(code, |code, wrapping| {
        let function = Ident::new(wrapping.wrapper.function, Span::call_site());
        quote_spanned!(spans::hidden()=> __rt::#function(__reader, |__reader| #code))
    })
}

/// Passes a flattened field to a visitor. Its keys are read in order if they are known and the field is not read in a
/// mode of its own.
pub(super) fn emit_field(slot: &Slot<'_>) -> TokenStream {
    let (rebind, call) = (rebind_slots(slot).0, emit_visit(slot));
    quote!({ #rebind #call })
}

fn emit_visit(slot: &Slot<'_>) -> TokenStream {
    let (place, ty) = (rebind_slots(slot).1, slot.field.ty);
    let arguments = quote_spanned!(spans::hidden()=> __visitor, &mut #place);
    if !slot.field.reading.wrappers.is_empty() {
        let finish = emit_finish_in_modes(slot);
        return quote_spanned!(spans::hidden()=> __rt::flattened_out_of_order(#arguments, #finish));
    }
    if types::is_map(ty) {
        return call(None, "flattened_out_of_order", &arguments, slot, "finish");
    }
    let [shape, read] = ["SHAPE", "read_in_order"].map(|item| spans::of_record(ty, &ty.to_token_stream(), item));
    call(None, "flattened", &quote_spanned!(spans::hidden()=> #arguments, #shape, #read), slot, "finish")
}

/// A second name for the slots, and the field's slot by that name. It has the spans of the type alone, so that it is no
/// second error if the type can't be flattened.
fn rebind_slots(slot: &Slot<'_>) -> (TokenStream, TokenStream) {
    let ((start, end), mut index) = (spans::ends(slot.field.ty), Index::from(slot.index));
    index.span = end;
    // The name is both bound and used at the type, which a macro of the user may have made.
    let slots = Ident::new("__slots", start);
    (quote_spanned!(spans::hidden()=> let #slots = &mut *__slots;), quote_spanned!(end=> #slots.#index))
}

/// A function that builds the field's value from the keys that it took.
fn emit_finish_in_modes(slot: &Slot<'_>) -> TokenStream {
    let finish = spans::of_record(slot.field.ty, &slot.field.ty.to_token_stream(), "finish");
    let finish = in_modes(slot, quote_spanned!(spans::hidden()=> #finish(__slots, __start, __reader)));
    quote_spanned!(spans::hidden()=> |__slots, __start, __reader| #finish)
}

/// The slot of a flattened field that has taken no key yet.
pub(super) fn emit_empty(slot: &Slot<'_>) -> TokenStream {
    call(Some("Flattened"), "new", &TokenStream::new(), slot, "slots")
}

/// A pattern that binds the value of a flattened field, with the spans of its type.
pub(super) fn emit_pattern(slot: &Slot<'_>) -> TokenStream {
    let ((start, end), value) = (spans::ends(slot.field.ty), &slot.value);
    let root = Ident::new("__rt", start);
    quote_spanned!(end=> #root::Flattened { value: __rt::Slot::Read(#value), .. })
}

/// Runs the rules of nested models.
pub(super) fn emit_validation(access: &TokenStream, slot: &Slot<'_>) -> TokenStream {
    let arguments = quote_spanned!(spans::hidden()=> #access, __problems);
    call(None, "validate_flattened", &arguments, slot, "validate")
}

/// Whether an object of the field's type has a place for the key `__name`.
pub(super) fn emit_claims(slot: &Slot<'_>) -> TokenStream {
    let (ty, name) = (slot.field.ty, quote_spanned!(spans::hidden()=> __name));
    spans::call_method(ty, &spans::of_record(ty, &ty.to_token_stream(), "claims"), &name)
}

fn call(parent: Option<&str>, function: &str, arguments: &TokenStream, slot: &Slot<'_>, method: &str) -> TokenStream {
    let ty = slot.field.ty;
    spans::call(parent, function, arguments, ty, &spans::of_record(ty, &ty.to_token_stream(), method))
}

/// The value of `Record::SHAPE`: that of the value for a newtype. It refuses keys that two fields would take, since the second would never see them.
pub(super) fn emit_shape(slots: &Slots<'_>) -> TokenStream {
    if let Some(slot) = slots.flattened.first().filter(|_| slots.delegates) {
        return spans::of_record(slot.field.ty, &slot.field.ty.to_token_stream(), "SHAPE");
    }
    let shape = slots.owner.shape_ident();
    let mut before = vec![shape.to_token_stream()];
    let mut checks = Vec::new();
    for slot in &slots.flattened {
        let (ty, span) = (slot.field.ty, spans::at_type(slot.field.ty));
        let inner = spans::of_record(ty, &ty.to_token_stream(), "SHAPE");
        checks.extend(before.iter().map(|outer| quote_spanned!(span=> __rt::refuse_overlap(#outer, #inner);)));
        before.push(inner);
    }
    if checks.is_empty() { shape.to_token_stream() } else { quote!({ #(#checks)* #shape }) }
}

/// Evaluates `Record::SHAPE` where the struct is defined, unless it depends on parameters.
pub(super) fn emit_evaluation(slots: &Slots<'_>) -> Option<TokenStream> {
    let record = slots.owner.record_ident();
    let known = !slots.flattened.is_empty() && !slots.delegates && !slots.is_generic();
    let arguments = slots.owner.variant.map(|_| quote!(<'static>));
    known.then(|| quote!(const _: &__rt::Shape = <#record #arguments as __rt::Record<'static>>::SHAPE;))
}
