//! Checks the defaults of values that are read by their position, or are the only one.

use syn::Member;

use crate::{
    attributes::raw::{Content, Entry},
    errors::Errors,
    model::{Record, Role},
    table::{Key, Source},
};

/// Reports a default in front of a position without one, as serde does: an array can only end after both.
pub(super) fn check_defaults(content: &Content<'_>, record: &Record<'_>, errors: &mut Errors) {
    let mut later = true;
    for (default, replaces) in defaults(content, record).into_iter().rev() {
        if let Some(default) = default.filter(|_| !later && !replaces) {
            let message = "`default` has no effect here: a later position has none, so this one is never absent; put \
                           `default` on all that follow, or on the struct";
            errors.add(default.span, message);
        }
        later = later && default.is_some();
    }
}

/// Reports the default of a value that is never absent. One of serde may be there because `serde_as` puts it on every
/// `Option`; serde ignores it, too.
pub(super) fn refuse_default(content: &Content<'_>, record: &Record<'_>, errors: &mut Errors) {
    for (default, replaces) in defaults(content, record) {
        if let Some(default) = default.filter(|default| default.source == Source::Connect && !replaces) {
            let reason = match content.fields.first().map(|field| &field.member) {
                Some(Member::Named(_)) => "a transparent struct is read as its only field",
                _ => "an unnamed value is always present",
            };
            errors.add(default.span, format!("`default` has no effect here: {reason}"));
        }
    }
}

/// The defaults of the values that are read, each with whether it also replaces values that are present.
fn defaults<'a>(content: &'a Content<'_>, record: &Record<'_>) -> Vec<(Option<&'a Entry>, bool)> {
    let fields = content.fields.iter().zip(&record.fields);
    let read = fields.filter(|(_, field)| !matches!(field.role, Role::Skipped));
    read.map(|(field, model)| (field.entries.get(Key::Default), model.reading.takes_default())).collect()
}
