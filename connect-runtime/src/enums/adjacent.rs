//! Adjacently tagged enums: `{"tag": "name", "content": ..}`, in any order.

use super::{internal::find_variant, names::Names};
use crate::{
    code::Code,
    keys::{Entry, Met},
    reader::{Failure, Reader},
    record::{Slot, fill_with},
    shape::Shape,
};

/// Reads the content of the object at hand as the variant that its tag names; the whole object as none, which is drift,
/// where no variant has that name and the enum is `open`. `shape` has the tag as its first and the content as its second
/// field; `absent` is what a variant is without content, if it can be.
pub fn decode_adjacent<'de, T>(
    reader: &mut Reader<'de>,
    names: &'static Names,
    shape: &'static Shape,
    open: bool,
    mut read: impl FnMut(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
    absent: impl FnOnce(usize) -> Option<T>,
) -> Result<T, Failure> {
    let tag = shape.fields.first().map_or("", |field| field.name);
    let (Some(variant), _) = find_variant(reader, names, tag, open)? else { return read(reader, None) };
    let (start, _) = reader.token();
    match find_content(reader, shape, |reader| read(reader, Some(variant)))? {
        Slot::Read(value) => Ok(value),
        Slot::Failed => Err(Failure::Invalid),
        Slot::Absent => absent(variant).ok_or_else(|| missing_content(reader, start, shape, names, variant)),
    }
}

/// Reads the object at hand, and its content with `read`.
fn find_content<'de, T>(
    reader: &mut Reader<'de>,
    shape: &'static Shape,
    mut read: impl FnMut(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<Slot<T>, Failure> {
    let mut keys = reader.open_object(shape)?;
    let (mut tag, mut content) = (Slot::Absent, Slot::Absent);
    loop {
        match reader.next_field(&mut keys)? {
            Met::Field(0) => fill_with(&mut tag, reader, |reader| Ok(reader.json.skip_value()?))?,
            Met::Field(_) => fill_with(&mut content, reader, &mut read)?,
            Met::Unknown => {
                let name = reader.json.key_at(reader.key);
                reader.unknown_field(Entry { name: &name, object: keys.start }, shape)?;
            }
            Met::End => return Ok(content),
        }
    }
}

#[cold]
fn missing_content(
    reader: &mut Reader<'_>,
    start: usize,
    shape: &Shape,
    names: &Names,
    variant: usize,
) -> Failure {
    let name = shape.fields.get(1).map_or("", |field| field.name);
    let variant = names.variants.get(variant).copied().unwrap_or_default();
    let message = || format!("required field `{name}` is missing, `{variant}` of `{}` has content", names.name);
    reader.problems.add_below(start, name, Code::MissingField, message);
    Failure::Invalid
}
