//! Finds the type parameters that need a `Default`, as serde does: a field without a value becomes that of its type.

use syn::{Fields, Generics, Type, TypePath};

use crate::{
    attributes::raw::{Body, Entry, Field, Item, Value},
    reading,
    table::Key,
    types,
};

/// Types whose `Default` is empty, whatever they could hold.
const EMPTY: [&str; 12] = [
    "Option",
    "PhantomData",
    "Vec",
    "VecDeque",
    "LinkedList",
    "BinaryHeap",
    "HashMap",
    "BTreeMap",
    "IndexMap",
    "HashSet",
    "BTreeSet",
    "IndexSet",
];

/// The `default` of a struct, if absent fields take their values from it; a single value is never absent.
pub(super) fn of_container<'a>(item: &'a Item<'_>) -> Option<&'a Entry> {
    let Some(Body::Struct(content)) = &item.body else { return None };
    let is_newtype = matches!(content.syntax, Fields::Unnamed(_)) && content.fields.len() == 1;
    item.entries.get(Key::Default).filter(|_| !is_newtype && !item.entries.has(Key::Transparent))
}

/// Whether the `default` means the trait, and neither an expression nor a function.
pub(super) fn is_trait(default: &Entry) -> bool {
    matches!(default.value, Value::None)
}

/// Whether the field may become the `Default` of its type.
pub(super) fn is_needed(field: &Field<'_>, of_container: bool) -> bool {
    let entries = &field.entries;
    match entries.get(Key::Default) {
        _ if entries.has(Key::Flatten) => false,
        Some(default) => is_trait(default),
        None => (entries.has(Key::Skip) && !of_container) || reading::takes_default_of_type(entries, of_container),
    }
}

/// Adds the parameters, and their associated types, that a type with a `Default` is made of.
pub(super) fn visit<'a>(ty: &'a Type, generics: &Generics, found: &mut Vec<&'a Type>) {
    match ty {
        Type::Array(array) => visit(&array.elem, generics, found),
        Type::Group(group) => visit(&group.elem, generics, found),
        Type::Paren(paren) => visit(&paren.elem, generics, found),
        Type::Tuple(tuple) => tuple.elems.iter().for_each(|elem| visit(elem, generics, found)),
        Type::Path(path) => visit_path(ty, path, generics, found),
        _ => {}
    }
}

fn visit_path<'a>(ty: &'a Type, path: &'a TypePath, generics: &Generics, found: &mut Vec<&'a Type>) {
    if types::is_of_param(path, generics) {
        found.push(ty);
    } else if let Some(last) = path.path.segments.last() {
        let is_empty = EMPTY.iter().any(|name| last.ident == name);
        let made_of = types::types_in(last).filter(|_| !is_empty).chain(types::hasher(last).filter(|_| is_empty));
        made_of.for_each(|inside| visit(inside, generics, found));
    }
}
