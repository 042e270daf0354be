//! `email`, `url` and `uuid`: strings of a known format.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{
    call::Call,
    rule::{Constraint, Parse, Site, Spec},
};

pub(super) const EMAIL: Spec = spec("email", |call| Some(parse(call, "EmailText")));
pub(super) const URL: Spec = spec("url", |call| Some(parse(call, "UrlText")));
pub(super) const UUID: Spec = spec("uuid", |call| Some(parse(call, "UuidText")));

const fn spec(name: &'static str, parse: fn(&mut Call) -> Option<Box<dyn Constraint>>) -> Spec {
    Spec { name, example: name, arguments: &[], parse: Parse::Call(parse) }
}

struct Format {
    /// The runtime's function.
    function: &'static str,
    /// The runtime's trait.
    bound: &'static str,
}

fn parse(call: &mut Call, bound: &'static str) -> Box<dyn Constraint> {
    call.refuse_values();
    Box::new(Format { function: call.name, bound })
}

impl Constraint for Format {
    fn emit(&self, site: &Site<'_>) -> TokenStream {
        site.call(self.function, &TokenStream::new())
    }

    fn bounds(&self) -> Vec<TokenStream> {
        let bound = Ident::new(self.bound, Span::call_site());
        vec![quote!(__rt::rules::#bound)]
    }
}
