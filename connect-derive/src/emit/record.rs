//! The implementation of `Record` for a struct or variant with fields.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Member, ext::IdentExt};

use super::{
    bounds::{Text, decoding_params, where_clause},
    build, decoding, flatten, run_rules,
    slots::{Slot, Slots},
    spellings,
};
use crate::{
    model::{Absence, Role},
    reading::emit::{Decoding, pass},
    spans,
};

/// The slots and the implementation of `Record`.
pub(super) fn emit(slots: &Slots<'_>) -> TokenStream {
    let (shape, definition, implementation) = (emit_shape(slots), slots.define(), implement_record(slots));
    let search = flatten::emit_search(slots);
    quote!(#shape #definition #implementation #search)
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
    let (params, condition) = (decoding_params(owner.target), where_clause(owner.target, owner.bounds, Text::Decoded));
    let (own, slots_type, constructor) = (slots.record_type(), slots.ty(), slots.constructor());
    let model = owner.model();
    let absent = read.iter().map(|_| quote!(__rt::Slot::Absent,));
    let empty = flattened.iter().map(flatten::emit_empty);
    let none = record.default.iter().map(|_| quote!(__rt::None,));
    let phantom = slots.is_generic().then(|| quote!(::core::marker::PhantomData));
    let (arms, settled, build) =
        (read.iter().map(|slot| emit_read(slots, slot)), emit_settle(slots), build::emit(slots));
    let checked = flatten::emit_shape(slots);
    let (offer, in_order, rules) = (flatten::emit_offer(slots), emit_in_order(slots), run_rules::emit(slots));
    quote_spanned! {spans::hidden()=>
        #[automatically_derived]
        impl #params __rt::Record<'__de> for #own #condition {
            type Model = #model;
            type Slots = #slots_type;
            const SHAPE: &'static __rt::Shape = #checked;
            fn slots() -> #slots_type {
                #constructor(#(#absent)* #(#empty,)* #(#none)* #phantom)
            }
            #[inline(never)]
            fn read(
                __slots: &mut #slots_type,
                __index: ::core::primitive::usize,
                __reader: &mut __rt::Reader<'__de>,
            ) -> __rt::Result<(), __rt::Failure> {
                match __index {
                    #(#arms,)*
                    _ => __rt::Ok(()),
                }
            }
            #offer
            #in_order
            fn settle(__slots: &mut #slots_type, __vacancy: &mut __rt::Vacancy<'_, '__de>) {
                #settled
            }
            #[inline]
            fn build(__slots: #slots_type) -> __rt::Result<#model, __rt::Failure> {
                #build
            }
            #rules
        }
    }
}

fn emit_read(slots: &Slots<'_>, slot: &Slot<'_>) -> TokenStream {
    let (index, place) = (slot.index, slot.place());
    let arguments = quote_spanned!(spans::hidden()=> &mut #place, __reader);
    let fill = pass("fill_with", &arguments, slot.field.ty, &decoding::of(slots, slot));
    quote!(#index => #fill)
}

/// `Record::read_in_order`, for keys in the order of declaration.
fn emit_in_order(slots: &Slots<'_>) -> Option<TokenStream> {
    if slots.positional {
        return None;
    }
    let (shape, ty) = (slots.owner.shape_ident(), slots.ty());
    let steps = slots.all().map(|slot| match slot.field.role {
        Role::Flattened => flatten::emit_in_order(slot),
        _ => Some(emit_step(slots, &shape, slot)),
    });
    Some(quote_spanned! {spans::hidden()=>
        #[inline]
        fn read_in_order(
            __slots: &mut #ty,
            __keys: &mut __rt::Keys,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<(), __rt::Failure> {
            #(#steps)*
            __rt::Ok(())
        }
    })
}

/// Reads a field if its key is next. Code that decodes it in another way than by its type is not generated twice: it is
/// in `Record::read`.
fn emit_step(slots: &Slots<'_>, shape: &Ident, slot: &Slot<'_>) -> TokenStream {
    let (index, place) = (slot.index, slot.place());
    let decoding = decoding::of(slots, slot);
    let read = if let Decoding::Type = decoding {
        let arguments = quote_spanned!(spans::hidden()=> &mut #place, __reader);
        pass("fill_with", &arguments, slot.field.ty, &decoding)
    } else {
        quote_spanned!(spans::hidden()=> <Self as __rt::Record<'__de>>::read(__slots, #index, __reader))
    };
    quote_spanned!(spans::hidden()=> if __reader.meets(__keys, #shape, #index) { #read?; })
}

fn emit_settle(slots: &Slots<'_>) -> TokenStream {
    if slots.positional {
        return TokenStream::new();
    }
    let settled = slots.all().map(|slot| match slot.field.role {
        Role::Flattened => flatten::emit_settle(slot),
        _ => emit_absence(slots, slot),
    });
    let whole = slots.has_skipped_of_container().then(|| emit_whole(slots));
    quote!(#(#settled)* #whole)
}

fn emit_absence(slots: &Slots<'_>, slot: &Slot<'_>) -> TokenStream {
    let (place, index, span) = (slot.place(), slot.index, spans::at_type(slot.field.ty));
    match &slot.field.absence {
        Absence::OfType => {
            let arguments = quote_spanned!(spans::hidden()=> __vacancy, &mut #place, #index);
            let (ty, absent) = (slot.field.ty, spans::of_decode(slot.field.ty, "absent"));
            let call = spans::call(Some("Vacancy"), "settle", &arguments, ty, &absent);
            quote!(#call;)
        }
        Absence::Missing => quote_spanned!(span=> __vacancy.require(&#place, #index);),
        Absence::None => quote_spanned!(span=> __vacancy.settle_or(&mut #place, || __rt::None);),
        Absence::Default(default) => {
            let make = default.emit_make();
            quote_spanned!(default.span()=> __vacancy.settle_or(&mut #place, #make);)
        }
        Absence::OfContainer => {
            let whole = emit_whole(slots);
            quote_spanned!(spans::hidden()=> if let __rt::Slot::Absent = #place { #whole })
        }
    }
}

/// Makes the container's default, unless it is there already.
fn emit_whole(slots: &Slots<'_>) -> TokenStream {
    let calls = slots.record.default.iter().map(|default| {
        let (span, make) = (default.span(), default.emit_make());
        let whole = slots.whole(span);
        quote_spanned!(span=> #whole.get_or_insert_with(#make);)
    });
    calls.collect()
}
