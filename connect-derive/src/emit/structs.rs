//! Emits the implementations for a struct.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{
    content, flatten,
    impls::{Parts, emit_claims, emit_deserialize, emit_may_start_with},
    newtype,
    owner::RecordOwner,
    run_rules,
    slots::Slots,
    validate,
};
use crate::{
    model::{Content, Record, Role},
    spans,
};

pub(super) fn emit(owner: RecordOwner<'_>, content: &Content<'_>) -> Parts {
    let code = content::emit(owner, content);
    let shape = owner.shape_ident();
    let fields = if let Content::Record(_) = content { quote!(#shape.fields) } else { quote!(&[]) };
    let (spelling, own) = match content {
        Content::Newtype(record) => {
            let slots = Slots::of(owner, record, true);
            (newtype::emit_spelling(&slots), newtype::emit_methods(&slots, code.absent.as_ref()))
        }
        Content::Record(_) | Content::Tuple(_) | Content::Unit => (quote!(__rt::None), TokenStream::new()),
    };
    let others = emit_others(owner, content);
    let (items, claims, may_start) =
        (&code.items, code.claims.as_ref().map(emit_claims), emit_may_start_with(&code.may_start));
    let checks = run_rules::emit_checks(checks(content), "self", &fields);
    Parts {
        items: quote!(#items #others),
        spelling,
        decode: code.decode,
        validate_nested: validate::emit_method(&code.validate, checks.as_ref()),
        methods: quote!(#own #claims #may_start),
        fields,
        deserialize: emit_request(owner, content),
    }
}

/// Asks a format for what the struct is, since not every format says that itself.
fn emit_request(owner: RecordOwner<'_>, content: &Content<'_>) -> TokenStream {
    let Content::Record(record) = content else { return emit_deserialize() };
    if record.fields.iter().any(|field| matches!(field.role, Role::Flattened)) {
        return quote_spanned!(spans::hidden()=> __rt::deserialize_map(__deserializer));
    }
    let shape = owner.shape_ident();
    let names = quote!(&const { #shape.spellings.names::<{ #shape.spellings.count() }>() });
    quote_spanned!(spans::hidden()=> __rt::deserialize_struct(__deserializer, #names))
}

/// Implements what only newtypes and unit structs implement outside `Decode`.
fn emit_others(owner: RecordOwner<'_>, content: &Content<'_>) -> Option<TokenStream> {
    match content {
        Content::Newtype(record) => {
            let map_key = newtype::implement_map_key(&Slots::of(owner, record, true));
            let record = newtype::implement_record(owner, record);
            Some(quote!(#map_key #record))
        }
        Content::Unit => Some(flatten::implement_unit(owner)),
        Content::Record(_) | Content::Tuple(_) => None,
    }
}

fn checks<'c, 'a>(content: &'c Content<'a>) -> &'c [&'a syn::ExprPath] {
    match content {
        Content::Unit => &[],
        Content::Newtype(Record { checks, .. })
        | Content::Tuple(Record { checks, .. })
        | Content::Record(Record { checks, .. }) => checks,
    }
}
