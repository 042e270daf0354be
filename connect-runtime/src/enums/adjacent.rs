//! Adjacently tagged enums: `{"tag": "name", "content": ..}`, in any order.

use super::{
    internal::{missing_tag, read_tag, skip_refused},
    names::Names,
};
use crate::{
    code::Code,
    json::locate,
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
    let (start, _) = reader.token();
    let place = reader.json.place();
    let mut keys = reader.open_object(shape)?;
    let (mut variant, mut tag, mut content) = (None, Slot::Absent, Slot::Absent);
    loop {
        let met = reader.next_field(&mut keys)?;
        let known = variant.is_some();
        let index = match variant
            .map_or_else(|| find_variant(reader, start, names, shape, met, open), |index| Ok(Some(index)))
        {
            Ok(Some(index)) => index,
            Ok(None) => {
                reader.json.return_to(place);
                return read(reader, None);
            }
            Err(failure) => {
                reader.json.return_to(place);
                return Err(skip_refused(reader, failure));
            }
        };
        variant = Some(index);
        match met {
            Met::Field(0) if known => fill_with(&mut tag, reader, |reader| Ok(reader.json.skip_value()?))?,
            Met::Field(0) => tag = Slot::Read(()),
            Met::Field(_) => fill_with(&mut content, reader, |reader| read(reader, Some(index)))?,
            Met::Unknown => {
                let name = reader.looked_up();
                reader.unknown_field(Entry { name: &name, object: start }, shape)?;
            }
            Met::End => {
                return finish(content, || {
                    absent(index).ok_or_else(|| missing_content(reader, start, shape, names, index))
                });
            }
        }
    }
}

/// The variant, from the tag at hand, else from the one that is found ahead.
fn find_variant(
    reader: &mut Reader<'_>,
    start: usize,
    names: &'static Names,
    shape: &Shape,
    met: Met,
    open: bool,
) -> Result<Option<usize>, Failure> {
    if let Met::Field(0) = met {
        return read_tag(reader, names, open);
    }
    let place = reader.json.place();
    let tag = shape.fields.first().map_or("", |field| field.name);
    let Some((_, value)) = locate::find_key(reader.json.text(), start, |key| key == tag) else {
        // A broken text ends the search as well; then there is more to say than that the tag is missing.
        skip_rest(reader, met)?;
        return Err(missing_tag(reader, start, tag, names));
    };
    reader.json.return_to((value, place.1));
    let variant = read_tag(reader, names, open);
    reader.json.return_to(place);
    variant
}

/// Goes from the value at hand to the end of its object.
fn skip_rest(reader: &mut Reader<'_>, met: Met) -> Result<(), Failure> {
    let mut count = 1;
    let mut more = !matches!(met, Met::End);
    while more {
        reader.json.skip_value()?;
        more = reader.next_key(&mut count)?;
        if more {
            reader.json.skip_string()?;
            reader.json.colon()?;
        }
    }
    Ok(())
}

fn finish<T>(content: Slot<T>, absent: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    match content {
        Slot::Read(value) => Ok(value),
        Slot::Failed => Err(Failure::Invalid),
        Slot::Absent => absent(),
    }
}

#[cold]
fn missing_content(reader: &mut Reader<'_>, start: usize, shape: &Shape, names: &Names, variant: usize) -> Failure {
    let name = shape.fields.get(1).map_or("", |field| field.name);
    let variant = names.variants.get(variant).copied().unwrap_or_default();
    let message = || format!("required field `{name}` is missing, `{variant}` of `{}` has content", names.name);
    reader.problems.add_below(start, name, Code::MissingField, message);
    Failure::Invalid
}
