//! Checks the paths of fields that are members of objects inside.

use proc_macro2::Span;
use syn::{LitStr, Member};

use super::context::FieldContext;
use crate::{
    attributes::raw::{self, Entry},
    errors::Errors,
    model::{Field, Role},
    table::Key,
};

/// The keys of the field's path; empty if it has none, or a wrong one.
pub(super) fn check(field: &raw::Field<'_>, context: &FieldContext<'_>, errors: &mut Errors) -> Vec<String> {
    let entries = &field.entries;
    let Some((entry, text)) = entries.get(Key::Path).and_then(|entry| Some((entry, entry.text()?))) else {
        return Vec::new();
    };
    let reason = "`path` says where the value is, with the key as its last part";
    entries.refuse(&[Key::Rename, Key::Alias], reason, errors);
    if let Some(flatten) = entries.get(Key::Flatten) {
        errors.add(flatten.span, "`flatten` has no effect here: `path` leads to a single value; remove one of them");
    }
    if !context.is_by_name() || matches!(field.member, Member::Unnamed(_)) {
        errors.add(entry.span, "`path` has no effect here: the field has no key, so it belongs on a named field");
        return Vec::new();
    }
    if context.ignore_case {
        errors.add(entry.span, "`path` can't be combined with `ignore_case`: remove one of them");
    }
    split(text, errors)
}

/// Splits a path at its dots; `\\.` is a dot in a key, and `\\\\` a backslash.
fn split(text: &LitStr, errors: &mut Errors) -> Vec<String> {
    let (path, mut steps) = (text.value(), vec![String::new()]);
    let mut letters = path.chars();
    while let Some(letter) = letters.next() {
        let plain = match letter {
            '.' => {
                steps.push(String::new());
                continue;
            }
            '\\' => letters.next().filter(|next| matches!(next, '.' | '\\')),
            other => Some(other),
        };
        let Some(plain) = plain else {
            errors.add(text.span(), "a backslash in a path comes before a dot or another backslash, which it keeps");
            return Vec::new();
        };
        steps.last_mut().into_iter().for_each(|step| step.push(plain));
    }
    if steps.iter().any(String::is_empty) {
        errors.add(text.span(), "a path has a key on either side of each dot, as in `path = \"data.id\"`");
        return Vec::new();
    }
    if steps.len() == 1 {
        let name = format!("{path:?}");
        errors.add(text.span(), format!("a path has at least two keys: for a single one write `rename = {name}`"));
        return Vec::new();
    }
    steps
}

/// Reports a key that would be both an object on the way of a path and the value of a field.
pub(super) fn refuse_overlaps(fields: &[Field<'_>], raw: &[raw::Field<'_>], tag: Option<&String>, errors: &mut Errors) {
    for (index, (field, written)) in fields.iter().zip(raw).enumerate() {
        let (Some(first), Some(span)) = (field.path.first(), span(written)) else { continue };
        if tag == Some(first) {
            errors.add(span, format!("`{first}` is already the tag of the enum, so no path can lead through it"));
        }
        if let Some(other) = fields.iter().find(|other| has_name(other, first)) {
            let other = member(other);
            errors
                .add(span, format!("`{first}` can't be both a part of this path and the name of the field `{other}`"));
        }
        let before = fields.iter().take(index).find(|other| overlap(&other.path, &field.path));
        if let Some(other) = before {
            let other = member(other);
            errors
                .add(span, format!("this path and that of `{other}` lead to the same value, or one through the other"));
        }
    }
}

fn span(field: &raw::Field<'_>) -> Option<Span> {
    field.entries.get(Key::Path).and_then(Entry::text).map(LitStr::span)
}

fn member(field: &Field<'_>) -> String {
    match &field.member {
        Member::Named(ident) => ident.to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

fn has_name(field: &Field<'_>, name: &str) -> bool {
    matches!(&field.role, Role::Keyed(wire) if field.path.is_empty() && wire.all().any(|own| own == name))
}

/// Whether one path is the other, or the beginning of it.
fn overlap(one: &[String], other: &[String]) -> bool {
    !one.is_empty() && !other.is_empty() && one.iter().zip(other).all(|(one, other)| one == other)
}
