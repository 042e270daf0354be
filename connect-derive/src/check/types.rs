//! What can be told from the spelling of a type; an alias can't be seen through.

use syn::{GenericArgument, Lifetime, PathArguments, PathSegment, Type};

pub(super) fn is_option(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|last| last.ident == "Option" && types_in(last).count() == 1)
}

pub(super) fn is_string(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|last| last.ident == "String")
}

/// The first `'static` that a value of the type would have to be borrowed for.
pub(super) fn find_static(ty: &Type) -> Option<&Lifetime> {
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

fn find_static_in(segment: &PathSegment) -> Option<&Lifetime> {
    let own = arguments(segment).find_map(|argument| match argument {
        GenericArgument::Lifetime(lifetime) if lifetime.ident == "static" => Some(lifetime),
        _ => None,
    });
    own.or_else(|| types_in(segment).find_map(find_static))
}

fn last_segment(ty: &Type) -> Option<&PathSegment> {
    match ty {
        Type::Group(group) => last_segment(&group.elem),
        Type::Paren(paren) => last_segment(&paren.elem),
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}

fn types_in(segment: &PathSegment) -> impl Iterator<Item = &Type> {
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
    use syn::parse_quote;

    use super::{find_static, is_option};

    #[test]
    fn an_option_is_recognized_however_it_is_qualified() {
        assert!(is_option(&parse_quote!(Option<u8>)));
        assert!(is_option(&parse_quote!((::std::option::Option<Vec<u8>>))));
        assert!(!is_option(&parse_quote!(Vec<Option<u8>>)));
        assert!(!is_option(&parse_quote!(Option)));
    }

    #[test]
    fn static_borrows_are_found_wherever_a_value_would_need_them() {
        assert!(find_static(&parse_quote!(Option<Vec<&'static str>>)).is_some());
        assert!(find_static(&parse_quote!((u8, [Cow<'static, str>; 2]))).is_some());
        assert!(find_static(&parse_quote!(&'a [&'static u8])).is_some());
        assert!(find_static(&parse_quote!(PhantomData<&'static str>)).is_none());
        assert!(find_static(&parse_quote!(fn(&'static str))).is_none());
    }
}
