//! Checks how the JSON shows which variant a value is, and the attributes that depend on it.

use syn::Ident;

use crate::{
    attributes::raw::{self, Entries, Entry},
    errors::Errors,
    model::Tagging,
    table::Key,
};

pub(super) fn check(entries: &Entries, errors: &mut Errors) -> Tagging {
    let text = |key| entries.get(key).and_then(Entry::text).map(syn::LitStr::value);
    let tagging = match (text(Key::Tag), text(Key::Content)) {
        (Some(tag), None) => Tagging::Internal { tag, keep: entries.has(Key::KeepTag) },
        (Some(tag), Some(content)) => Tagging::Adjacent { tag, content },
        (None, _) if entries.has(Key::Untagged) => Tagging::Untagged,
        (None, _) => Tagging::External,
    };
    let mut error_on = |key, message: String| {
        if let Some(entry) = entries.get(key) {
            errors.add(entry.span, message);
        }
    };
    match &tagging {
        Tagging::Adjacent { tag, content } if is_one_key(tag, content, entries) => {
            error_on(Key::Content, format!("`{content}` can't be both the tag and the content: give it another name"));
        }
        Tagging::Internal { .. } | Tagging::Adjacent { .. } => {
            let message = "an enum is either tagged or untagged: remove `untagged` or `tag`";
            error_on(Key::Untagged, message.to_owned());
        }
        Tagging::Untagged | Tagging::External if !entries.broken => {
            error_on(Key::Content, "`content` needs a `tag`: write `tag = \"..\"` next to it".to_owned());
        }
        _ => {}
    }
    check_keep_tag(entries, &tagging, errors);
    tagging
}

fn is_one_key(tag: &str, content: &str, entries: &Entries) -> bool {
    tag == content || (entries.has(Key::IgnoreCase) && tag.eq_ignore_ascii_case(content))
}

/// Reports `ignore_case` where there is no name, and where `strict` refuses what it accepts.
pub(super) fn check_ignore_case(entries: &Entries, has_names: bool, errors: &mut Errors) {
    let Some(entry) = entries.get(Key::IgnoreCase) else { return };
    if !has_names {
        errors.add(entry.span, "`ignore_case` has no effect here: there are no names in JSON; remove it");
    } else if entries.has(Key::Strict) {
        let message = "`ignore_case` has no effect here: `strict` refuses names in another case; remove one of them, or \
                       put `strict` on the fields";
        errors.add(entry.span, message);
    }
}

/// Reports `keep_tag` where no variant's own object has the tag.
fn check_keep_tag(entries: &Entries, tagging: &Tagging, errors: &mut Errors) {
    let Some(entry) = entries.get(Key::KeepTag) else { return };
    let reason = match tagging {
        Tagging::Internal { .. } => return,
        Tagging::External if entries.broken => return,
        Tagging::Adjacent { content, .. } => {
            format!("the tag is next to `{content}` and not in it, where the variant is; remove it, or `content`")
        }
        Tagging::Untagged => "an untagged enum has no tag; remove it".to_owned(),
        Tagging::External => {
            "the enum has no tag in the object of its variant: write `tag = \"..\"` next to it, or remove it".to_owned()
        }
    };
    errors.add(entry.span, format!("`keep_tag` has no effect here: {reason}"));
}

/// The variant that is read where the tag is missing.
pub(super) fn check_default<'a>(
    variants: &[raw::Variant<'a>],
    tagging: &Tagging,
    errors: &mut Errors,
) -> Option<&'a Ident> {
    let mut default = None;
    for variant in variants {
        let Some(entry) = variant.entries.get(Key::Default) else { continue };
        let reason = match (tagging, default) {
            (Tagging::Untagged, _) => "an untagged enum has no tag that could be missing; remove it",
            (Tagging::External, _) => {
                "the enum has no tag that could be missing: write `tag = \"..\"` on the enum, or `default` on the field \
                 that holds it"
            }
            _ if variant.entries.has(Key::Skip) => "a skipped variant is never read",
            _ if variant.entries.has(Key::Other) => {
                "an `other` variant is for unknown tags; put `default` on the variant that a missing tag means"
            }
            (_, Some(_)) => "another variant is the default; remove one of them",
            (_, None) => {
                default = Some(variant.ident);
                continue;
            }
        };
        errors.add(entry.span, format!("`default` has no effect here: {reason}"));
    }
    default
}
