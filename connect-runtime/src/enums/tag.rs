//! Finds the tag of an object, anywhere in it.

use super::names::VariantNames;
use crate::{
    drift::DriftKind,
    json::ahead::{self, FoundKey},
    message::Message,
    reader::{Entry, Failure, Reader, excluded_keys::describe_taken},
    report::Code,
    shape::Field,
};

/// Moves to the value of the `tag` of the current object, which is at `start`; returns the offset of its key,
/// or `None` if there is none.
#[inline]
pub(super) fn find_tag(
    reader: &mut Reader<'_>,
    start: usize,
    names: &VariantNames,
    tag: &'static Field,
) -> Result<Option<usize>, Failure> {
    reader.json.open()?;
    if !can_search_ahead(reader, start, tag) {
        find_visible_tag(reader, start, names, tag)
    } else if reader.json.eat_literal(tag.key) {
        Ok(Some(start + 1))
    } else {
        find_later_tag(reader, start, names, tag)
    }
}

/// Whether the tag of the object at `start` may be found by comparing bytes: no key is excluded there, and the tag is
/// not longer than strings may be.
#[inline]
pub(super) fn can_search_ahead(reader: &Reader<'_>, start: usize, tag: &Field) -> bool {
    !reader.excluded.affect(start) && reader.json.allows_string_of(tag.quoted().len().saturating_sub(2))
}

/// As [`find_tag`], where the tag does not come right after the opening brace.
#[inline(never)]
fn find_later_tag(
    reader: &mut Reader<'_>,
    start: usize,
    names: &VariantNames,
    tag: &Field,
) -> Result<Option<usize>, Failure> {
    let (bytes, quoted) = (reader.json.text().bytes(), tag.quoted().as_bytes());
    if let Some(FoundKey { key, value }) = ahead::find_key(bytes, start + 1, quoted) {
        reader.json.go_to(value);
        return Ok(Some(key));
    }
    find_visible_tag(reader, start, names, tag)
}

/// As [`find_tag`], but key by key from after the opening brace, skipping those that belong to something around the
/// enum.
pub(super) fn find_visible_tag(
    reader: &mut Reader<'_>,
    start: usize,
    names: &VariantNames,
    tag: &Field,
) -> Result<Option<usize>, Failure> {
    let place = reader.json.place();
    if next_tag(reader, start, tag, &mut 0)? {
        return Ok(Some(reader.current.key));
    }
    if names.spellings.ignores_case() {
        reader.json.return_to(place);
        if next_key_like(reader, start, &mut 0, |key| key.eq_ignore_ascii_case(tag.name))? {
            return Ok(Some(reader.current.key));
        }
    }
    Ok(None)
}

/// The variant of the object at `start`, which has no `tag`: the enum's default, which is drift.
#[cold]
pub(super) fn default_variant(
    reader: &mut Reader<'_>,
    start: usize,
    tag: &Field,
    names: &VariantNames,
) -> Result<usize, Failure> {
    let Some(variant) = names.default.filter(|_| !reader.is_strict()) else {
        return Err(missing_tag(reader, start, tag.name, names));
    };
    reader.record_drift(DriftKind::Defaulted, start);
    Ok(variant)
}

/// Moves to the value of the next key that is the `tag` of the object at `object`, of which `count` keys were read;
/// `false` if there is none up to the object's end.
pub(super) fn next_tag(
    reader: &mut Reader<'_>,
    object: usize,
    tag: &Field,
    count: &mut usize,
) -> Result<bool, Failure> {
    next_key_like(reader, object, count, |key| key == tag.name)
}

fn next_key_like(
    reader: &mut Reader<'_>,
    object: usize,
    count: &mut usize,
    wanted: impl Fn(&str) -> bool,
) -> Result<bool, Failure> {
    while reader.next_key(count)? {
        let key = reader.json.string()?;
        reader.json.skip_colon()?;
        if wanted(&key) && !reader.excludes(Entry { name: &key, object }) {
            return Ok(true);
        }
        reader.json.skip_value()?;
    }
    Ok(false)
}

#[cold]
fn missing_tag(reader: &mut Reader<'_>, start: usize, tag: &str, names: &VariantNames) -> Failure {
    // An enum inside itself would be named by the same tag again and again.
    let taker = reader.excluded.taker(start, |key| key == tag).filter(|taker| *taker != names.name);
    let params = || [("field", tag.into()), ("choices", names.variants.into())];
    let message = || match taker {
        Some(taker) => describe_taken(tag, taker),
        None => Message::fill("required field `{field}` is missing, expected {choices}", params()),
    };
    reader.problems.add_below(start, tag, Code::MissingField, message);
    Failure::Invalid
}
