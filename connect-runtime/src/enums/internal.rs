//! Internally tagged enums: the tag is a key of the variant's own object, anywhere in it.

use super::names::{Names, list, note_unknown};
use crate::{
    code::Code,
    hidden::Tag,
    json::scan,
    reader::{Failure, Reader},
    shape::Field,
};

/// Reads the object at hand as the variant that its `tag` names, with the tag hidden; as none, which is drift, where no
/// variant has that name and the enum is `open`.
pub fn decode_internal<'de, T>(
    reader: &mut Reader<'de>,
    names: &'static Names,
    tag: &'static Field,
    open: bool,
    read: impl FnOnce(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (start, first) = reader.token();
    if first != Some(b'{') {
        return Err(reader.wrong_type("an object"));
    }
    let place = reader.json.place();
    let found = match find_plain_tag(reader, start, tag) {
        Some(found) => found,
        None => find_tag(reader, start, names, tag.name)?,
    };
    let variant = read_tag(reader, names, open);
    let tag = Tag { end: reader.json.at(), ..found };
    reader.json.return_to(place);
    match variant {
        Ok(Some(variant)) => reader.without_tag(start, tag, |reader| read(reader, Some(variant))),
        Ok(None) => read(reader, None),
        Err(failure) => Err(skip_refused(reader, failure)),
    }
}

/// Goes past the value at hand, whose tag was refused.
#[cold]
pub(super) fn skip_refused(reader: &mut Reader<'_>, failure: Failure) -> Failure {
    match failure {
        Failure::Invalid if reader.json.skip_value().is_err() => Failure::Halted,
        failure => failure,
    }
}

/// Goes to the value of the `tag` of the object at `start`, if its key is the first one, or one behind values that are
/// all scalars: inside of strings there are no plain quotes, so that its letters with their quotes can be nothing else.
#[inline]
fn find_plain_tag(reader: &mut Reader<'_>, start: usize, tag: &Field) -> Option<Tag> {
    let bytes = reader.json.text().as_bytes();
    let leads = scan::starts_with(bytes.get(start + 1..)?, tag.literal.get(1..)?.as_bytes());
    let comma = if leads { start } else { scan::literal_behind_scalars(bytes, start + 1, tag.literal.as_bytes())? };
    reader.json.open().ok()?;
    reader.json.go_to(comma + tag.literal.len());
    Some(Tag { name: tag.name, at: comma + 1, end: 0, leads })
}

/// Goes to the value of the `tag` of the object at hand, which is at `start`.
fn find_tag(reader: &mut Reader<'_>, start: usize, names: &Names, tag: &'static str) -> Result<Tag, Failure> {
    reader.json.open()?;
    let mut count = 0;
    while reader.next_key(&mut count)? {
        let key = reader.json.string()?;
        reader.json.colon()?;
        if key == tag {
            reader.token();
            return Ok(Tag { name: tag, at: reader.key, end: 0, leads: reader.key == start + 1 });
        }
        reader.json.skip_value()?;
    }
    Err(missing_tag(reader, start, tag, names))
}

#[cold]
pub(super) fn missing_tag(reader: &mut Reader<'_>, start: usize, tag: &str, names: &Names) -> Failure {
    let message = || format!("required field `{tag}` is missing, expected {}", list(names.variants));
    reader.problems.add_below(start, tag, Code::MissingField, message);
    Failure::Invalid
}

/// The variant that the tag's value at hand names.
pub(super) fn read_tag(reader: &mut Reader<'_>, names: &'static Names, open: bool) -> Result<Option<usize>, Failure> {
    let (at, first) = reader.token();
    if first != Some(b'"') {
        return Err(reader.wrong_type(&format!("a string that names the variant, {}", list(names.variants))));
    }
    let name = reader.json.string()?;
    match names.spellings.find(&name) {
        Some(index) => Ok(Some(index)),
        None => note_unknown(reader, at, at, &name, names, open).map(|()| None),
    }
}
