//! Checks the variant that takes every name that no other variant has.

use syn::Ident;

use crate::{attributes::raw::Entries, errors::Errors, table::Key};

/// Whether this is the enum's `other` variant. Reports a second one, and attributes that have no effect on it.
pub(super) fn check(entries: &Entries, first: Option<&Ident>, errors: &mut Errors) -> bool {
    let Some(entry) = entries.get(Key::Other) else { return false };
    if let Some(first) = first {
        errors.add(entry.span, format!("`other` is on two variants: `{first}` already takes all unknown names"));
        return false;
    }
    let reason = "an `other` variant takes every name that no other variant has";
    entries.refuse(&[Key::Rename, Key::Alias, Key::Skip], reason, errors);
    true
}
