//! Parses what `partial` says about the struct that it makes.

use syn::{
    Ident, LitStr, Path, Token, ext::IdentExt, parenthesized, parse::ParseStream, punctuated::Punctuated, token::Paren,
};

use super::raw::Companion;
use crate::{
    table::Attribute,
    tokens::{is_at_end, skip_past_comma},
};

/// Nothing, or `(name = "..", derive(..))`.
pub(super) fn parse(input: ParseStream<'_>, row: &Attribute) -> syn::Result<Companion> {
    let (mut companion, span, example) = (Companion::default(), input.span(), row.example);
    if is_at_end(input) {
        return Ok(companion);
    }
    if !input.peek(Paren) {
        return Err(input.error(format!("`partial` takes its arguments in parentheses: write `{example}`")));
    }
    let arguments;
    parenthesized!(arguments in input);
    if arguments.is_empty() {
        return Err(syn::Error::new(span, format!("`partial` takes arguments: write only `partial`, or `{example}`")));
    }
    while !arguments.is_empty() {
        let parsed = parse_argument(&arguments, &mut companion, example);
        if parsed.is_err() {
            // Otherwise syn would report the rest as unexpected.
            let _ = arguments.parse::<proc_macro2::TokenStream>();
        }
        parsed?;
        skip_past_comma(&arguments);
    }
    Ok(companion)
}

fn parse_argument(arguments: ParseStream<'_>, companion: &mut Companion, example: &str) -> syn::Result<()> {
    let found = arguments.span();
    let unknown = || syn::Error::new(found, format!("`partial` takes `name` and `derive`: write `{example}`"));
    let argument = arguments.call(Ident::parse_any).map_err(|_| unknown())?;
    let twice = || syn::Error::new(found, format!("`{argument}` is given twice: remove one of them"));
    if argument == "name" && companion.name.is_some() || argument == "derive" && companion.derives.is_some() {
        return Err(twice());
    }
    if argument == "name" {
        companion.name = Some(parse_name(arguments)?);
    } else if argument == "derive" {
        companion.derives = Some((argument.span(), parse_derives(arguments)?));
    } else {
        return Err(unknown());
    }
    Ok(())
}

fn parse_name(arguments: ParseStream<'_>) -> syn::Result<Ident> {
    let found = arguments.span();
    let wrong = || syn::Error::new(found, "`name` takes the name of a struct in a string: write `name = \"Draft\"`");
    arguments.parse::<Token![=]>().map_err(|_| wrong())?;
    let text: LitStr = arguments.parse().map_err(|_| wrong())?;
    text.parse().map_err(|_| syn::Error::new(text.span(), format!("`{}` can't be the name of a struct", text.value())))
}

fn parse_derives(arguments: ParseStream<'_>) -> syn::Result<Vec<Path>> {
    let found = arguments.span();
    let wrong = || syn::Error::new(found, "`derive` takes the names of traits: write `derive(Debug, Clone)`");
    if !arguments.peek(Paren) {
        return Err(wrong());
    }
    let traits;
    parenthesized!(traits in arguments);
    let paths = Punctuated::<Path, Token![,]>::parse_terminated(&traits).map_err(|_| wrong())?;
    Ok(paths.into_iter().collect())
}
