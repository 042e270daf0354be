//! `length(min = 1, max = 50)`: the number of characters in a string, items in a collection or entries in
//! a map.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;

use super::{
    call::Call,
    default::Literal,
    limits::{Limits, check_sides},
    literal::{is_float, show},
    number::Number,
    rule::{Constraint, Parse, Site, Spec},
};
use crate::errors::Errors;

pub(super) const SPEC: Spec = Spec {
    name: "length",
    example: "length(min = 1, max = 50)",
    arguments: &["min", "max", "equal"],
    parse: Parse::Call(parse),
};

struct Length(Limits);

fn parse(call: &mut Call) -> Option<Box<dyn Constraint>> {
    let limits = Limits::parse(call)?;
    for limit in limits.iter() {
        if Number::of(&limit.value).is_some_and(Number::is_negative) {
            call.error_at(&limit.value, "a length is never negative: write 0 or more");
        } else if is_float(&limit.value) {
            let (name, whole) = (limit.name(), show(&limit.value).unwrap_or_default());
            let whole = whole.split('.').next().unwrap_or_default();
            call.error_at(&limit.value, format!("a length is a whole number: write `{name} = {whole}`"));
        }
    }
    Some(Box::new(Length(limits)))
}

impl Constraint for Length {
    fn emit(&self, site: &Site<'_>) -> TokenStream {
        let limit = |name| self.0.get(name).map(|limit| &limit.value);
        let (name, limits) = match (limit("equal"), limit("min"), limit("max")) {
            (Some(equal), ..) => ("exactly", vec![equal]),
            (_, Some(min), Some(max)) => ("between", vec![min, max]),
            (_, min, None) => ("at_least", min.into_iter().collect()),
            (_, None, max) => ("at_most", max.into_iter().collect()),
        };
        let name = Ident::new(name, site.span);
        site.call("length", &quote_spanned!(site.span=> __rt::rules::Bounds::#name(#(#limits),*),))
    }

    fn bounds(&self) -> Vec<TokenStream> {
        vec![quote!(__rt::rules::Length)]
    }

    fn check(&self, _ty: Option<&Type>, errors: &mut Errors) {
        let [min, max, equal] = ["min", "max", "equal"].map(|name| self.0.get(name));
        if let Some(limit) = min.or(max).filter(|_| equal.is_some()) {
            let name = limit.name();
            errors.add(limit.span, format!("`equal` fixes the length, so `{name}` has no effect: remove one of them"));
        }
        check_sides(min, max, "length", false, errors);
    }

    fn violated_by(&self, default: &Literal) -> Option<String> {
        let count = default.as_text()?.chars().count();
        let limit = self.0.find_violated(Number::from(count))?;
        Some(format!("{limit} characters long, but has {count}"))
    }
}
