//! Spans of generated code, and paths and calls that have the spans of a type.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{ExprPath, Ident, Type, spanned::Spanned};

/// The span of local names that the user's expressions can't refer to.
pub(crate) fn hidden() -> Span {
    Span::mixed_site()
}

/// Like [`hidden`], but errors point at `span`.
pub(crate) fn at(span: Span) -> Span {
    hidden().located_at(span)
}

/// Like [`hidden`], but errors point at the type.
pub(crate) fn at_type(ty: &Type) -> Span {
    at(ty.span())
}

/// Like [`hidden`], but errors about what a function takes or returns point at its name.
pub(crate) fn at_path(path: &ExprPath) -> Span {
    at(path.path.segments.last().map_or_else(Span::call_site, |last| last.ident.span()))
}

/// `<ty as Decode>::item`, with the start and end of the type.
pub(crate) fn of_decode(ty: &Type, item: &str) -> TokenStream {
    let (start, end) = ends(ty);
    let (open, item) = (quote_spanned!(start=> <), Ident::new(item, end));
    quote_spanned!(end=> #open #ty as __rt::Decode<'_>>::#item)
}

/// `<ty as Record>::item`, with the start and end of the field's type. It names the lifetime of the input, as the types
/// of flattened slots do: the errors at both are then equal.
pub(crate) fn of_record(field: &Type, ty: &TokenStream, item: &str) -> TokenStream {
    let (start, end) = ends(field);
    let (open, item) = (quote_spanned!(start=> <), Ident::new(item, end));
    quote_spanned!(end=> #open #ty as __rt::Record<'__de>>::#item)
}

/// `__rt::parent::function(arguments, last)`, where the last argument is from [`of_decode`] or [`of_record`], or a
/// closure. The call has the start and end of the type, as those paths do. The compiler may report a type that can't be
/// read at each of them, and equal spans make this a single error.
pub(crate) fn call(
    parent: Option<&str>,
    function: &str,
    arguments: &TokenStream,
    ty: &Type,
    last: &TokenStream,
) -> TokenStream {
    let (start, end) = ends(ty);
    let (root, function) = (Ident::new("__rt", start), Ident::new(function, end));
    let arguments = if arguments.is_empty() { quote!() } else { quote_spanned!(end=> #arguments,) };
    let arguments = quote_spanned!(end=> (#arguments #last));
    let parent = parent.map(|parent| Ident::new(parent, start)).into_iter();
    quote!(#root #(::#parent)* ::#function #arguments)
}

/// `method(arguments)`, where the method is from [`of_decode`] or [`of_record`], with the same spans.
pub(crate) fn call_method(ty: &Type, method: &TokenStream, arguments: &TokenStream) -> TokenStream {
    let arguments = quote_spanned!(ends(ty).1=> (#arguments));
    quote!(#method #arguments)
}

/// The first and last span of the type.
pub(crate) fn ends(ty: &Type) -> (Span, Span) {
    let mut spans = ty.to_token_stream().into_iter().map(|token| token.span());
    let start = spans.next().unwrap_or_else(hidden);
    (start, spans.last().unwrap_or(start))
}
