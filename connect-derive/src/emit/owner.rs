//! The owner of a record's fields: a struct, or a variant of an enum.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;

use crate::model::{Bounds, Target};

/// A struct, or a variant with its index in the enum.
#[derive(Clone, Copy)]
pub(super) struct RecordOwner<'a> {
    pub(super) target: &'a Target<'a>,
    pub(super) bounds: &'a Bounds<'a>,
    pub(super) variant: Option<(&'a Ident, usize)>,
    /// Whether its object may also have the tag of an enum: always, unless it is apart in a larger value.
    pub(super) shares_object: bool,
}

impl RecordOwner<'_> {
    /// The name for messages.
    pub(super) fn name(self) -> String {
        let ident = self.target.ident.unraw();
        match self.variant {
            Some((variant, _)) => format!("{ident}::{}", variant.unraw()),
            None => ident.to_string(),
        }
    }

    /// The path before the fields, in expressions and patterns.
    pub(super) fn constructor(self) -> TokenStream {
        let ident = self.target.ident;
        match self.variant {
            Some((variant, _)) => quote!(#ident::#variant),
            None => ident.to_token_stream(),
        }
    }

    /// The type that is read.
    pub(super) fn model(self) -> TokenStream {
        let (ident, (_, arguments, _)) = (self.target.ident, self.target.generics.split_for_impl());
        quote!(#ident #arguments)
    }

    /// The type that implements `Record`, without parameters.
    pub(super) fn record_ident(self) -> Ident {
        if self.variant.is_some() { self.slots_ident() } else { self.target.ident.clone() }
    }

    pub(super) fn slots_ident(self) -> Ident {
        self.own("__Slots")
    }

    pub(super) fn shape_ident(self) -> Ident {
        self.own("__SHAPE")
    }

    /// The identifier `base`, with the variant's index.
    pub(super) fn own(self, base: &str) -> Ident {
        match self.variant {
            Some((_, index)) => format_ident!("{base}{index}"),
            None => format_ident!("{base}"),
        }
    }
}
