//! The slots of a struct's fields.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Index;

use crate::{
    model::{Absence, Field, Record, Target, Wire},
    paths,
};

/// The fields that are read, each with its slot.
pub(super) struct Slots<'a> {
    pub(super) target: &'a Target<'a>,
    pub(super) record: &'a Record<'a>,
    pub(super) read: Vec<Slot<'a>>,
}

pub(super) struct Slot<'a> {
    pub(super) field: &'a Field<'a>,
    pub(super) wire: &'a Wire,
    pub(super) index: usize,
    /// What a pattern binds the value to.
    pub(super) value: Ident,
}

impl<'a> Slots<'a> {
    pub(super) fn of(target: &'a Target<'a>, record: &'a Record<'a>) -> Self {
        let read = record.fields.iter().filter_map(|field| Some((field, field.wire.as_ref()?)));
        let slot = |(index, (field, wire))| Slot { field, wire, index, value: format_ident!("__f{index}") };
        Self { target, record, read: read.enumerate().map(slot).collect() }
    }

    /// Whether a skipped field takes its value from the container's default, which is made whatever is read then.
    pub(super) fn has_skipped_of_container(&self) -> bool {
        let mut skipped = self.record.fields.iter().filter(|field| field.wire.is_none());
        skipped.any(|field| matches!(field.absence, Absence::OfContainer))
    }

    /// The place of the container's default, behind all fields.
    pub(super) fn whole(&self, span: Span) -> TokenStream {
        let index = Index::from(self.read.len());
        quote_spanned!(span=> __slots.#index)
    }

    /// The slots are a type of their own: a tuple as the associated type would make private field types public (E0446).
    pub(super) fn define(&self) -> TokenStream {
        let Target { ident, generics, .. } = self.target;
        let (params, arguments, condition) = generics.split_for_impl();
        let types = self.read.iter().map(|slot| self.spell(slot.field.ty.to_token_stream()));
        let whole = self.record.default.iter().map(|_| quote!(__rt::Option<#ident #arguments>,));
        let phantom = self.is_generic().then(|| quote!(::core::marker::PhantomData<fn() -> #ident #arguments>));
        quote!(pub struct __Slots #params (#(__rt::Slot<#types>,)* #(#whole)* #phantom) #condition;)
    }

    /// A field's type outside of the model's implementations, where `Self` is another type.
    fn spell(&self, ty: TokenStream) -> TokenStream {
        let Target { ident, generics, .. } = self.target;
        let spell_tree = |tree| match tree {
            TokenTree::Ident(word) if word == "Self" => {
                let (_, arguments, _) = generics.split_for_impl();
                quote_spanned!(word.span()=> #ident #arguments)
            }
            TokenTree::Group(group) => {
                let mut spelled = Group::new(group.delimiter(), self.spell(group.stream()));
                spelled.set_span(group.span());
                spelled.to_token_stream()
            }
            other => other.into(),
        };
        ty.into_iter().map(spell_tree).collect()
    }

    /// Whether the slots have the parameters of the model, some of which the fields may not use.
    pub(super) fn is_generic(&self) -> bool {
        !self.target.generics.params.is_empty()
    }
}

impl Slot<'_> {
    /// The slot, with the span of the field's type.
    pub(super) fn place(&self) -> TokenStream {
        let index = Index::from(self.index);
        quote_spanned!(paths::at_type(self.field.ty)=> __slots.#index)
    }
}
