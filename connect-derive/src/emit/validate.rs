//! Emits the validation of values built by hand: first the rules of nested models, then a field's own, then the
//! container's checks.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::{
    flatten, run_rules,
    slots::{Slot, Slots},
};
use crate::spans;

/// Validates the fields, each under its key or position.
pub(super) fn emit_fields(slots: &Slots<'_>) -> TokenStream {
    slots.all().filter_map(|slot| emit_field(slots, slot)).collect()
}

fn emit_field(slots: &Slots<'_>, slot: &Slot<'_>) -> Option<TokenStream> {
    if slot.flattened {
        return Some(emit_flattened(slots, slot));
    }
    let (access, name, index) = (slots.access(slot), &slot.wire.name, slot.index);
    let rules = run_rules::function(slots, slot);
    let (kind, at) = match slot.field.path.is_empty() {
        _ if slots.by_position => ("item", index.to_token_stream()),
        true => ("field", name.to_token_stream()),
        false => ("at", slot.path()),
    };
    let arguments = quote_spanned!(spans::hidden()=> #access, #at, __problems);
    let call = match (slot.field.reading.is_by_type(), rules) {
        (true, Some(rules)) => call_with(&format!("validate_{kind}_with"), &quote!(#arguments, #rules), slot),
        (true, None) => call_with(&format!("validate_{kind}"), &arguments, slot),
        (false, Some(rules)) => {
            let function = quote::format_ident!("validate_{kind}");
            quote_spanned!(spans::hidden()=> __rt::#function(#arguments, #rules))
        }
        (false, None) => return None,
    };
    Some(run_rules::with_redaction(slot, quote!(#call;)))
}

fn emit_flattened(slots: &Slots<'_>, slot: &Slot<'_>) -> TokenStream {
    let access = slots.access(slot);
    let nested = flatten::emit_validation(&access, slot);
    let own =
        run_rules::function(slots, slot).map(|rules| quote_spanned!(spans::hidden()=> #rules(#access, __problems);));
    run_rules::with_redaction(slot, quote!(#nested; #own))
}

/// Validates the value of a newtype, which adds nothing to the path.
pub(super) fn emit_value(slots: &Slots<'_>, slot: &Slot<'_>) -> Option<TokenStream> {
    let access = slots.access(slot);
    let arguments = quote_spanned!(spans::hidden()=> #access, __problems);
    let nested = slot.field.reading.is_by_type().then(|| {
        let nested = spans::of_decode(slot.field.ty, "validate_nested");
        let call = spans::call_method(slot.field.ty, &nested, &arguments);
        quote!(#call;)
    });
    let own = run_rules::function(slots, slot).map(|rules| quote_spanned!(spans::hidden()=> #rules(#arguments);));
    (nested.is_some() || own.is_some()).then(|| run_rules::with_redaction(slot, quote!(#nested #own)))
}

fn call_with(function: &str, arguments: &TokenStream, slot: &Slot<'_>) -> TokenStream {
    let nested = spans::of_decode(slot.field.ty, "validate_nested");
    spans::call(None, function, arguments, slot.field.ty, &nested)
}

/// `Decode::validate_nested`, if it does anything: `calls`, then `checks` if those found no problem.
pub(super) fn emit_method(calls: &TokenStream, checks: Option<&TokenStream>) -> Option<TokenStream> {
    let body = match checks {
        None if calls.is_empty() => return None,
        None => calls.clone(),
        Some(checks) => quote_spanned! {spans::hidden()=>
            let __mark = __problems.mark();
            #calls
            if __problems.none_since(__mark) {
                #checks
            }
        },
    };
    Some(quote_spanned! {spans::hidden()=>
        fn validate_nested(&self, __problems: &mut __rt::Problems) {
            #body
        }
    })
}
