//! Internally tagged enums: the tag is a key of the variant's own object, anywhere in it.

use super::names::{Names, note_unknown};
use crate::{
    code::Code,
    json::locate,
    reader::{Failure, Reader},
};

/// The variant of the object at hand, by its `tag`; none, which is drift, where no variant has the name and the enum is
/// `open`. The object is still to be read.
pub fn decode_tag(
    reader: &mut Reader<'_>,
    names: &'static Names,
    tag: &'static str,
    open: bool,
) -> Result<Option<usize>, Failure> {
    let (start, first) = reader.token();
    if first != Some(b'{') {
        return Err(reader.wrong_type("an object"));
    }
    let Some((_, value)) = locate::find_key(reader.json.text(), start, |key| key == tag) else {
        // A broken text ends the search as well; then there is more to say than that the tag is missing.
        reader.json.skip_value()?;
        reader.problems.add_below(start, tag, Code::MissingField, || format!("required field `{tag}` is missing"));
        return Err(Failure::Invalid);
    };
    let place = reader.json.place();
    let variant = read_tag(reader, value, names, open);
    reader.json.return_to(place);
    match variant {
        Err(Failure::Invalid) => {
            reader.json.skip_value()?;
            Err(Failure::Invalid)
        }
        read => read,
    }
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
        return Err(reader.wrong_type("a string that names the variant"));
    }
    let name = reader.json.string()?;
    match names.spellings.find(&name) {
        Some(index) => Ok(Some(index)),
        None => note_unknown(reader, value, &name, names, open).map(|()| None),
    }
}
