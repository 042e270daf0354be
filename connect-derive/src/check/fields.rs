//! Checks the fields of a struct or variant.

use proc_macro2::Span;
use syn::{Ident, Member};

use super::{context::FieldContext, flatten, paths, spellings::Spellings};
use crate::{
    attributes::raw::{self, Entries, Entry, Value},
    defaults::Default,
    errors::Errors,
    model::{Absence, Field, Record, Role, WireNames},
    reading::{self, Inherited, Reading},
    rules::{self, Rule},
    table::{Key, Source},
    types,
};

pub(super) fn check<'a>(content: &'a raw::Content<'a>, context: FieldContext<'a>, errors: &mut Errors) -> Record<'a> {
    let mut spellings = Spellings::of_fields(context.casings, context.ignore_case);
    let inherited = Inherited {
        strict: context.entries.has(Key::Strict),
        entries: context.entries,
        default: context.default.clone(),
    };
    let check = |field| check_field(field, &context, &inherited, &mut spellings, errors);
    let fields: Vec<_> = content.fields.iter().map(check).collect();
    flatten::refuse_two_maps(&fields, errors);
    paths::refuse_overlaps(&fields, &content.fields, context.tag.as_ref(), errors);
    Record {
        fields,
        deny_unknown_fields: context.deny_unknown_fields,
        ignore_case: context.ignore_case,
        default: context.default,
        checks: context.checks,
    }
}

fn check_field<'a>(
    field: &'a raw::Field<'a>,
    context: &FieldContext<'a>,
    inherited: &Inherited<'a>,
    spellings: &mut Spellings,
    errors: &mut Errors,
) -> Field<'a> {
    let role = check_role(field, context, spellings, errors);
    let path = if let Role::Skipped = role { Vec::new() } else { paths::check(field, context, errors) };
    Field {
        path,
        member: field.member.clone(),
        ty: field.ty,
        absence: check_absence(field, context.default.is_some(), errors),
        reading: match role {
            Role::Keyed(_) => Reading::check(field, inherited, errors),
            Role::Flattened | Role::Skipped => Reading::modes(&field.entries, inherited.strict),
        },
        rules: if let Role::Skipped = role { Vec::new() } else { check_rules(field, errors) },
        whole: check_whole(field, &role, errors),
        role,
    }
}

/// Where `whole` is, on a field whose parts would be read without it.
fn check_whole(field: &raw::Field<'_>, role: &Role, errors: &mut Errors) -> Option<Span> {
    let whole = field.entries.get(Key::Whole)?;
    if let Role::Flattened = role {
        let message = "`whole` has no effect here: a flattened field has no value of its own, only keys of the \
                       surrounding object";
        errors.add(whole.span, message);
    }
    let decoder = field.entries.list.iter().find(|entry| reading::is_whole(entry));
    if let Some(decoder) = decoder {
        errors.add(whole.span, format!("`whole` has no effect here: `{}` reads only whole values", decoder.name));
    }
    Some(whole.span)
}

fn check_rules<'a>(field: &'a raw::Field<'a>, errors: &mut Errors) -> Vec<&'a Rule> {
    let rules: Vec<_> = field.entries.all(Key::Rule).filter_map(Entry::rule).collect();
    let default = field.entries.get(Key::Default).and_then(|entry| match &entry.value {
        Value::Expr(expr) => Some(expr),
        _ => None,
    });
    rules::check(&rules, field.ty, default, errors);
    rules.into_iter().filter(|rule| rule.constraint.is_checked()).collect()
}

fn check_role(
    field: &raw::Field<'_>,
    context: &FieldContext<'_>,
    spellings: &mut Spellings,
    errors: &mut Errors,
) -> Role {
    let entries = &field.entries;
    if entries.has(Key::Skip) {
        let naming = [Key::Rename, Key::Alias, Key::Path, Key::Required, Key::Flatten, Key::Rule, Key::Whole];
        let read_only: Vec<_> = naming.into_iter().chain(reading::keys()).collect();
        entries.refuse(&read_only, "a skipped field is never read", errors);
        return Role::Skipped;
    }
    if context.transparent.is_some() && types::is_phantom(field.ty) {
        return Role::Skipped;
    }
    check_required(field, errors);
    check_strict(field, errors);
    check_lifetimes(field, errors);
    if entries.has(Key::Flatten) && context.is_by_name() && matches!(field.member, Member::Named(_)) {
        flatten::check(field, errors);
        return Role::Flattened;
    }
    Role::Keyed(check_wire_names(field, context, spellings, errors))
}

/// The names of a field in JSON; for a value that is read by position, its index.
fn check_wire_names(
    field: &raw::Field<'_>,
    context: &FieldContext<'_>,
    spellings: &mut Spellings,
    errors: &mut Errors,
) -> WireNames {
    match &field.member {
        Member::Named(_) if context.is_by_name() && field.entries.has(Key::Path) => WireNames::of(
            field.entries.get(Key::Path).and_then(Entry::text).map(syn::LitStr::value).unwrap_or_default(),
        ),
        Member::Named(ident) if context.is_by_name() => {
            let wire = spellings.wire(ident, &field.entries, errors);
            check_tag(&wire, ident, context, errors);
            wire
        }
        Member::Named(_) => {
            check_keyless(&field.entries, "a transparent struct is read as its only field", errors);
            WireNames::of(String::new())
        }
        Member::Unnamed(index) => {
            check_keyless(&field.entries, "an unnamed value is always present", errors);
            WireNames::of(index.index.to_string())
        }
    }
}

/// Reports attributes about a key or its absence on a field without a key.
fn check_keyless(entries: &Entries, reason: &str, errors: &mut Errors) {
    entries.refuse(&[Key::Rename, Key::Alias, Key::Required], reason, errors);
    if let Some(flatten) = entries.get(Key::Flatten) {
        errors.add(flatten.span, "`flatten` has no effect here: it belongs on a named field");
    }
}

/// Reports a field that has the key of the tag.
fn check_tag(wire: &WireNames, ident: &Ident, context: &FieldContext<'_>, errors: &mut Errors) {
    if let Some(tag) = context.tag.as_ref().filter(|tag| wire.all().any(|spelling| context.is_same_key(spelling, tag)))
    {
        let message = format!(
            "`{tag}` is already the tag of the enum: give the field another name with `rename = \"..\"`, or put \
                 `#[connect(keep_tag)]` on the enum to read the tag as this field, too"
        );
        errors.add(ident.span(), message);
    }
}

fn check_required(field: &raw::Field<'_>, errors: &mut Errors) {
    let Some(required) = field.entries.get(Key::Required) else { return };
    if !types::is_option(field.ty) {
        let message = "`required` is for an `Option` whose key must be present: other types are required anyway, so \
                       remove it";
        errors.add(required.span, message);
    }
    if let Some(default) = field.entries.get_from(Source::Connect, Key::Default) {
        let message =
            "`default` has no effect here: the field is `required`, so it is never absent; remove one of them";
        errors.add(default.span, message);
    }
}

fn check_strict(field: &raw::Field<'_>, errors: &mut Errors) {
    let never = types::is_never_coerced(field.ty) && !field.entries.has(Key::JsonString);
    if let Some(strict) = field.entries.get(Key::Strict).filter(|_| never) {
        errors.add(strict.span, "`strict` has no effect here: values of this type are never coerced, so remove it");
    }
}

fn check_lifetimes(field: &raw::Field<'_>, errors: &mut Errors) {
    if let Some(lifetime) = types::find_static(field.ty).filter(|_| reading::is_by_type(field)) {
        let message = "the input does not live for `'static`: use an owned type such as `String`, or borrow for a \
                       lifetime parameter, as in `struct Model<'a> { name: &'a str }`";
        errors.add(lifetime.span(), message);
    }
}

fn check_absence<'a>(field: &'a raw::Field<'a>, container_default: bool, errors: &mut Errors) -> Absence<'a> {
    let entries = &field.entries;
    if entries.has(Key::Required) {
        return Absence::Missing;
    }
    match entries.get(Key::Default).and_then(|entry| Default::check(entry, errors)) {
        Some(default) => Absence::Default(default),
        None if container_default => Absence::OfContainer,
        None if reading::is_by_type(field) => Absence::OfType,
        None if types::is_option(field.ty) => Absence::None,
        None => Absence::Missing,
    }
}
