//! Adjacently tagged enums: `{"tag": "name", "content": ..}`, in any order.

use std::ops::Range;

use super::{
    internal::{read_tag, skip_refused},
    names::VariantNames,
    tag::{can_search_ahead, default_variant, find_visible_tag},
};
use crate::{
    json::ahead::{self, FoundKey},
    message::Message,
    object::keys::{Keys, NextKey},
    reader::{Entry, Failure, Reader},
    report::Code,
    shape::{Field, Shape},
};

/// Reads the content of the current object as the variant that its tag names. If no variant has that name and the enum
/// is `open`, `read` gets `None` and reads the whole object, which is drift. The first field of `shape` is the tag, the
/// second the content. `absent` is the value of a variant without content, if that is allowed.
#[expect(clippy::inline_always, reason = "for the shape to be known")]
#[inline(always)]
pub fn decode_adjacent<'de, T>(
    reader: &mut Reader<'de>,
    names: &'static VariantNames,
    shape: &'static Shape,
    open: bool,
    mut read: impl FnMut(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
    absent: impl FnOnce(usize) -> Option<T>,
) -> Result<T, Failure> {
    reader.token();
    let (mark, place) = (reader.problems.mark(), reader.json.place());
    let mut keys = Keys::new(shape, reader.open_object()?);
    reader.prepare_keys(&mut keys);
    let first = reader.next_likely_field(&mut keys, shape, 0)?;
    let (variant, tag) = match find_variant(reader, &keys, names, first, open) {
        Ok((Some(variant), tag)) => (variant, tag),
        other => {
            reader.json.return_to(place);
            return match other {
                Ok(_) => read(reader, None),
                Err(failure) => Err(skip_refused(reader, mark, failure)),
            };
        }
    };
    let start = keys.start;
    let absent =
        |reader: &mut Reader<'de>| absent(variant).ok_or_else(|| missing_content(reader, start, shape, names, variant));
    read_content(reader, &mut keys, shape, first, &tag, |reader| read(reader, Some(variant)), absent)
}

/// Reads the rest of the object, from the value of its first key on; `next` is that key.
#[expect(clippy::inline_always, reason = "a large value is moved once")]
#[inline(always)]
fn read_content<'de, T>(
    reader: &mut Reader<'de>,
    keys: &mut Keys,
    shape: &'static Shape,
    mut next: NextKey,
    tag: &Range<usize>,
    mut read: impl FnMut(&mut Reader<'de>) -> Result<T, Failure>,
    absent: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let mut content = None;
    loop {
        match next {
            NextKey::Field(0) if reader.current.key == tag.start => reader.json.go_to(tag.end),
            NextKey::Field(1) if content.is_some() && !takes_repeated(reader, keys)? => {}
            NextKey::Field(1) => {
                let value = read(reader);
                if let Err(Failure::Halted) = value {
                    return value;
                }
                reader.skip_entry(keys, tag.start, tag.end);
                if reader.try_close(keys) {
                    return value;
                }
                content = Some(value);
            }
            NextKey::Field(_) => reader.skip_duplicate_field()?,
            NextKey::Unknown => {
                let name = reader.current_name();
                reader.skip_unknown_field(Entry { name: &name, object: keys.start }, shape)?;
            }
            NextKey::End => return content.unwrap_or_else(|| absent(reader)),
        }
        next = reader.next_likely_field(keys, shape, 1)?;
    }
}

/// Whether the value of the content's key, which came before, is taken.
#[cold]
fn takes_repeated(reader: &mut Reader<'_>, keys: &Keys) -> Result<bool, Failure> {
    // The key may not have been looked up.
    let current = &mut reader.current;
    (current.object, current.shape, current.name) = (keys.start, Some(keys.shape), None);
    reader.takes_repeated()
}

/// The variant, from the tag if it is the `first` key, else from the tag found ahead; and the range of the tag, from
/// its key to the end of its value.
#[inline]
fn find_variant(
    reader: &mut Reader<'_>,
    keys: &Keys,
    names: &'static VariantNames,
    first: NextKey,
    open: bool,
) -> Result<(Option<usize>, Range<usize>), Failure> {
    let Some(tag) = keys.shape.fields.first() else { return Err(Failure::Invalid) };
    if let NextKey::Field(0) = first {
        let key = reader.current.key;
        return read_tag(reader, keys.start, names, tag, open).map(|variant| (variant, key..reader.json.at()));
    }
    let (place, first_key) = (reader.json.place(), reader.current.key);
    let key = find_tag_ahead(reader, keys, names, tag, first)?;
    let variant = match key {
        Some(_) => read_tag(reader, keys.start, names, tag, open),
        None => default_variant(reader, keys.start, tag, names).map(Some),
    };
    let end = reader.json.at();
    reader.json.return_to(place);
    reader.current.key = first_key;
    // No key is at the end of the input.
    let at = key.map_or(usize::MAX..usize::MAX, |key| key..end);
    variant.map(|variant| (variant, at))
}

/// Moves to the value of the tag, which is not the `first` key; returns the offset of its key.
fn find_tag_ahead(
    reader: &mut Reader<'_>,
    keys: &Keys,
    names: &VariantNames,
    tag: &'static Field,
    first: NextKey,
) -> Result<Option<usize>, Failure> {
    if !matches!(first, NextKey::End) && can_search_ahead(reader, keys.start, tag) {
        let (bytes, quoted) = (reader.json.text().bytes(), tag.quoted().as_bytes());
        if let Some(FoundKey { key, value }) = ahead::find_key(bytes, reader.json.at(), quoted) {
            reader.json.go_to(value);
            return Ok(Some(key));
        }
    }
    reader.json.go_to(keys.start + 1);
    find_visible_tag(reader, keys.start, names, tag)
}

#[cold]
fn missing_content(
    reader: &mut Reader<'_>,
    start: usize,
    shape: &Shape,
    names: &VariantNames,
    variant: usize,
) -> Failure {
    let name = shape.fields.get(1).map_or("", |field| field.name);
    let variant = names.variants.get(variant).copied().unwrap_or_default();
    let params = || [("field", name.into()), ("variant", variant.into()), ("model", names.name.into())];
    let text = "required field `{field}` is missing, `{variant}` of `{model}` has content";
    let message = || Message::fill(text, params());
    reader.problems.add_below(start, name, Code::MissingField, message);
    Failure::Invalid
}
