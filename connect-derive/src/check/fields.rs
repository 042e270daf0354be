//! The fields of a struct.

use super::{Casings, bounds, clashes::Spellings, refuse_beside, types};
use crate::{
    errors::Errors,
    model::{Absence, Default, Field, Record},
    names::{Key, Source},
    paths,
    raw::{self, Entries, Entry, Item, Value},
};

pub(super) fn check<'a>(
    item: &'a Item<'a>,
    fields: &'a [raw::Field<'a>],
    casings: Casings,
    errors: &mut Errors,
) -> Record<'a> {
    let container = &item.entries;
    let default = container.get(Key::Default).and_then(|entry| check_default(entry, errors));
    let mut spellings = Spellings::of_fields(casings);
    let fields: Vec<_> = fields
        .iter()
        .map(|field| check_field(field, default.is_some(), container.has(Key::Strict), &mut spellings, errors))
        .collect();
    let bounds = bounds::infer(item, errors);
    Record { fields, deny_unknown_fields: container.has(Key::DenyUnknownFields), default, bounds }
}

fn check_field<'a>(
    field: &'a raw::Field<'a>,
    container_default: bool,
    container_strict: bool,
    spellings: &mut Spellings,
    errors: &mut Errors,
) -> Field<'a> {
    let entries = &field.entries;
    let skipped = entries.has(Key::Skip);
    if skipped {
        let read_only = [Key::Rename, Key::Alias, Key::Required, Key::Strict];
        refuse_beside(entries, &read_only, "a skipped field is never read", errors);
    } else {
        check_required(field, errors);
        check_lifetimes(field, errors);
    }
    let absence = check_absence(entries, container_default, errors);
    let wire = (!skipped).then(|| spellings.wire(field.ident, entries, errors));
    Field { ident: field.ident, ty: field.ty, wire, strict: container_strict || entries.has(Key::Strict), absence }
}

fn check_required(field: &raw::Field<'_>, errors: &mut Errors) {
    let Some(required) = field.entries.get(Key::Required) else { return };
    if !types::is_option(field.ty) {
        let message = "`required` is for an `Option` whose key must be there: a field of another type is required \
                       anyway, so remove it";
        errors.add(required.span, message);
    }
    if let Some(default) = field.entries.get_from(Source::Connect, Key::Default) {
        let message =
            "`default` has no effect here: the field is `required`, so it is never absent; remove one of them";
        errors.add(default.span, message);
    }
}

fn check_lifetimes(field: &raw::Field<'_>, errors: &mut Errors) {
    if let Some(lifetime) = types::find_static(field.ty) {
        let message = "no text that is read lives for `'static`: use an owned type such as `String`, or borrow for a \
                       lifetime parameter, as in `struct Model<'a> { name: &'a str }`";
        errors.add(lifetime.span(), message);
    }
}

fn check_absence<'a>(entries: &'a Entries, container_default: bool, errors: &mut Errors) -> Absence<'a> {
    if entries.has(Key::Required) {
        return Absence::Missing;
    }
    match entries.get(Key::Default).and_then(|entry| check_default(entry, errors)) {
        Some(default) => Absence::Default(default),
        None if container_default => Absence::OfContainer,
        None => Absence::OfType,
    }
}

fn check_default<'a>(entry: &'a Entry, errors: &mut Errors) -> Option<Default<'a>> {
    match &entry.value {
        Value::None => Some(Default::Trait(entry.span)),
        Value::Expr(expr) => Some(Default::Expr(expr)),
        Value::Text(text) => errors.keep(paths::parse(text, entry.name)).map(Default::Call),
    }
}
