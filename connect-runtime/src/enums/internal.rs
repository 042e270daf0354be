//! Internally tagged enums: the tag is a key of the variant's own object, anywhere in it.

use super::unit::{VariantNames, record_unknown};
use crate::{
    json::{
        FaultKind,
        ahead::{self, FoundKey},
    },
    message::Message,
    reader::{
        Entry, Failure, Reader, coerce,
        excluded_keys::{Tag, describe_taken},
    },
    report::{Code, Mark, quote::list},
    shape::Field,
};

/// Reads the current object as the variant that its `tag` names, with the tag excluded. If no variant has that name and
/// the enum is `open`, `read` gets `None`, which is drift.
pub fn decode_internal<'de, T>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    tag: &'static Field,
    open: bool,
    read: impl FnOnce(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    decode::<T, false>(reader, names, tag, open, read)
}

/// How many enums may keep their tags in one object. More are an enum that is in its own variant, which the same tag
/// names again and again.
const MAX_KEPT: usize = 16;

/// As [`decode_internal`], for an enum that keeps its tag: what the variant holds sees that key, too.
pub fn decode_internal_and_keep_tag<'de, T>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    tag: &'static Field,
    open: bool,
    read: impl FnOnce(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (start, _) = reader.token();
    if reader.excluded.count_kept(start) == MAX_KEPT {
        return Err(refuse_endless(reader, start, names, tag));
    }
    decode::<T, true>(reader, names, tag, open, read)
}

#[cold]
fn refuse_endless(reader: &mut Reader<'_>, start: usize, names: &VariantNames, tag: &Field) -> Failure {
    let params = [("model", names.name.into()), ("field", tag.name.into()), ("reason", "endless".into())];
    let text = "`{model}` is in its own variant without end, since `keep_tag` lets that variant see the tag `{field}` of \
                the same object";
    reader.json.halt(FaultKind::Depth, start, Message::fill(text, params)).into()
}

#[inline]
fn decode<'de, T, const KEEPS: bool>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    tag: &'static Field,
    open: bool,
    read: impl FnOnce(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (start, first) = reader.token();
    if first != Some(b'{') {
        return Err(reader.wrong_type("an object"));
    }
    let (mark, place) = (reader.problems.mark(), reader.json.place());
    let at = find_tag(reader, start, names, tag)?;
    let variant = read_tag(reader, start, names, tag, open);
    let tag = Tag { field: tag, model: names.name, object: start, at, end: reader.json.at() };
    reader.json.return_to(place);
    match variant {
        Ok(Some(variant)) if KEEPS => reader.with_kept_tag(tag, |reader| read(reader, Some(variant))),
        Ok(Some(variant)) => reader.without_tag(tag, |reader| read(reader, Some(variant))),
        Ok(None) => read(reader, None),
        Err(failure) => Err(skip_refused(reader, mark, failure)),
    }
}

/// Skips the current value, whose tag was refused since `mark`. If the input is malformed before the tag, only that is
/// reported.
#[cold]
pub(super) fn skip_refused(reader: &mut Reader<'_>, mark: Mark, failure: Failure) -> Failure {
    let Some(fault) = reader.json.skip_up_to_fault() else { return failure };
    if reader.problems.since(mark).iter().any(|problem| problem.at > Some(fault)) {
        reader.problems.roll_back(mark);
    }
    Failure::Halted
}

/// Moves to the value of the `tag` of the current object, which is at `start`; returns the offset of its key.
#[inline]
fn find_tag(
    reader: &mut Reader<'_>,
    start: usize,
    names: &VariantNames,
    tag: &'static Field,
) -> Result<usize, Failure> {
    reader.json.open()?;
    if !can_search_ahead(reader, start, tag) {
        find_visible_tag(reader, start, names, tag)
    } else if reader.json.eat_literal(tag.key) {
        Ok(start + 1)
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
fn find_later_tag(reader: &mut Reader<'_>, start: usize, names: &VariantNames, tag: &Field) -> Result<usize, Failure> {
    let (bytes, quoted) = (reader.json.text().bytes(), tag.quoted().as_bytes());
    if let Some(FoundKey { key, value }) = ahead::find_key(bytes, start + 1, quoted) {
        reader.json.go_to(value);
        return Ok(key);
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
) -> Result<usize, Failure> {
    if next_tag(reader, start, tag, &mut 0)? {
        Ok(reader.current.key)
    } else {
        Err(missing_tag(reader, start, tag.name, names))
    }
}

/// Moves to the value of the next key that is the `tag` of the object at `object`, of which `count` keys were read;
/// `false` if there is none up to the object's end.
fn next_tag(reader: &mut Reader<'_>, object: usize, tag: &Field, count: &mut usize) -> Result<bool, Failure> {
    while reader.next_key(count)? {
        let key = reader.json.string()?;
        reader.json.skip_colon()?;
        if key == tag.name && !reader.excludes(Entry { name: &key, object }) {
            return Ok(true);
        }
        reader.json.skip_value()?;
    }
    Ok(false)
}

#[cold]
pub(super) fn missing_tag(reader: &mut Reader<'_>, start: usize, tag: &str, names: &VariantNames) -> Failure {
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

/// The variant that the value of the `tag`, the current one, names. If it names none, nothing else reads the keys of
/// the object, which is at `object`, so that those that repeat the tag are recorded here.
#[inline]
pub(super) fn read_tag(
    reader: &mut Reader<'_>,
    object: usize,
    names: &'static VariantNames,
    tag: &Field,
    open: bool,
) -> Result<Option<usize>, Failure> {
    let (at, _) = reader.token();
    match coerce::plain(reader).and_then(|name| names.spellings.find(name)) {
        Some(index) => Ok(Some(index)),
        None => match read_unusual_tag(reader, at, names, open) {
            variant @ (Ok(Some(_)) | Err(Failure::Halted)) => variant,
            variant => refuse_repeated_tags(reader, object, tag).and(variant),
        },
    }
}

/// As [`read_tag`], for a tag that is spelled with escapes, unknown, or not a string.
#[cold]
fn read_unusual_tag(
    reader: &mut Reader<'_>,
    at: usize,
    names: &'static VariantNames,
    open: bool,
) -> Result<Option<usize>, Failure> {
    reader.json.go_to(at);
    if reader.json.peek() != Some(b'"') {
        return Err(reader.wrong_type(&format!("a string that names the variant, {}", list(names.variants))));
    }
    let name = reader.json.string()?;
    match names.spellings.find(&name) {
        Some(index) => Ok(Some(index)),
        None => record_unknown(reader, at, at, &name, names, open).map(|()| None),
    }
}

/// Records the keys that repeat the `tag` of the current object, which is at `object`.
#[cold]
fn refuse_repeated_tags(reader: &mut Reader<'_>, object: usize, tag: &Field) -> Result<(), Failure> {
    // The tag that was found ahead may come after one that is spelled with escapes.
    reader.json.go_to(object + 1);
    let (mut count, mut repeated) = (0, Ok(()));
    if next_tag(reader, object, tag, &mut count)? {
        reader.json.skip_value()?;
    }
    while next_tag(reader, object, tag, &mut count)? {
        reader.skip_duplicate_field()?;
        repeated = Err(Failure::Invalid);
    }
    repeated
}
