//! Checks the content of a struct or variant.

use syn::{Fields, spanned::Spanned};

use super::{context::FieldContext, fields, positions};
use crate::{
    attributes::raw::{self, Entries},
    errors::Errors,
    model::{Content, Record, Role},
    table::Key,
};

pub(super) fn check<'a>(content: &'a raw::Content<'a>, context: FieldContext<'a>, errors: &mut Errors) -> Content<'a> {
    match content.syntax {
        Fields::Named(_) if context.is_by_name() => Content::Record(fields::check(content, context, errors)),
        Fields::Unit if context.transparent.is_none() => Content::Unit,
        Fields::Unnamed(fields) if context.transparent.is_none() && fields.unnamed.len() != 1 => {
            let record = fields::check(content, context, errors);
            if record.default.is_none() {
                positions::check_defaults(content, &record, errors);
            }
            Content::Tuple(record)
        }
        _ => check_newtype(content, context, errors),
    }
}

fn check_newtype<'a>(content: &'a raw::Content<'a>, context: FieldContext<'a>, errors: &mut Errors) -> Content<'a> {
    let (transparent, name) = (context.transparent, context.name.clone());
    // A newtype is read as its value, which is never absent.
    let record = fields::check(content, FieldContext { default: None, ..context }, errors);
    positions::refuse_default(content, &record, errors);
    let read = count_read(&record);
    if read != 1 {
        let message = match transparent {
            Some(_) => format!(
                "`transparent` needs exactly one field that is read, but `{name}` has {read}: put `skip` on the \
                 others, or remove `transparent`"
            ),
            None => format!("`{name}` would never be read: its only field is skipped; remove `skip`"),
        };
        errors.add(transparent.unwrap_or_else(|| content.syntax.span()), message);
    }
    Content::Newtype(record)
}

fn count_read(record: &Record<'_>) -> usize {
    record.fields.iter().filter(|field| !matches!(field.role, Role::Skipped)).count()
}

/// Reports attributes about field names on a struct that has none.
pub(super) fn check_struct(content: &raw::Content<'_>, entries: &Entries, errors: &mut Errors) {
    let transparent = entries.has(Key::Transparent);
    let reason = match content.syntax {
        Fields::Named(_) if !transparent => return,
        _ if transparent => "a transparent struct is read as its only field",
        Fields::Unit => "a unit struct has no fields",
        _ => "its fields have no names in JSON",
    };
    entries.refuse(&[Key::RenameAll, Key::AliasAll], reason, errors);
    let is_tuple = matches!(content.syntax, Fields::Unnamed(fields) if fields.unnamed.len() != 1) && !transparent;
    if !is_tuple {
        entries.refuse(&[Key::DenyUnknownFields], reason, errors);
    }
    if transparent || content.fields.len() < 2 {
        let reason = if content.fields.len() == 1 { "a single value is always present" } else { reason };
        entries.refuse(&[Key::Default], reason, errors);
    }
    if let Fields::Unit = content.syntax {
        entries.refuse(&[Key::Strict], reason, errors);
    }
}
