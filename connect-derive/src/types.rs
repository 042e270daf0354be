//! What the spelling of a type says about it; aliases are not resolved.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Generics, Ident, Lifetime, PathArguments, PathSegment, Type, TypePath};

pub(crate) fn is_option(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|last| last.ident == "Option" && types_in(last).count() == 1)
}

pub(crate) fn is_string(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|last| last.ident == "String")
}

pub(crate) fn is_json_value(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|last| last.ident == "Value" && last.arguments.is_empty())
}

/// Whether the type holds the names of variants: text, integers, or any of these.
pub(crate) fn is_name(ty: &Type) -> bool {
    let is_float = last_segment(ty).is_some_and(|last| last.ident == "f32" || last.ident == "f64");
    is_string(ty) || is_json_value(ty) || (is_number(ty) && !is_float)
}

pub(crate) fn is_phantom(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|last| last.ident == "PhantomData")
}

/// Whether this is the name of a type parameter.
pub(crate) fn is_param(ident: &Ident, generics: &Generics) -> bool {
    generics.type_params().any(|param| param.ident == *ident)
}

/// Whether the type is a type parameter, or an associated type of one.
pub(crate) fn is_made_of_param(ty: &Type, generics: &Generics) -> bool {
    matches!(ty, Type::Path(path) if is_of_param(path, generics))
}

/// Whether a path is a type parameter, or starts at one, as an associated type does.
pub(crate) fn is_of_param(path: &TypePath, generics: &Generics) -> bool {
    let starts = path.path.segments.first().is_some_and(|first| is_param(&first.ident, generics));
    path.qself.is_some() || (starts && path.path.leading_colon.is_none())
}

pub(crate) fn is_number(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|last| last.arguments.is_empty() && NUMBERS.iter().any(|name| last.ident == name))
}

const NUMBERS: [&str; 14] =
    ["i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize", "f32", "f64"];

/// Whether values are certainly not JSON objects.
pub(crate) fn is_never_object(ty: &Type) -> bool {
    match ty {
        Type::Array(_) | Type::Slice(_) => true,
        Type::Tuple(tuple) => !tuple.elems.is_empty(),
        Type::Reference(reference) => is_never_object(&reference.elem),
        _ => last_segment(ty).is_some_and(|last| {
            let name = last.ident.to_string();
            match name.as_str() {
                "String" | "str" | "bool" | "char" | "Vec" | "VecDeque" | "HashSet" | "BTreeSet" => true,
                "Option" | "Box" | "Rc" | "Arc" | "Cow" => types_in(last).next().is_some_and(is_never_object),
                _ => is_number(ty),
            }
        }),
    }
}

/// Whether the type is a map, which takes any key.
pub(crate) fn is_map(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|last| match last.ident.to_string().as_str() {
        "HashMap" | "BTreeMap" | "IndexMap" | "Map" | "Value" => true,
        "Option" | "Box" | "Rc" | "Arc" | "Cow" => types_in(last).next().is_some_and(is_map),
        _ => false,
    })
}

/// The type of a map's keys.
pub(crate) fn map_key(ty: &Type) -> Option<&Type> {
    let is_map = |last: &&PathSegment| ["HashMap", "BTreeMap", "IndexMap"].iter().any(|name| last.ident == name);
    last_segment(ty).filter(is_map).and_then(|last| types_in(last).next())
}

/// The position of the hasher among the arguments of a map or set.
fn hasher_position(segment: &PathSegment) -> usize {
    match segment.ident.to_string().as_str() {
        "HashMap" | "IndexMap" => 2,
        "HashSet" | "IndexSet" => 1,
        _ => usize::MAX,
    }
}

/// The hasher of a map or set, if it is spelled out.
pub(crate) fn hasher(segment: &PathSegment) -> Option<&Type> {
    types_in(segment).nth(hasher_position(segment))
}

/// The types among the arguments of which a value holds some: all except a hasher.
pub(crate) fn held_in(segment: &PathSegment) -> impl Iterator<Item = &Type> {
    types_in(segment).take(hasher_position(segment))
}

/// Whether `name` is a part of the type.
pub(crate) fn mentions(ty: &Type, name: &Ident) -> bool {
    is_in(name, ty.to_token_stream())
}

/// Whether the type is one of values that may contain the model `model` again.
pub(crate) fn recurs(ty: &Type, model: &Ident) -> bool {
    mentions(ty, model) || mentions(ty, &Ident::new("Self", model.span()))
}

fn is_in(name: &Ident, tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Group(group) => is_in(name, group.stream()),
        _ => false,
    })
}

/// The type inside an `Option`.
pub(crate) fn inside_option(ty: &Type) -> Option<&Type> {
    last_segment(ty).filter(|last| last.ident == "Option").and_then(|last| types_in(last).next())
}

/// The type inside the pointers and `Option`s that rules see through.
pub(crate) fn inside(ty: &Type) -> &Type {
    match ty {
        Type::Reference(reference) => inside(&reference.elem),
        Type::Group(group) => inside(&group.elem),
        Type::Paren(paren) => inside(&paren.elem),
        _ => {
            let around = |last: &&PathSegment| {
                ["Option", "Box", "Rc", "Arc", "Cow", "Spanned"].iter().any(|name| last.ident == name)
            };
            last_segment(ty).filter(around).and_then(|last| types_in(last).next()).map_or(ty, inside)
        }
    }
}

/// Whether values are integers.
pub(crate) fn is_integer(ty: &Type) -> bool {
    let Some(last) = last_segment(inside(ty)) else { return false };
    if last.ident == "NonZero" {
        return types_in(last).next().is_some_and(is_integer);
    }
    let name = last.ident.to_string();
    matches!(name.strip_prefix(['i', 'u']), Some("8" | "16" | "32" | "64" | "128" | "size"))
}

/// Whether values are strings.
pub(crate) fn is_text(ty: &Type) -> bool {
    last_segment(inside(ty)).is_some_and(|last| last.ident == "String" || last.ident == "str")
}

/// Whether values are certainly never coerced.
pub(crate) fn is_never_coerced(ty: &Type) -> bool {
    const NAMES: [&str; 6] = ["char", "PhantomData", "IpAddr", "Ipv4Addr", "Ipv6Addr", "SocketAddr"];
    let ty = inside(ty);
    if let Type::Path(path) = ty
        && let Some(first) = path.path.segments.first()
        && first.ident == "serde_json"
    {
        return true;
    }
    match ty {
        Type::Tuple(tuple) => tuple.elems.is_empty(),
        _ => last_segment(ty).is_some_and(|last| match last.ident.to_string().as_str() {
            "Vec" => item(ty).is_some_and(is_never_coerced),
            name => NAMES.contains(&name),
        }),
    }
}

/// The type of the items of a collection, or of the values of a map.
pub(crate) fn item(ty: &Type) -> Option<&Type> {
    match inside(ty) {
        Type::Array(array) => Some(&array.elem),
        Type::Slice(slice) => Some(&slice.elem),
        collection => {
            let last = last_segment(collection)?;
            let is_map = ["HashMap", "BTreeMap", "IndexMap"].iter().any(|name| last.ident == name);
            types_in(last).nth(usize::from(is_map))
        }
    }
}

/// The first `'static` that a value of the type would have to borrow for.
pub(crate) fn find_static(ty: &Type) -> Option<&Lifetime> {
    match ty {
        Type::Array(array) => find_static(&array.elem),
        Type::Group(group) => find_static(&group.elem),
        Type::Paren(paren) => find_static(&paren.elem),
        Type::Slice(slice) => find_static(&slice.elem),
        Type::Tuple(tuple) => tuple.elems.iter().find_map(find_static),
        Type::Reference(reference) => {
            let own = reference.lifetime.as_ref().filter(|lifetime| lifetime.ident == "static");
            own.or_else(|| find_static(&reference.elem))
        }
        _ => last_segment(ty).filter(|last| last.ident != "PhantomData").and_then(find_static_in),
    }
}

/// Whether this is a `Cow<'static, ..>` of text or numbers, which serde always reads as owned.
pub(crate) fn is_static_cow(ty: &Type) -> bool {
    let is_plain = |ty: &Type| match ty {
        Type::Slice(slice) => is_number(&slice.elem),
        _ => last_segment(ty).is_some_and(|last| last.ident == "str"),
    };
    last_segment(ty).filter(|last| last.ident == "Cow").is_some_and(|cow| {
        let is_static = |argument: &GenericArgument| {
            matches!(argument, GenericArgument::Lifetime(lifetime) if lifetime.ident == "static")
        };
        arguments(cow).any(is_static) && types_in(cow).all(is_plain)
    })
}

fn find_static_in(segment: &PathSegment) -> Option<&Lifetime> {
    let own = arguments(segment).find_map(|argument| match argument {
        GenericArgument::Lifetime(lifetime) if lifetime.ident == "static" => Some(lifetime),
        _ => None,
    });
    own.filter(|_| !is_owned_cow(segment)).or_else(|| types_in(segment).find_map(find_static))
}

/// A `Cow` of what is neither text nor bytes is always owned.
fn is_owned_cow(cow: &PathSegment) -> bool {
    const BORROWED: [&str; 2] = ["str", "RawValue"];
    let is_borrowed = |ty: &Type| match last_segment(ty) {
        Some(last) => BORROWED.iter().any(|borrowed| last.ident == borrowed),
        None => true,
    };
    cow.ident == "Cow" && !types_in(cow).any(is_borrowed)
}

fn last_segment(ty: &Type) -> Option<&PathSegment> {
    match ty {
        Type::Group(group) => last_segment(&group.elem),
        Type::Paren(paren) => last_segment(&paren.elem),
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}

/// The types among the arguments of a path's segment.
pub(crate) fn types_in(segment: &PathSegment) -> impl Iterator<Item = &Type> {
    arguments(segment).filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

fn arguments(segment: &PathSegment) -> impl Iterator<Item = &GenericArgument> {
    let arguments = match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        _ => None,
    };
    arguments.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;
    use syn::parse_quote;

    use super::{find_static, inside_option, is_option, item};

    #[test]
    fn an_option_is_recognized_however_it_is_qualified() {
        assert!(is_option(&parse_quote!(Option<u8>)));
        assert!(is_option(&parse_quote!((::std::option::Option<Vec<u8>>))));
        assert!(!is_option(&parse_quote!(Vec<Option<u8>>)));
        assert!(!is_option(&parse_quote!(Option)));
    }

    #[test]
    fn items_are_found_inside_the_wrappers_of_a_collection() {
        let item_is = |ty, wanted| item(&ty).is_some_and(|found| found.to_token_stream().to_string() == wanted);
        assert!(item_is(parse_quote!(Option<Box<Vec<u8>>>), "u8"));
        assert!(item_is(parse_quote!(Cow<'a, [(u8,)]>), "(u8 ,)"));
        assert!(item_is(parse_quote!(HashMap<String, [u8; 2]>), "[u8 ; 2]"));
        assert!(item(&parse_quote!(String)).is_none());
        assert!(inside_option(&parse_quote!(std::option::Option<u8>)).is_some());
        assert!(inside_option(&parse_quote!(Vec<Option<u8>>)).is_none());
    }

    #[test]
    fn static_borrows_are_found_wherever_a_value_would_need_them() {
        assert!(find_static(&parse_quote!(Option<Vec<&'static str>>)).is_some());
        assert!(find_static(&parse_quote!((u8, [Cow<'static, str>; 2]))).is_some());
        assert!(find_static(&parse_quote!(&'a [&'static u8])).is_some());
        assert!(find_static(&parse_quote!(PhantomData<&'static str>)).is_none());
        assert!(find_static(&parse_quote!(fn(&'static str))).is_none());
        assert!(find_static(&parse_quote!(Cow<'static, [u8]>)).is_some());
        assert!(find_static(&parse_quote!(Cow<'static, Level>)).is_none());
        assert!(find_static(&parse_quote!(Cow<'static, Level<'static>>)).is_some());
    }
}
