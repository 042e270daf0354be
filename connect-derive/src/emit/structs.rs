//! The implementations for a struct.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    content,
    impls::{Parts, emit_claims, emit_takes},
    newtype,
    owner::RecordOwner,
    run_rules,
    slots::Slots,
    validate,
};
use crate::model::{Content, Record};

pub(super) fn emit(owner: RecordOwner<'_>, content: &Content<'_>) -> Parts {
    let code = content::emit(owner, content);
    let shape = owner.shape_ident();
    let (fields, own) = match content {
        Content::Record(_) => (quote!(#shape.fields), TokenStream::new()),
        Content::Newtype(record) => {
            (quote!(&[]), newtype::emit_methods(&Slots::of(owner, record, true), code.absent.as_ref()))
        }
        Content::Tuple(_) | Content::Unit => (quote!(&[]), TokenStream::new()),
    };
    let (claims, takes) = (code.claims.as_ref().map(emit_claims), emit_takes(&code.takes));
    let checks = run_rules::emit_checks(checks(content), "self", &fields);
    Parts {
        items: code.items,
        decode: code.decode,
        validate_nested: validate::emit_method(&code.validate, checks.as_ref()),
        methods: quote!(#own #claims #takes),
        fields,
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
