//! A struct with named fields.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Member, ext::IdentExt};

use super::{
    Parts,
    bounds::{Text, where_clause},
    build, decoding_params,
    owner::Owner,
    rules,
    slots::{Slot, Slots},
    spellings,
};
use crate::{
    model::{Absence, Default, Record},
    paths,
};

pub(super) fn emit(owner: Owner<'_>, record: &Record<'_>) -> Parts {
    let slots = Slots::of(owner, record);
    let (record, shape) = (owner.record(), owner.shape_ident());
    Parts {
        items: emit_record(&slots),
        decode: quote_spanned!(paths::hidden()=> __rt::decode_record::<#record>(__reader)),
        validate_nested: emit_validate_nested(&slots),
        fields: quote!(#shape.fields),
    }
}

/// The slots with their implementation of `Record`.
fn emit_record(slots: &Slots<'_>) -> TokenStream {
    let (shape, definition, implementation) = (emit_shape(slots), slots.define(), implement_record(slots));
    let rules = rules::define(slots);
    quote!(#shape #definition #implementation #rules)
}

fn emit_shape(slots: &Slots<'_>) -> TokenStream {
    let (ident, model) = (slots.owner.shape_ident(), slots.owner.name());
    let deny_unknown_fields = slots.record.deny_unknown_fields;
    let fields = slots.read.iter().map(|slot| {
        let (name, rust) = (&slot.wire.name, rust_name(&slot.field.member));
        let literal = spellings::literal(name);
        quote!(__rt::Field { name: #name, rust: #rust, literal: #literal })
    });
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
    let Slots { owner, record, read } = slots;
    let (params, condition) = (decoding_params(owner.target), where_clause(owner.target, owner.bounds, Text::Decoded));
    let (own, shape, slots_type, slots_ident) =
        (owner.record(), owner.shape_ident(), owner.slots(), owner.slots_ident());
    let model = owner.model();
    let absent = read.iter().map(|_| quote!(__rt::Slot::Absent,));
    let none = record.default.iter().map(|_| quote!(__rt::None,));
    let phantom = slots.is_generic().then(|| quote!(::core::marker::PhantomData));
    let (arms, settled, build) = (read.iter().map(emit_read), emit_settle(slots), build::emit(slots));
    let rules = rules::emit(slots);
    quote_spanned! {paths::hidden()=>
        #[automatically_derived]
        impl #params __rt::Record<'__de> for #own #condition {
            type Model = #model;
            type Slots = #slots_type;
            const SHAPE: &'static __rt::Shape = #shape;
            fn slots() -> #slots_type {
                #slots_ident(#(#absent)* #(#none)* #phantom)
            }
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

fn emit_read(slot: &Slot<'_>) -> TokenStream {
    let (index, place, ty) = (slot.index, slot.place(), slot.field.ty);
    let fill = if slot.field.reading.sensitive {
        let strict = slot.field.reading.strict.then(|| quote_spanned!(paths::hidden()=> |__reader|));
        let inside = if slot.field.reading.strict { "strict" } else { "sensitive" };
        let decode = paths::call_with(None, inside, &quote_spanned!(paths::hidden()=> __reader), ty, "decode");
        let decode = match strict {
            Some(closure) => quote_spanned!(paths::at_type(ty)=> __rt::sensitive(__reader, #closure #decode)),
            None => decode,
        };
        quote_spanned!(paths::at_type(ty)=> __rt::fill_with(&mut #place, __reader, |__reader| #decode))
    } else if slot.field.reading.strict {
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
        let (member, name) = (&slot.field.member, &slot.wire.name);
        let rules = rules::function(slots, slot);
        let function = if rules.is_some() { "validate_field_with" } else { "validate_field" };
        let arguments = [quote_spanned!(paths::hidden()=> &self.#member, #name, __problems)].into_iter().chain(rules);
        let call = paths::call_with(None, function, &quote!(#(#arguments),*), slot.field.ty, "validate_nested");
        rules::secretly(slot, quote!(#call;))
    });
    let calls = rules::emit_validation(slots, &quote!(#(#calls)*));
    (!calls.is_empty()).then(|| {
        quote_spanned! {paths::hidden()=>
            fn validate_nested(&self, __problems: &mut __rt::Problems) {
                #calls
            }
        }
    })
}
