//! The slots of a struct's fields.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Index;

use super::owner::Owner;
use crate::{
    model::{Absence, Field, Record, Role, Target, Wire},
    paths,
};

/// The fields that are read, each with its slot.
pub(super) struct Slots<'a> {
    pub(super) owner: Owner<'a>,
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
    pub(super) fn of(owner: Owner<'a>, record: &'a Record<'a>) -> Self {
        let read = record.fields.iter().filter_map(|field| match &field.role {
            Role::Keyed(wire) => Some((field, wire)),
            Role::Skipped => None,
        });
        let slot = |(index, (field, wire))| Slot { field, wire, index, value: format_ident!("__f{index}") };
        Self { owner, record, read: read.enumerate().map(slot).collect() }
    }

    /// Whether a skipped field takes its value from the container's default, which is made whatever is read then.
    pub(super) fn has_skipped_of_container(&self) -> bool {
        self.skipped().any(|field| matches!(field.absence, Absence::OfContainer))
    }

    /// The fields that are not read.
    pub(super) fn skipped(&self) -> impl Iterator<Item = &'a Field<'a>> {
        self.record.fields.iter().filter(|field| matches!(field.role, Role::Skipped))
    }

    /// The place of the container's default, behind all fields.
    pub(super) fn whole(&self, span: Span) -> TokenStream {
        let index = Index::from(self.read.len());
        quote_spanned!(span=> __slots.#index)
    }

    /// The slots are a type of their own: a tuple as the associated type would make private field types public (E0446).
    pub(super) fn define(&self) -> TokenStream {
        let (params, _, condition) = self.owner.target.generics.split_for_impl();
        let (slots, model) = (self.owner.slots_ident(), self.owner.model());
        let types = self.read.iter().map(|slot| self.spell(slot.field.ty.to_token_stream()));
        let whole = self.record.default.iter().map(|_| quote!(__rt::Option<#model>,));
        let phantom = self.is_generic().then(|| quote!(::core::marker::PhantomData<fn() -> #model>));
        quote!(pub struct #slots #params (#(__rt::Slot<#types>,)* #(#whole)* #phantom) #condition;)
    }

    /// A field's type outside of the model's implementations, where `Self` is another type.
    fn spell(&self, ty: TokenStream) -> TokenStream {
        let Target { ident, generics, .. } = self.owner.target;
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
        !self.owner.target.generics.params.is_empty()
    }
}

impl Slot<'_> {
    /// The slot, with the span of the field's type.
    pub(super) fn place(&self) -> TokenStream {
        let index = Index::from(self.index);
        quote_spanned!(paths::at_type(self.field.ty)=> __slots.#index)
    }
}
