//! Checks flattened fields, whose keys are part of the struct's own object.

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
    if types::is_never_object(field.ty) {
        let message = "a value of this type has no keys: flatten a struct, an enum or a map, or remove `flatten`";
        errors.add(field.ty.span(), message);
    }
}

/// Reports a second flattened map, since the first takes all remaining keys.
pub(super) fn refuse_two_maps(fields: &[Field<'_>], errors: &mut Errors) {
    let maps = fields.iter().filter(|field| matches!(field.role, Role::Flattened) && types::is_map(field.ty));
    for second in maps.skip(1) {
        let message = "another flattened map already takes all remaining keys: remove one of them";
        errors.add(second.ty.span(), message);
    }
}
