//! `range(min = 0, max = 9)`: a number, date or time within limits.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;

use super::{
    call::Call,
    default::Literal,
    kinds,
    limits::{Limit, Limits, check_sides},
    literal::as_string,
    moment::Moment,
    rule::{Constraint, Parse, Site, Spec},
    suffix,
};
use crate::{errors::Errors, types};

pub(super) const SPEC: Spec = Spec {
    name: "range",
    example: "range(min = 0, max = 9)",
    arguments: &["min", "max", "exclusive_min", "exclusive_max"],
    parse: Parse::Call(parse),
};

/// The variants of the runtime's `Limit`, by the name of the argument.
const VARIANTS: [(&str, &str); 4] =
    [("min", "AtLeast"), ("max", "AtMost"), ("exclusive_min", "MoreThan"), ("exclusive_max", "LessThan")];

struct Range(Limits);

fn parse(call: &mut Call) -> Option<Box<dyn Constraint>> {
    let limits = Limits::parse(call)?;
    for (inclusive, exclusive) in [("min", "exclusive_min"), ("max", "exclusive_max")] {
        if let (Some(_), Some(limit)) = (limits.get(inclusive), limits.get(exclusive)) {
            let message = format!("`{inclusive}` and `{exclusive}` bound the same side: remove one of them");
            call.errors.add(limit.span, message);
        }
    }
    Some(Box::new(Range(limits)))
}

impl Constraint for Range {
    fn emit(&self, site: &Site<'_>) -> TokenStream {
        self.0.iter().filter_map(|limit| emit_limit(limit, site)).collect()
    }

    fn bounds(&self) -> Vec<TokenStream> {
        let kinds = self.0.iter().filter_map(|limit| match Moment::of(&limit.value) {
            Some(moment) => Some(moment.limit_type()),
            None => suffix::literal_type(&limit.value),
        });
        kinds.map(|kind| quote!(__rt::rules::Range<#kind>)).collect()
    }

    fn check(&self, ty: Option<&Type>, errors: &mut Errors) {
        kinds::check_numbers(ty, self.0.iter().map(|limit| &limit.value), errors);
        let side = |inclusive, exclusive| self.0.get(inclusive).or_else(|| self.0.get(exclusive));
        let (low, high) = (side("min", "exclusive_min"), side("max", "exclusive_max"));
        check_sides(low, high, "number", ty.is_some_and(types::is_integer), errors);
    }

    fn violated_by(&self, default: &Literal) -> Option<String> {
        self.0.find_violated(default.as_number()?)
    }
}

fn emit_limit(limit: &Limit, site: &Site<'_>) -> Option<TokenStream> {
    let (_, variant) = VARIANTS.iter().find(|(name, _)| *name == limit.name())?;
    let moment = as_string(&limit.value).and_then(|text| Some(Moment::of(&limit.value)?.emit(text)));
    let (variant, value) = (Ident::new(variant, site.span), moment.unwrap_or_else(|| suffix::emit(&limit.value)));
    Some(site.call("range", &quote_spanned!(site.span=> &__rt::rules::Limit::#variant(#value),)))
}
