//! The lifetime of the input, and the bounds of what is read from it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

/// The lifetime of the input that an implementation reads.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Input {
    /// `'__de` of the implementation.
    Decoded,
    /// `'static`, where there is no input.
    Static,
    /// Any.
    Any,
}

impl Input {
    pub(super) fn decode(self) -> TokenStream {
        match self {
            Self::Decoded => quote!(__rt::Decode<'__de>),
            Self::Static => quote!(__rt::Decode<'static>),
            Self::Any => quote!(for<'__any> __rt::Decode<'__any>),
        }
    }

    pub(super) fn deserialize(self) -> TokenStream {
        match self {
            Self::Decoded => quote!(__rt::serde::Deserialize<'__de>),
            Self::Static => quote!(__rt::serde::Deserialize<'static>),
            Self::Any => quote!(for<'__any> __rt::serde::Deserialize<'__any>),
        }
    }

    /// A flattened type is a record whose model is the type itself.
    pub(super) fn flatten(self, ty: &Type) -> TokenStream {
        match self {
            Self::Decoded => quote!(__rt::Record<'__de, Model = #ty>),
            Self::Static => quote!(__rt::Record<'static, Model = #ty>),
            Self::Any => quote!(for<'__any> __rt::Record<'__any, Model = #ty>),
        }
    }
}
