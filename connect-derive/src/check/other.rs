//! The variant that takes the names that no other variant has.

use syn::Ident;

use crate::{attributes::raw::Entries, errors::Errors, table::Key};

/// Whether a variant is the one: not if there is a `first` one already. Reports attributes that have no effect on it.
pub(super) fn check(entries: &Entries, first: Option<&Ident>, errors: &mut Errors) -> bool {
    let Some(entry) = entries.get(Key::Other) else { return false };
    if let Some(first) = first {
        errors.add(entry.span, format!("`other` is on two variants: `{first}` takes all unknown names already"));
        return false;
    }
    let reason = "an `other` variant takes the names that no other variant has";
    entries.refuse(&[Key::Rename, Key::Alias, Key::Skip], reason, errors);
    true
}
