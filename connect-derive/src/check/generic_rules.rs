//! Finds rules on values whose type is a parameter of the model: the parameter needs the bounds of the rule.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Generics, Type};

use crate::{
    attributes::raw::{Entry, Field},
    rules::Rule,
    table::Key,
    types,
};

/// Finds such rules, each with the type of the values.
pub(super) fn infer<'a>(fields: &[&'a Field<'a>], generics: &Generics) -> Vec<(&'a Type, &'a Rule)> {
    let mut found = Vec::new();
    for field in fields {
        for rule in field.entries.all(Key::Rule).filter_map(Entry::rule) {
            collect(field.ty, rule, generics, &mut found);
        }
    }
    found
}

fn collect<'a>(ty: &'a Type, rule: &'a Rule, generics: &Generics, found: &mut Vec<(&'a Type, &'a Rule)>) {
    let inside = types::inside(ty);
    if is_param(inside, generics) || (rule.constraint.looks_inside() && mentions(inside.to_token_stream(), generics)) {
        found.push((inside, rule));
    }
    let Some(item) = types::item(inside) else { return };
    for rule in rule.constraint.item_rules() {
        collect(item, rule, generics, found);
    }
}

/// Whether the type is a parameter, or an associated type of one.
fn is_param(ty: &Type, generics: &Generics) -> bool {
    let Type::Path(path) = ty else { return false };
    let first = path.path.segments.first().filter(|_| path.qself.is_none());
    first.is_some_and(|first| types::is_param(&first.ident, generics))
}

fn mentions(tokens: TokenStream, generics: &Generics) -> bool {
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Ident(word) => types::is_param(&word, generics),
        TokenTree::Group(group) => mentions(group.stream(), generics),
        _ => false,
    })
}
