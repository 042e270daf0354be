//! A struct with named fields.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;

use super::{
    Parts,
    bounds::{Text, where_clause},
    build, decoding_params,
    slots::{Slot, Slots},
    spellings,
};
use crate::{
    model::{Absence, Default, Record, Target},
    paths,
};

pub(super) fn emit<'a>(target: &Target<'a>, record: &'a Record<'a>) -> Parts<'a> {
    let slots = Slots::of(target, record);
    let (ident, (_, arguments, _)) = (target.ident, target.generics.split_for_impl());
    let (shape, definition, implementation) = (emit_shape(&slots), slots.define(), implement_record(&slots));
    Parts {
        bounds: &record.bounds,
        items: quote!(#shape #definition #implementation),
        decode: quote_spanned!(paths::hidden()=> __rt::decode_record::<#ident #arguments>(__reader)),
        validate_nested: emit_validate_nested(&slots),
        fields: quote!(__SHAPE.fields),
    }
}

fn emit_shape(slots: &Slots<'_>) -> TokenStream {
    let model = slots.target.ident.unraw().to_string();
    let deny_unknown_fields = slots.record.deny_unknown_fields;
    let fields = slots.read.iter().map(|slot| {
        let (name, rust, literal) =
            (&slot.wire.name, slot.field.ident.unraw().to_string(), spellings::literal(&slot.wire.name));
        quote!(__rt::Field { name: #name, rust: #rust, literal: #literal })
    });
    let spellings = spellings::table(slots.read.iter().map(|slot| slot.wire));
    quote! {
        const __SHAPE: &__rt::Shape = &__rt::Shape {
            name: #model,
            fields: &[#(#fields),*],
            spellings: #spellings,
            deny_unknown_fields: #deny_unknown_fields,
        };
    }
}

fn implement_record(slots: &Slots<'_>) -> TokenStream {
    let Slots { target, record, read } = slots;
    let (ident, (_, arguments, _)) = (target.ident, target.generics.split_for_impl());
    let (params, condition) = (decoding_params(target), where_clause(target, &record.bounds, Text::Decoded));
    let absent = read.iter().map(|_| quote!(__rt::Slot::Absent,));
    let none = record.default.iter().map(|_| quote!(__rt::None,));
    let phantom = slots.is_generic().then(|| quote!(::core::marker::PhantomData));
    let (arms, settled, build) = (read.iter().map(emit_read), emit_settle(slots), build::emit(slots));
    quote_spanned! {paths::hidden()=>
        #[automatically_derived]
        impl #params __rt::Record<'__de> for #ident #arguments #condition {
            type Model = #ident #arguments;
            type Slots = __Slots #arguments;
            const SHAPE: &'static __rt::Shape = __SHAPE;
            fn slots() -> __Slots #arguments {
                __Slots(#(#absent)* #(#none)* #phantom)
            }
            fn read(
                __slots: &mut __Slots #arguments,
                __index: ::core::primitive::usize,
                __reader: &mut __rt::Reader<'__de>,
            ) -> __rt::Result<(), __rt::Failure> {
                match __index {
                    #(#arms,)*
                    _ => __rt::Ok(()),
                }
            }
            fn settle(__slots: &mut __Slots #arguments, __vacancy: &mut __rt::Vacancy<'_, '__de>) {
                #settled
            }
            #[inline]
            fn build(__slots: __Slots #arguments) -> __rt::Result<#ident #arguments, __rt::Failure> {
                #build
            }
        }
    }
}

fn emit_read(slot: &Slot<'_>) -> TokenStream {
    let (index, place, ty) = (slot.index, slot.place(), slot.field.ty);
    let fill = if slot.field.strict {
        let strict = paths::call_with(None, "strict", &quote_spanned!(paths::hidden()=> __reader), ty, "decode");
        quote_spanned!(paths::at_type(ty)=> __rt::fill_with(&mut #place, __reader, |__reader| #strict))
    } else {
        let arguments = quote_spanned!(paths::hidden()=> &mut #place, __reader);
        paths::call_with(None, "fill_with", &arguments, ty, "decode")
    };
    quote!(#index => #fill)
}

fn emit_settle(slots: &Slots<'_>) -> TokenStream {
    let settled = slots.read.iter().map(|slot| emit_absence(slots, slot));
    let whole = slots.has_skipped_of_container().then(|| emit_whole(slots));
    quote!(#(#settled)* #whole)
}

fn emit_absence(slots: &Slots<'_>, slot: &Slot<'_>) -> TokenStream {
    let (place, index, span) = (slot.place(), slot.index, paths::at_type(slot.field.ty));
    match &slot.field.absence {
        Absence::OfType => {
            let arguments = quote_spanned!(paths::hidden()=> __vacancy, &mut #place, #index);
            let call = paths::call_with(Some("Vacancy"), "settle", &arguments, slot.field.ty, "absent");
            quote!(#call;)
        }
        Absence::Missing => quote_spanned!(span=> __vacancy.require(&#place, #index);),
        Absence::Default(default) => {
            let make = emit_make(default);
            quote_spanned!(span_of(default)=> __vacancy.settle_or(&mut #place, #make);)
        }
        Absence::OfContainer => {
            let whole = emit_whole(slots);
            quote_spanned!(paths::hidden()=> if let __rt::Slot::Absent = #place { #whole })
        }
    }
}

/// Makes the container's default unless it is made.
fn emit_whole(slots: &Slots<'_>) -> TokenStream {
    let calls = slots.record.default.iter().map(|default| {
        let (span, make) = (span_of(default), emit_make(default));
        let whole = slots.whole(span);
        quote_spanned!(span=> #whole.get_or_insert_with(#make);)
    });
    calls.collect()
}

/// Where a type without a default is complained of, by the call and by its argument alike.
fn span_of(default: &Default<'_>) -> Span {
    match default {
        Default::Trait(span) => paths::at(*span),
        _ => paths::hidden(),
    }
}

/// A function that makes a default.
fn emit_make(default: &Default<'_>) -> TokenStream {
    match default {
        Default::Trait(_) => quote_spanned!(span_of(default)=> __rt::Default::default),
        Default::Expr(expr) => quote!(|| #expr),
        Default::Call(path) => path.to_token_stream(),
    }
}

fn emit_validate_nested(slots: &Slots<'_>) -> Option<TokenStream> {
    let calls = slots.read.iter().map(|slot| {
        let (ident, name) = (slot.field.ident, &slot.wire.name);
        let arguments = quote_spanned!(paths::hidden()=> &self.#ident, #name, __problems);
        let call = paths::call_with(None, "validate_field", &arguments, slot.field.ty, "validate_nested");
        quote!(#call;)
    });
    let calls = quote!(#(#calls)*);
    (!calls.is_empty()).then(|| {
        quote_spanned! {paths::hidden()=>
            fn validate_nested(&self, __problems: &mut __rt::Problems) {
                #calls
            }
        }
    })
}
