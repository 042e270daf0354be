//! Internally tagged enums: the tag is a key of the variant's own object, anywhere in it.

use super::names::{Names, list, note_unknown};
use crate::{
    code::Code,
    json::locate,
    reader::{Failure, Reader},
};

/// Reads the object at hand as the variant that its `tag` names, with the tag hidden; as none, which is drift, where no
/// variant has that name and the enum is `open`.
pub fn decode_internal<'de, T>(
    reader: &mut Reader<'de>,
    names: &'static Names,
    tag: &'static str,
    open: bool,
    read: impl FnOnce(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (start, _) = reader.token();
    match find_variant(reader, names, tag, open)? {
        (Some(variant), at) => reader.without_tag(start, tag, at, |reader| read(reader, Some(variant))),
        (None, _) => read(reader, None),
    }
}

/// The variant that the `tag` of the object at hand names, and the offset of the tag's key in bytes. The object is still
/// to be read.
pub(super) fn find_variant(
    reader: &mut Reader<'_>,
    names: &'static Names,
    tag: &'static str,
    open: bool,
) -> Result<(Option<usize>, usize), Failure> {
    let (start, first) = reader.token();
    if first != Some(b'{') {
        return Err(reader.wrong_type("an object"));
    }
    let Some((at, value)) = locate::find_key(reader.json.text(), start, |key| key == tag) else {
        // A broken text ends the search as well; then there is more to say than that the tag is missing.
        reader.json.skip_value()?;
        return Err(missing_tag(reader, start, tag, names));
    };
    let place = reader.json.place();
    let variant = read_tag(reader, value, names, open);
    reader.json.return_to(place);
    if let Err(Failure::Invalid) = variant {
        reader.json.skip_value()?;
    }
    variant.map(|variant| (variant, at))
}

#[cold]
fn missing_tag(reader: &mut Reader<'_>, start: usize, tag: &str, names: &Names) -> Failure {
    let message = || format!("required field `{tag}` is missing, expected {}", list(names.variants));
    reader.problems.add_below(start, tag, Code::MissingField, message);
    Failure::Invalid
}

/// Reads the tag's value at the offset `value`.
fn read_tag(
    reader: &mut Reader<'_>,
    value: usize,
    names: &'static Names,
    open: bool,
) -> Result<Option<usize>, Failure> {
    let (_, depth_left) = reader.json.place();
    reader.json.return_to((value, depth_left));
    if reader.json.peek() != Some(b'"') {
        return Err(reader.wrong_type(&format!("a string that names the variant, {}", list(names.variants))));
    }
    let name = reader.json.string()?;
    match names.spellings.find(&name) {
        Some(index) => Ok(Some(index)),
        None => note_unknown(reader, value, value, &name, names, open).map(|()| None),
    }
}
