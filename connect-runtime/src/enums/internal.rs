//! Internally tagged enums: the tag is a key of the variant's own object, anywhere in it.

use super::{
    literals::{Bare, find_across, read_bare},
    names::{VariantNames, record_unknown},
    tag::{default_variant, find_tag, next_tag},
};
use crate::{
    json::FaultKind,
    message::Message,
    reader::{Failure, Reader, coerce, excluded_keys::Tag},
    report::{Mark, quote::list},
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
    let Some(at) = find_tag(reader, start, names, tag)? else {
        let variant = default_variant(reader, start, tag, names)?;
        reader.json.return_to(place);
        return read(reader, Some(variant));
    };
    let variant = read_tag(reader, start, names, tag, open);
    if names.spellings.ignores_case() && variant.is_ok() {
        record_case(reader, at, tag);
    }
    let tag = Tag {
        field: tag,
        model: names.name,
        object: start,
        at,
        end: reader.json.at(),
        ignores_case: names.spellings.ignores_case(),
    };
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

/// Records the key of the `tag`, at the offset `key`, if it is spelled in another case.
#[cold]
fn record_case(reader: &mut Reader<'_>, key: usize, tag: &Field) {
    if reader.json.key_at(key) != tag.name {
        reader.record_respelled_key(key, tag.name);
    }
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
        return read_bare_tag(reader, at, names, open);
    }
    let name = reader.json.string()?;
    if let Some(index) = names.spellings.find(&name) {
        return Ok(Some(index));
    }
    match find_across(reader, at, &name, names)? {
        Some(index) => Ok(Some(index)),
        None => record_unknown(reader, at, at, &name, names, open).map(|()| None),
    }
}

/// As [`read_tag`], for a tag that is no string.
fn read_bare_tag(
    reader: &mut Reader<'_>,
    at: usize,
    names: &'static VariantNames,
    open: bool,
) -> Result<Option<usize>, Failure> {
    match read_bare(reader, names)? {
        Bare::Known(index) => Ok(Some(index)),
        Bare::Unknown if names.bare.is_some() => record_unknown(reader, at, at, "", names, open).map(|()| None),
        Bare::Unknown | Bare::Unread => {
            reader.json.go_to(at);
            let kind = if names.bare.is_some() { "a value" } else { "a string" };
            Err(reader.wrong_type(&format!("{kind} that names the variant, {}", list(names.variants))))
        }
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
