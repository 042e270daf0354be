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
    let without_key = naming.into_iter().chain(reading::keys_of_a_value()).filter(|key| !reading::is_decoder(*key));
    field.entries.refuse(&without_key.collect::<Vec<_>>(), "a flattened field has no key of its own", errors);
    refuse_decoders(field, errors);
    reading::text::refuse_in_items(&field.entries, "the values of a flattened field are read by its type", errors);
    refuse_rules_that_convert(field, errors);
    if types::is_never_object(field.ty) {
        let message = "a value of this type has no keys: flatten a struct, an enum or a map, or remove `flatten`";
        errors.add(field.ty.span(), message);
    }
}

/// Reports attributes that decode the value in place of its type, whoever they are from: serde would call its functions.
fn refuse_decoders(field: &raw::Field<'_>, errors: &mut Errors) {
    for entry in field.entries.list.iter().filter(|entry| reading::is_decoder(entry.key)) {
        let message = format!(
            "`{}` has no effect here: it reads a single value, but a flattened field has no value of its own, only keys \
             of the surrounding object; flatten a type that derives `ConnectModel`, or remove `flatten`",
            entry.name
        );
        errors.add(entry.span, message);
    }
}

fn refuse_rules_that_convert(field: &raw::Field<'_>, errors: &mut Errors) {
    for entry in field.entries.all(Key::Rule).filter(|entry| reading::converts(entry)) {
        let message = "`with` has no effect here: the entries of a flattened map are read by their types; give the \
                       map a key of its own, or remove `with`";
        errors.add(entry.span, message);
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
