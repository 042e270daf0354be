//! What the types of values must be able to do where they are parameters of the model.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use super::numbers;
use crate::rules::rule::{Rule, Test};

/// The predicates that the calls for a rule on values of the type need.
pub(in crate::emit) fn predicates(&(ty, rule): &(&Type, &Rule)) -> Vec<TokenStream> {
    let of_type = |name: TokenStream| move |kind: TokenStream| quote!(#ty: __rt::rules::#name<#kind>);
    match &rule.test {
        Test::Range(limits) => {
            let types = limits.iter().filter_map(|limit| numbers::literal_type(&limit.value));
            types.map(of_type(quote!(Range))).collect()
        }
        Test::MultipleOf(factor) => {
            numbers::literal_type(factor).map(of_type(quote!(MultipleOf))).into_iter().collect()
        }
        Test::OneOf(choices) => {
            let types = choices.first().and_then(numbers::literal_type);
            types.map(of_type(quote!(OneOf))).into_iter().collect()
        }
        Test::Each(_) | Test::Custom(_) => Vec::new(),
        test => {
            let name = plain(test);
            vec![quote!(#ty: __rt::rules::#name)]
        }
    }
}

/// The trait of a rule that has no type parameter.
fn plain(test: &Test) -> TokenStream {
    match test {
        Test::Pattern(_) => quote!(PatternText),
        Test::Email => quote!(EmailText),
        Test::Url => quote!(UrlText),
        Test::Uuid => quote!(UuidText),
        Test::Ip(_) => quote!(IpText),
        Test::Unique => quote!(Unique),
        _ => quote!(Length),
    }
}
