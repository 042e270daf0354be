//! Defaults, which replace absent or invalid values.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, ExprPath, Member, Type};

use crate::{
    attributes::raw::{Entry, Value},
    errors::Errors,
    spans,
};

#[derive(Clone)]
pub(crate) enum Default<'a> {
    /// The type's own; the span is that of the attribute that requests it.
    Trait(Span),
    /// The generic model's own, which is a bound.
    OfModel(Span),
    Expr(&'a Expr),
    /// The return value of a function.
    Call(ExprPath),
    /// The same field of the struct's own default.
    Member(Box<Self>, Member),
}

impl<'a> Default<'a> {
    /// Checks a `default` attribute.
    pub(crate) fn check(entry: &'a Entry, errors: &mut Errors) -> Option<Self> {
        match &entry.value {
            Value::None
            | Value::Bare(..)
            | Value::Path(_)
            | Value::Type(_)
            | Value::Rule(_)
            | Value::Literals(_)
            | Value::Companion(_) => Some(Self::Trait(entry.span)),
            Value::Expr(expr) => Some(Self::Expr(expr)),
            Value::Text(_) => entry.parse_path(errors).map(Self::Call),
        }
    }

    /// The span for a call that takes [`Self::emit_make`], where the compiler reports a type without a default.
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Trait(span) | Self::OfModel(span) => spans::at(*span),
            Self::Expr(_) | Self::Call(_) | Self::Member(..) => spans::hidden(),
        }
    }

    /// A function that makes the value.
    pub(crate) fn emit_make(&self) -> TokenStream {
        match self {
            Self::Trait(_) => quote_spanned!(self.span()=> __rt::Default::default),
            Self::OfModel(_) => quote_spanned!(self.span()=> <() as __rt::DefaultOf<_>>::make),
            Self::Expr(expr) => quote!(|| #expr),
            Self::Call(path) => path.to_token_stream(),
            Self::Member(whole, member) => {
                let make = whole.emit_make();
                quote_spanned! {spans::hidden()=>
                    || {
                        let Self { #member: __default, .. } = #make();
                        __default
                    }
                }
            }
        }
    }

    /// The same function as a closure. A type without a default is then a single error, at the attribute that requests
    /// it.
    pub(crate) fn emit_closure(&self) -> TokenStream {
        let make = self.emit_make();
        match self {
            Self::Trait(_) | Self::OfModel(_) => quote_spanned!(self.span()=> || #make()),
            Self::Expr(_) | Self::Call(_) | Self::Member(..) => make,
        }
    }

    /// The value, for a field of type `ty`.
    pub(crate) fn emit_value(&self, ty: &Type) -> TokenStream {
        match self {
            Self::Trait(_) | Self::OfModel(_) => quote_spanned!(spans::at_type(ty)=> __rt::Default::default()),
            Self::Expr(expr) => expr.to_token_stream(),
            Self::Call(path) => quote!(#path()),
            Self::Member(..) => {
                let make = self.emit_make();
                quote!((#make)())
            }
        }
    }
}
