//! Emits the code that runs the rules of fields and the checks of the container.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ExprPath;

use super::{
    fields,
    slots::{Slot, Slots},
};
use crate::{model::Absence, spans, table::Key};

/// Defines a function for each field with rules, where the user's expressions can refer to the model as `Self`.
pub(super) fn define(slots: &Slots<'_>) -> Option<TokenStream> {
    let functions: Vec<_> = slots.all().filter_map(|slot| define_function(slots, slot)).collect();
    let model = slots.owner.model();
    let (params, _, condition) = slots.owner.target.generics.split_for_impl();
    let user = condition.iter().flat_map(|condition| &condition.predicates);
    let inferred = slots.owner.bounds.ruled.iter().flat_map(|(ty, rule)| rule.predicates(ty));
    (!functions.is_empty()).then(|| {
        quote! {
            impl #params #model where #(#user,)* #(#inferred,)* {
                #(#functions)*
            }
        }
    })
}

fn define_function(slots: &Slots<'_>, slot: &Slot<'_>) -> Option<TokenStream> {
    let (name, ty) = (function_name(slots, slot)?, slot.field.ty);
    let calls = slot.field.rules.iter().map(|rule| rule.emit(Some(ty)));
    Some(quote_spanned! {spans::hidden()=>
        fn #name() -> impl __rt::rules::Rules<#ty> {
            |__value, __problems| { #(#calls)* }
        }
    })
}

fn function_name(slots: &Slots<'_>, slot: &Slot<'_>) -> Option<Ident> {
    (!slot.field.rules.is_empty()).then(|| format_ident!("{}_{}", slots.owner.own("__connect_rules"), slot.index))
}

/// The function that runs the rules of a field, if it has any. It returns a closure, whose argument types need not be
/// written out: clippy warns about references to many types.
pub(super) fn function(slots: &Slots<'_>, slot: &Slot<'_>) -> Option<TokenStream> {
    let (name, model) = (function_name(slots, slot)?, slots.owner.model());
    Some(quote!(<#model>::#name()))
}

/// The methods `Record::rules` and `Record::check`, if they do anything.
pub(super) fn emit(slots: &Slots<'_>) -> TokenStream {
    let (slots_type, model) = (slots.ty(), slots.owner.model());
    let calls: Vec<_> = slots.all().filter_map(|slot| emit_slot(slots, slot)).collect();
    let rules = (!calls.is_empty()).then(|| {
        quote_spanned! {spans::hidden()=>
            fn rules(__slots: &#slots_type, __problems: &mut __rt::Problems) {
                #(#calls)*
            }
        }
    });
    let calls = emit_checks(&slots.record.checks, "__model", &fields::emit_fields(slots));
    let check = calls.map(|calls| {
        quote_spanned! {spans::hidden()=>
            const CHECKED: ::core::primitive::bool = true;
            fn check(__model: &#model, __problems: &mut __rt::Problems) {
                #calls
            }
        }
    });
    quote!(#rules #check)
}

fn emit_slot(slots: &Slots<'_>, slot: &Slot<'_>) -> Option<TokenStream> {
    let (rules, name, place) = (function(slots, slot)?, &slot.wire.name, slot.place());
    let call = match slot.field.absence {
        Absence::OfContainer if slots.by_position => {
            let (whole, member, index) = (slots.whole(spans::hidden()), &slot.field.member, slot.index);
            quote_spanned! {spans::hidden()=>
                __rt::check_item_or(&#place, #whole.as_ref(), |__model| &__model.#member, #index, __problems, #rules);
            }
        }
        _ if slots.by_position => {
            let index = slot.index;
            quote_spanned!(spans::hidden()=> __rt::check_item(&#place, #index, __problems, #rules);)
        }
        _ if slot.flattened => {
            quote_spanned!(spans::hidden()=> __rt::check_flattened(&#place, __problems, #rules);)
        }
        Absence::OfContainer if !slot.field.path.is_empty() => {
            let (whole, member, names) = (slots.whole(spans::hidden()), &slot.field.member, slot.path());
            quote_spanned! {spans::hidden()=>
                __rt::check_slot_at_or(&#place, #whole.as_ref(), |__model| &__model.#member, #names, __problems, #rules);
            }
        }
        _ if !slot.field.path.is_empty() => {
            let names = slot.path();
            quote_spanned!(spans::hidden()=> __rt::check_slot_at(&#place, #names, __problems, #rules);)
        }
        Absence::OfContainer => {
            let (whole, member) = (slots.whole(spans::hidden()), &slot.field.member);
            quote_spanned! {spans::hidden()=>
                __rt::check_slot_or(&#place, #whole.as_ref(), |__model| &__model.#member, #name, __problems, #rules);
            }
        }
        _ => quote_spanned!(spans::hidden()=> __rt::check_slot(&#place, #name, __problems, #rules);),
    };
    Some(with_redaction(slot, call))
}

/// Calls the container's own checks on `model`, whose rejections may name `fields`.
pub(super) fn emit_checks(checks: &[&ExprPath], model: &str, fields: &TokenStream) -> Option<TokenStream> {
    let calls = checks.iter().map(|path| {
        let place = spans::at_path(path);
        let model = Ident::new(model, place);
        quote_spanned!(place=> __rt::rules::check(#path(#model), #fields, __problems);)
    });
    (!checks.is_empty()).then(|| calls.collect())
}

/// Runs `call`; messages do not show the value of a `sensitive` field.
pub(super) fn with_redaction(slot: &Slot<'_>, call: TokenStream) -> TokenStream {
    if slot.field.reading.has(Key::Sensitive) {
        quote_spanned!(spans::hidden()=> __problems.with_redaction(|__problems| { #call });)
    } else {
        call
    }
}
