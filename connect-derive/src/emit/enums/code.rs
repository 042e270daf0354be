//! The code generated for the variants of an enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{code::ContentCode, content, owner::RecordOwner};
use crate::model::{Bounds, Enum, Tagging, Target, Variant};

/// An enum, with the code of each variant.
pub(super) struct EnumCode<'a> {
    pub(super) target: &'a Target<'a>,
    pub(super) bounds: &'a Bounds<'a>,
    pub(super) tagging: &'a Tagging,
    pub(super) variants: Vec<(&'a Variant<'a>, ContentCode)>,
    pub(super) other: Option<(&'a Variant<'a>, ContentCode)>,
}

impl<'a> EnumCode<'a> {
    pub(super) fn of(target: &'a Target<'a>, bounds: &'a Bounds<'a>, body: &'a Enum<'a>) -> Self {
        let code = |(index, variant): (usize, &'a Variant<'a>)| {
            (variant, content::emit(owner(target, bounds, &body.tagging, variant, index), &variant.content))
        };
        Self {
            target,
            bounds,
            tagging: &body.tagging,
            variants: body.variants.iter().enumerate().map(code).collect(),
            other: body.other.as_ref().map(|other| code((body.variants.len(), other))),
        }
    }

    /// All variants, the one for unknown tags last.
    pub(super) fn all(&self) -> impl Iterator<Item = &(&'a Variant<'a>, ContentCode)> {
        self.variants.iter().chain(&self.other)
    }

    /// The owner of the variant at this index of [`Self::all`].
    pub(super) fn owner(&self, variant: &'a Variant<'a>, index: usize) -> RecordOwner<'a> {
        owner(self.target, self.bounds, self.tagging, variant, index)
    }

    /// A match arm for each variant for which `emit` returns code; `None` is the variant for unknown tags.
    pub(super) fn arms(&self, emit: impl Fn(&ContentCode) -> Option<&TokenStream>) -> TokenStream {
        let known = self.known_arms(&emit);
        let other = self.other.iter().filter_map(|(_, code)| emit(code)).map(|code| quote!(__rt::None => #code,));
        quote!(#known #(#other)*)
    }

    pub(super) fn known_arms(&self, emit: impl Fn(&ContentCode) -> Option<&TokenStream>) -> TokenStream {
        let arms = self.variants.iter().enumerate().filter_map(|(index, (_, code))| {
            let code = emit(code)?;
            Some(quote!(__rt::Some(#index) => #code,))
        });
        arms.collect()
    }
}

fn owner<'a>(
    target: &'a Target<'a>,
    bounds: &'a Bounds<'a>,
    tagging: &Tagging,
    variant: &'a Variant<'a>,
    index: usize,
) -> RecordOwner<'a> {
    let shares_object = matches!(tagging, Tagging::Internal { .. } | Tagging::Untagged);
    RecordOwner { target, bounds, variant: Some((variant.ident, index)), shares_object }
}
