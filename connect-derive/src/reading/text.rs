//! `trim`, `lowercase` and `uppercase`, on a field and in its rules for items.

use crate::{
    attributes::raw::{Entries, Entry},
    errors::Errors,
    rules::{self, Change, change},
    table::Key,
};

/// The changes of a text that the attributes of a field ask for.
pub(super) fn check(entries: &Entries, errors: &mut Errors) -> Vec<Change> {
    let asked = [Key::Trim, Key::Lowercase, Key::Uppercase].into_iter().filter_map(|key| entries.get(key));
    let changes: Vec<_> = asked.map(|entry| Change { name: entry.name, span: entry.span }).collect();
    change::check(&changes, errors);
    changes
}

/// The changes of texts in the rules for items, at any depth.
pub(super) fn of_items(entries: &Entries) -> Vec<Change> {
    rules::item_changes(entries.all(Key::Rule).filter_map(Entry::rule))
}

/// Reports changes of items that are not read one by one.
pub(crate) fn refuse_in_items(entries: &Entries, reason: &str, errors: &mut Errors) {
    for change in of_items(entries) {
        errors.add(change.span, format!("`{}` has no effect here: {reason}", change.name));
    }
}
