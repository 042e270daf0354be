//! The fields of a struct.

use syn::Member;

use super::{Frame, clashes::Spellings, refuse_beside, rules, types};
use crate::{
    errors::Errors,
    model::{Absence, Default, Field, Reading, Record, Role, Wire},
    names::{Key, Source},
    paths,
    raw::{self, Entries, Entry, Value},
};

pub(super) fn check<'a>(content: &'a raw::Content<'a>, frame: Frame<'a>, errors: &mut Errors) -> Record<'a> {
    let mut spellings = Spellings::of_fields(frame.casings);
    let fields = content.fields.iter().map(|field| check_field(field, &frame, &mut spellings, errors)).collect();
    Record { fields, deny_unknown_fields: frame.deny_unknown_fields, default: frame.default, checks: frame.checks }
}

fn check_field<'a>(
    field: &'a raw::Field<'a>,
    frame: &Frame<'a>,
    spellings: &mut Spellings,
    errors: &mut Errors,
) -> Field<'a> {
    let entries = &field.entries;
    let skipped = entries.has(Key::Skip);
    if skipped {
        let read_only = [Key::Rename, Key::Alias, Key::Required, Key::Strict, Key::Rule, Key::Sensitive];
        refuse_beside(entries, &read_only, "a skipped field is never read", errors);
    } else {
        check_required(field, errors);
        check_strict(field, errors);
        check_lifetimes(field, errors);
    }
    Field {
        member: field.member.clone(),
        ty: field.ty,
        absence: check_absence(entries, frame.default.is_some(), errors),
        role: if skipped { Role::Skipped } else { Role::Keyed(check_wire(field, spellings, errors)) },
        reading: Reading {
            sensitive: entries.has(Key::Sensitive),
            strict: frame.strict || entries.has(Key::Strict),
        },
        rules: if skipped { Vec::new() } else { rules::check(field, errors) },
    }
}

/// A value by position has its index for a name.
fn check_wire(field: &raw::Field<'_>, spellings: &mut Spellings, errors: &mut Errors) -> Wire {
    match &field.member {
        Member::Named(ident) => spellings.wire(ident, &field.entries, errors),
        Member::Unnamed(index) => Wire { name: index.index.to_string(), aliases: Vec::new() },
    }
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

fn check_strict(field: &raw::Field<'_>, errors: &mut Errors) {
    if let Some(strict) = field.entries.get(Key::Strict).filter(|_| types::is_never_coerced(field.ty)) {
        errors.add(strict.span, "`strict` has no effect here: values of this type are never coerced, so remove it");
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

pub(super) fn check_default<'a>(entry: &'a Entry, errors: &mut Errors) -> Option<Default<'a>> {
    match &entry.value {
        Value::None | Value::Function(_) | Value::Rule(_) => Some(Default::Trait(entry.span)),
        Value::Expr(expr) => Some(Default::Expr(expr)),
        Value::Text(text) => errors.keep(paths::parse(text, entry.name)).map(Default::Call),
    }
}
