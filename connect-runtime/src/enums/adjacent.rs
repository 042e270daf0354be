//! Adjacently tagged enums: `{"tag": "name", "content": ..}`, in any order.

use crate::{
    code::Code,
    keys::{Entry, Met},
    reader::{Failure, Reader},
    record::{Slot, fill_with},
    shape::Shape,
};

/// Reads the object at hand, whose variant is known, and its content with `read`. `shape` has the tag as its first and
/// the content as its second field; `absent` is what the variant is without content, if it can be.
pub fn decode_content<'de, T>(
    reader: &mut Reader<'de>,
    shape: &'static Shape,
    mut read: impl FnMut(&mut Reader<'de>) -> Result<T, Failure>,
    absent: impl FnOnce() -> Option<T>,
) -> Result<T, Failure> {
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
            Met::End => break,
        }
    }
    match content {
        Slot::Read(value) => Ok(value),
        Slot::Failed => Err(Failure::Invalid),
        Slot::Absent => absent().ok_or_else(|| missing_content(reader, keys.start, shape)),
    }
}

#[cold]
fn missing_content(reader: &mut Reader<'_>, start: usize, shape: &Shape) -> Failure {
    let name = shape.fields.get(1).map_or("", |field| field.name);
    reader.problems.add_below(start, name, Code::MissingField, || format!("required field `{name}` is missing"));
    Failure::Invalid
}
