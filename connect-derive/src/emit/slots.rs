//! The slots of a record: what its fields are read into before it is built.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Index;

use super::{
    bounds::{decoding_arguments, decoding_params, where_clause},
    input::Input,
    owner::RecordOwner,
    steps::{self, Steps},
};
use crate::{
    model::{Absence, Field, Record, Role, Target, WireNames},
    spans,
};

/// The fields that are read, each with its slot.
pub(super) struct Slots<'a> {
    pub(super) owner: RecordOwner<'a>,
    pub(super) record: &'a Record<'a>,
    /// Whether the fields are read from an array.
    pub(super) by_position: bool,
    /// The fields with a key of their own, or a position; after them those at paths.
    pub(super) read: Vec<Slot<'a>>,
    /// The fields that are spread over keys of the same object.
    pub(super) flattened: Vec<Slot<'a>>,
    /// Whether this is a newtype, which can be flattened if its value can.
    pub(super) delegates: bool,
}

/// A flattened field has no key.
static NO_NAMES: WireNames = WireNames { name: String::new(), aliases: Vec::new(), bare: Vec::new() };

pub(super) struct Slot<'a> {
    pub(super) field: &'a Field<'a>,
    pub(super) wire: &'a WireNames,
    /// The index of the field in the struct.
    pub(super) order: usize,
    /// The index of the slot.
    pub(super) index: usize,
    /// The variable that a pattern binds the value to.
    pub(super) value: Ident,
    /// Whether it is spread over keys of the same object.
    pub(super) flattened: bool,
}

impl<'a> Slots<'a> {
    pub(super) fn of(owner: RecordOwner<'a>, record: &'a Record<'a>, by_position: bool) -> Self {
        let (mut keyed, mut at_paths, mut flattened) = (Vec::new(), Vec::new(), Vec::new());
        for (order, field) in record.fields.iter().enumerate() {
            match &field.role {
                Role::Keyed(wire) if field.path.is_empty() => keyed.push((order, field, wire)),
                Role::Keyed(wire) => at_paths.push((order, field, wire)),
                Role::Flattened => flattened.push((order, field, &NO_NAMES)),
                Role::Skipped => {}
            }
        }
        keyed.extend(at_paths);
        let count = keyed.len();
        let slot = |(index, (order, field, wire))| {
            let (value, flattened) = (format_ident!("__f{index}"), index >= count);
            Slot { field, wire, order, index, value, flattened }
        };
        let mut read: Vec<_> = keyed.into_iter().chain(flattened).enumerate().map(slot).collect();
        let flattened = read.split_off(count);
        Self { owner, record, by_position, read, flattened, delegates: false }
    }

    /// How many items an array of the fields has at least: those after it have defaults.
    pub(super) fn least(&self) -> usize {
        let has_default = |slot: &&Slot<'_>| matches!(slot.field.absence, Absence::Default(_));
        let defaults = self.read.iter().rev().take_while(has_default).count();
        if self.record.default.is_some() { 0 } else { self.read.len() - defaults }
    }

    /// The slots of a newtype that is flattened: its only value has the keys.
    pub(super) fn of_flattened_newtype(owner: RecordOwner<'a>, record: &'a Record<'a>) -> Self {
        let Self { read, .. } = Self::of(owner, record, true);
        let flattened = read.into_iter().map(|slot| Slot { flattened: true, ..slot }).collect();
        Self { owner, record, by_position: false, read: Vec::new(), flattened, delegates: true }
    }

    /// Whether the only value is the whole value of the owner, whose object may also have the tag of an enum.
    pub(super) fn shares_object(&self) -> bool {
        self.owner.shares_object && self.by_position && self.read.len() == 1
    }

    /// All fields that are read, in the order of declaration.
    pub(super) fn all(&self) -> impl Iterator<Item = &Slot<'a>> {
        let mut all: Vec<_> = self.read.iter().chain(&self.flattened).collect();
        all.sort_by_key(|slot| slot.order);
        all.into_iter()
    }

    /// A reference to a field's value: of `self`, or bound by a variant's pattern.
    pub(super) fn access(&self, slot: &Slot<'_>) -> TokenStream {
        let (member, value) = (&slot.field.member, &slot.value);
        if self.owner.variant.is_some() {
            value.to_token_stream()
        } else {
            quote_spanned!(spans::hidden()=> &self.#member)
        }
    }

    /// A pattern that binds all values that are read.
    pub(super) fn pattern(&self) -> TokenStream {
        let constructor = self.owner.constructor();
        let bound = self.all().map(|slot| {
            let (member, value) = (&slot.field.member, &slot.value);
            quote!(#member: #value,)
        });
        quote!(#constructor { #(#bound)* .. })
    }

    /// The type of the slots; flattened fields have slots of their own, whose type depends on the lifetime of the
    /// input.
    pub(super) fn ty(&self) -> TokenStream {
        let ident = self.owner.slots_ident();
        let (_, arguments, _) = self.owner.target.generics.split_for_impl();
        if self.flattened.is_empty() {
            return quote!(#ident #arguments);
        }
        let arguments = decoding_arguments(self.owner.target);
        quote!(#ident #arguments)
    }

    /// The slots of these `parts`, as an expression or pattern; with flattened fields it names the lifetime of the input.
    pub(super) fn construct(&self, parts: &TokenStream) -> TokenStream {
        let (mut ident, arguments) = (self.owner.slots_ident(), decoding_arguments(self.owner.target));
        let Some(first) = self.flattened.first() else { return quote_spanned!(spans::hidden()=> #ident(#parts)) };
        let (start, end) = spans::ends(first.field.ty);
        ident.set_span(start);
        let arguments = arguments.into_iter().map(|mut token| {
            token.set_span(end);
            token
        });
        quote_spanned!(end=> #ident::#(#arguments)* (#parts))
    }

    /// The type that implements `Record`: for a variant, which is not a type, that of its slots.
    pub(super) fn record_type(&self) -> TokenStream {
        if self.owner.variant.is_some() { self.ty() } else { self.owner.model() }
    }

    /// Whether a skipped field takes its value from the container's default, which must then always be made.
    pub(super) fn has_skipped_of_container(&self) -> bool {
        self.skipped().any(|field| matches!(field.absence, Absence::OfContainer))
    }

    /// The fields that are not read.
    pub(super) fn skipped(&self) -> impl Iterator<Item = &'a Field<'a>> {
        self.record.fields.iter().filter(|field| matches!(field.role, Role::Skipped))
    }

    /// The slot of the container's default, after those of all fields.
    pub(super) fn whole(&self, span: Span) -> TokenStream {
        let index = Index::from(self.read.len() + self.flattened.len());
        quote_spanned!(span=> __slots.#index)
    }

    /// The fields whose keys are in the object of the model itself.
    pub(super) fn own(&self) -> impl Iterator<Item = &Slot<'a>> {
        self.read.iter().filter(|slot| slot.field.path.is_empty())
    }

    /// The objects on the way of paths.
    pub(super) fn steps(&self) -> Vec<Steps<'a>> {
        steps::of(&self.read.iter().map(|slot| slot.field.path.as_slice()).collect::<Vec<_>>())
    }

    /// The place of what was found on the way of paths.
    pub(super) fn found(&self) -> TokenStream {
        let index = Index::from(self.read.len() + self.flattened.len() + usize::from(self.record.default.is_some()));
        quote_spanned!(spans::hidden()=> __slots.#index)
    }

    /// Defines the type of the slots: a tuple as the associated type would make private field types public (E0446).
    pub(super) fn define(&self) -> TokenStream {
        let (slots, model) = (self.owner.slots_ident(), self.owner.model());
        let spelled = |slot: &Slot<'a>| self.spell(slot.field.ty.to_token_stream());
        let read = self.read.iter().map(spelled);
        let flattened = self.flattened.iter().map(|slot| {
            let ty = spelled(slot);
            let inside = spans::of_record(slot.field.ty, &ty, "Slots");
            let (start, end) = spans::ends(slot.field.ty);
            let root = Ident::new("__rt", start);
            quote_spanned!(end=> #root::Flattened<#inside, #ty>)
        });
        let whole = self.record.default.iter().map(|_| quote!(__rt::Option<#model>,));
        let phantom = self.is_generic().then(|| quote!(::core::marker::PhantomData<fn() -> #model>));
        let count = self.steps().len();
        let steps = (count > 0).then(|| quote!([__rt::Slot<__rt::Step>; #count],));
        let (params, condition) = self.parameters();
        // The slots of a variant must not be more public than the enum (E0446).
        let visibility = self.owner.variant.is_none().then(|| quote!(pub));
        quote! {
            #visibility struct #slots #params (
                #(__rt::Slot<#read>,)* #(#flattened,)* #(#whole)* #steps #phantom
            ) #condition;
        }
    }

    /// Parameters and where clause of the slots.
    fn parameters(&self) -> (TokenStream, Option<TokenStream>) {
        let RecordOwner { target, .. } = self.owner;
        if self.flattened.is_empty() {
            let (params, _, condition) = target.generics.split_for_impl();
            return (params.to_token_stream(), condition.map(ToTokens::to_token_stream));
        }
        (decoding_params(target), self.condition())
    }

    /// The where clause of `Record`. A bound on the value of a newtype is for every lifetime, which delays its check
    /// until the newtype is flattened.
    pub(super) fn condition(&self) -> Option<TokenStream> {
        let condition = where_clause(self.owner.target, self.owner.bounds, Input::Decoded);
        let Some(slot) = self.flattened.first().filter(|_| self.delegates) else { return condition };
        let ty = self.spell(slot.field.ty.to_token_stream());
        let bound = quote!(for<'__any> #ty: __rt::Record<'__de, Model = #ty>,);
        Some(condition.map_or_else(|| quote!(where #bound), |condition| quote!(#condition #bound)))
    }

    /// A field's type as it is spelled outside the model's implementations, where `Self` is another type.
    pub(super) fn spell(&self, ty: TokenStream) -> TokenStream {
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

    /// Whether the slots have parameters; the fields may not use all of them.
    pub(super) fn is_generic(&self) -> bool {
        !self.owner.target.generics.params.is_empty()
    }
}

impl Slot<'_> {
    /// The slot, with the span of the field's type.
    pub(super) fn place(&self) -> TokenStream {
        let index = Index::from(self.index);
        quote_spanned!(spans::at_type(self.field.ty)=> __slots.#index)
    }

    /// The keys of its path.
    pub(super) fn path(&self) -> TokenStream {
        let keys = &self.field.path;
        quote!(&[#(#keys),*])
    }
}
