//! `custom = path`: the user's function checks the value.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::{ExprPath, Type};

use super::{
    path,
    rule::{Constraint, Parse, Site, Spec},
};
use crate::{spans, types};

pub(super) const SPEC: Spec = Spec {
    name: "custom",
    example: "custom = path::to::check",
    arguments: &[],
    parse: Parse::Call(|call| Some(Box::new(Custom(path::take(call, "function")?)))),
};

struct Custom(ExprPath);

impl Constraint for Custom {
    fn emit(&self, site: &Site<'_>) -> TokenStream {
        let (function, message) = (&self.0, &site.message);
        let span = spans::at_path(function);
        let call = quote_spanned!(span=> __rt::rules::custom(#function(__value), #message, __problems););
        inside_options(site.ty, call, site.span)
    }

    /// None: the user writes the bounds that the function needs.
    fn bounds(&self) -> Vec<TokenStream> {
        Vec::new()
    }

    fn identity(&self) -> Option<String> {
        Some(self.0.to_token_stream().to_string())
    }
}

/// Binds `__value` to the value inside the `Option`s, which can then coerce to the reference that the function takes.
fn inside_options(ty: Option<&Type>, call: TokenStream, span: Span) -> TokenStream {
    match ty.and_then(types::inside_option) {
        Some(inside) => {
            let call = inside_options(Some(inside), call, span);
            quote_spanned!(span=> if let __rt::Some(__value) = __value { #call })
        }
        None => call,
    }
}
