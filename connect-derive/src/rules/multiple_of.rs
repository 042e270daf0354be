//! `multiple_of = 5`: a number that is a multiple of this one.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, Type};

use super::{
    call::Call,
    default::Literal,
    kinds,
    literal::{is_non_number, show},
    number::Number,
    rule::{Constraint, Parse, Site, Spec},
    suffix,
};
use crate::errors::Errors;

pub(super) const SPEC: Spec =
    Spec { name: "multiple_of", example: "multiple_of = 5", arguments: &[], parse: Parse::Call(parse) };

struct MultipleOf(Expr);

fn parse(call: &mut Call) -> Option<Box<dyn Constraint>> {
    let factor = call.take_value("needs a number")?;
    match Number::of(&factor) {
        Some(number) if number.is_negative() => {
            let opposite = show(&factor).unwrap_or_default();
            let opposite = opposite.trim_start_matches('-');
            let message =
                format!("`multiple_of` takes a number above 0: write `multiple_of = {opposite}`, which means the same");
            call.error_at(&factor, message);
        }
        Some(number) if !number.is_positive() => {
            call.error_at(&factor, "`multiple_of` takes a number above 0: only 0 is a multiple of 0");
        }
        None if is_non_number(&factor) => {
            call.error_at(&factor, "`multiple_of` takes a number: write `multiple_of = 5`");
        }
        _ => {}
    }
    Some(Box::new(MultipleOf(factor)))
}

impl Constraint for MultipleOf {
    fn emit(&self, site: &Site<'_>) -> TokenStream {
        let factor = suffix::emit(&self.0);
        site.call("multiple_of", &quote_spanned!(site.span=> &(#factor),))
    }

    fn bounds(&self) -> Vec<TokenStream> {
        suffix::literal_type(&self.0).map(|kind| quote!(__rt::rules::MultipleOf<#kind>)).into_iter().collect()
    }

    fn check(&self, ty: Option<&Type>, errors: &mut Errors) {
        kinds::check_numbers(ty, [&self.0], errors);
    }

    fn violated_by(&self, default: &Literal) -> Option<String> {
        let is_multiple = default.as_number()?.is_multiple_of(Number::of(&self.0)?)?;
        (!is_multiple).then(|| format!("a multiple of {}", self.0.to_token_stream()))
    }
}
