//! Flattened fields: their keys are those of the struct's own object.

use syn::spanned::Spanned;

use crate::{
    attributes::raw,
    errors::Errors,
    model::{Field, Role},
    reading,
    table::Key,
    types,
};

pub(super) fn check(field: &raw::Field<'_>, errors: &mut Errors) {
    let naming = [Key::Rename, Key::Alias, Key::Required, Key::Default];
    let without_key = naming.into_iter().chain(reading::keys_of_a_value());
    field.entries.refuse(&without_key.collect::<Vec<_>>(), "a flattened field has no key of its own", errors);
    if types::is_no_object(field.ty) {
        let message = "a value of this type has no keys: flatten a struct, an enum or a map, or remove `flatten`";
        errors.add(field.ty.span(), message);
    }
}

/// Reports a second map: the first takes all keys.
pub(super) fn refuse_two_maps(fields: &[Field<'_>], errors: &mut Errors) {
    let maps = fields.iter().filter(|field| matches!(field.role, Role::Flattened) && types::is_map(field.ty));
    for second in maps.skip(1) {
        let message = "another flattened map takes all keys that are left already: remove one of the two";
        errors.add(second.ty.span(), message);
    }
}
