//! The values that stand for `None` or for the default, of a field or of all fields of its container.

use crate::{
    attributes::{
        literals::Literal,
        raw::{Entries, Entry, Field},
    },
    errors::Errors,
    table::Key,
    types,
};

/// The values that the attributes `key` give the field: its own, else those of its container that it has a use for.
/// `has_default` is whether something says what the field becomes if it is absent.
pub(super) fn of<'a>(key: Key, field: &'a Field<'a>, container: &'a Entries, has_default: bool) -> Vec<&'a Literal> {
    let entries = &field.entries;
    if entries.has(key) {
        return all(entries, key);
    }
    let other = match key {
        Key::NoneIf if types::is_option(field.ty) => Key::DefaultIf,
        Key::DefaultIf if has_default => Key::NoneIf,
        _ => return Vec::new(),
    };
    // What the field itself says about a value comes first.
    let own = all(entries, other);
    let mut found = all(container, key);
    found.retain(|literal| !own.iter().any(|own| own.is_same(literal)));
    found
}

fn all(entries: &Entries, key: Key) -> Vec<&Literal> {
    entries.all(key).flat_map(Entry::literals).collect()
}

/// What one of the short forms says about the type that it does not fit.
pub(super) fn reason(entry: &Entry) -> Option<&'static str> {
    match entry.name {
        "empty_as_none" => Some("the empty string becomes its `None`"),
        "null_as_default" => Some("null is already `None`; remove it"),
        _ => None,
    }
}

/// Reports a value that is given in two attributes.
pub(crate) fn refuse_contradiction(entries: &Entries, errors: &mut Errors) {
    let mut found: Vec<(&Entry, &Literal)> = Vec::new();
    for entry in entries.all(Key::DefaultIf).chain(entries.all(Key::NoneIf)) {
        for literal in entry.literals() {
            let first = found.iter().find(|(other, found)| other.name != entry.name && found.is_same(literal));
            if let Some((first, _)) = first {
                let (value, first) = (literal.show(), first.name);
                errors.add(literal.span, format!("`{first}` already says what `{value}` means: remove one of them"));
            }
            found.push((entry, literal));
        }
    }
}

/// Reports attributes of a container that none of its fields has a use for.
pub(crate) fn refuse_unused<'a>(entries: &Entries, used: impl Iterator<Item = &'a Literal>, errors: &mut Errors) {
    let used: Vec<&Literal> = used.collect();
    let is_unused = |entry: &&Entry| {
        let literals = entry.literals();
        !literals.iter().any(|literal| used.iter().any(|used| std::ptr::eq(*used, literal)))
    };
    for entry in entries.all(Key::NoneIf).filter(is_unused) {
        errors.add(entry.span, "`none_if` has no effect here: no field is an `Option` without one of its own");
    }
    for entry in entries.all(Key::DefaultIf).filter(is_unused) {
        errors.add(entry.span, "`default_if` has no effect here: no field has a `default` without one of its own");
    }
}
