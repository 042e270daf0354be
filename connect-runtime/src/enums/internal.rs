//! Internally tagged enums: the tag is a key of the variant's own object, anywhere in it.

use super::unit::{VariantNames, record_unknown};
use crate::{
    json::ahead::{self, Found},
    reader::{Entry, Failure, Reader, coerce, excluded_keys::Tag},
    report::{Code, Mark, quote::list},
    shape::Field,
};

/// Reads the object at hand as the variant that its `tag` names, with the tag hidden; as none, which is drift, where no
/// variant has that name and the enum is `open`.
pub fn decode_internal<'de, T>(
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
    let variant = read_tag(reader, names, open);
    let tag = Tag { field: tag, object: start, at, end: reader.json.at() };
    reader.json.return_to(place);
    match variant {
        Ok(Some(variant)) => reader.without_tag(tag, |reader| read(reader, Some(variant))),
        Ok(None) => read(reader, None),
        Err(failure) => Err(skip_refused(reader, mark, failure)),
    }
}

/// Goes past the value at hand, whose tag was refused since `mark`: if the text is broken before the tag, that is all there
/// is to say.
#[cold]
pub(super) fn skip_refused(reader: &mut Reader<'_>, mark: Mark, failure: Failure) -> Failure {
    let Some(broken) = reader.json.skip_up_to_fault() else { return failure };
    if reader.problems.since(mark).iter().any(|problem| problem.at > Some(broken)) {
        reader.problems.roll_back(mark);
    }
    Failure::Halted
}

/// Goes to the value of the `tag` of the object at hand, which is at `start`; the offset of its key.
#[inline]
fn find_tag(
    reader: &mut Reader<'_>,
    start: usize,
    names: &VariantNames,
    tag: &'static Field,
) -> Result<usize, Failure> {
    reader.json.open()?;
    if !is_plainly_sought(reader, start, tag) {
        find_visible_tag(reader, start, names, tag)
    } else if reader.json.eat_literal(tag.key) {
        Ok(start + 1)
    } else {
        find_tag_behind(reader, start, names, tag)
    }
}

/// Whether the tag of the object at `start` may be found by its letters: nothing is hidden there, and they are not too many.
#[inline]
pub(super) fn is_plainly_sought(reader: &Reader<'_>, start: usize, tag: &Field) -> bool {
    !reader.excluded.affect(start) && reader.json.allows_string_of(tag.quoted().len().saturating_sub(2))
}

/// The same where it does not stand right behind the bracket.
#[inline(never)]
fn find_tag_behind(reader: &mut Reader<'_>, start: usize, names: &VariantNames, tag: &Field) -> Result<usize, Failure> {
    let (bytes, quoted) = (reader.json.text().as_bytes(), tag.quoted().as_bytes());
    if let Some(Found { key, value }) = ahead::find_key(bytes, start + 1, quoted) {
        reader.json.go_to(value);
        return Ok(key);
    }
    find_visible_tag(reader, start, names, tag)
}

/// The same key by key, from behind the bracket on, past those that belong to something around the enum.
pub(super) fn find_visible_tag(
    reader: &mut Reader<'_>,
    start: usize,
    names: &VariantNames,
    tag: &Field,
) -> Result<usize, Failure> {
    let mut count = 0;
    while reader.next_key(&mut count)? {
        let key = reader.json.string()?;
        reader.json.colon()?;
        if key == tag.name && !reader.excludes(Entry { name: &key, object: start }) {
            return Ok(reader.current.key);
        }
        reader.json.skip_value()?;
    }
    Err(missing_tag(reader, start, tag.name, names))
}

#[cold]
pub(super) fn missing_tag(reader: &mut Reader<'_>, start: usize, tag: &str, names: &VariantNames) -> Failure {
    let message = || format!("required field `{tag}` is missing, expected {}", list(names.variants));
    reader.problems.add_below(start, tag, Code::MissingField, message);
    Failure::Invalid
}

/// The variant that the tag's value at hand names.
#[inline]
pub(super) fn read_tag(
    reader: &mut Reader<'_>,
    names: &'static VariantNames,
    open: bool,
) -> Result<Option<usize>, Failure> {
    let (at, _) = reader.token();
    match coerce::plain(reader).and_then(|name| names.spellings.find(name)) {
        Some(index) => Ok(Some(index)),
        None => read_odd_tag(reader, at, names, open),
    }
}

/// The same for a tag that is spelled with escapes, unknown, or no string.
#[cold]
fn read_odd_tag(
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
