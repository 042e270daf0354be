//! Tagged enums whose keys stand among those of the struct around them.

use super::names::{Names, list};
use crate::{
    code::Code,
    decode::Decode,
    json::locate,
    keys::Entry,
    reader::{Failure, Reader},
    record::{Slot, fill_with},
};

/// Which variant the object's tag names; worked out at the first key that is offered.
#[derive(Debug, Default)]
pub struct Claim(Option<Option<usize>>);

/// Offers a key to an internally or adjacently tagged enum; `claims` tells whether the variant has a place for it. The
/// values are passed: the enum is read again when all keys are known.
pub fn offer_tagged(
    claim: &mut Claim,
    entry: &Entry<'_>,
    reader: &mut Reader<'_>,
    names: &'static Names,
    tag: &'static str,
    claims: impl FnOnce(usize, &str) -> bool,
) -> Result<bool, Failure> {
    let text = reader.json.text();
    let variant = *claim.0.get_or_insert_with(|| {
        let (_, value) = locate::find_key(text, entry.object, |key| key == tag)?;
        names.spellings.find(&locate::string_at(text, value)?)
    });
    let taken = entry.name == tag || variant.is_some_and(|variant| claims(variant, entry.name));
    if taken {
        reader.json.skip_value()?;
    }
    Ok(taken)
}

/// Reads the enum from the start of the object that it shares, blind to the keys that it does not know.
pub fn finish_tagged<'de, T: Decode<'de>>(object: usize, reader: &mut Reader<'de>) -> Result<T, Failure> {
    let place = reader.json.place();
    reader.json.return_to((object, place.1));
    let value = reader.without_unknown(object, T::decode);
    reader.json.return_to(place);
    value
}

/// Offers a key to an externally tagged enum; the name of a variant has its content as value.
pub fn offer_external<'de, T>(
    slot: &mut Slot<T>,
    entry: &Entry<'_>,
    reader: &mut Reader<'de>,
    names: &'static Names,
    read: impl FnOnce(&mut Reader<'de>, usize) -> Result<T, Failure>,
) -> Result<bool, Failure> {
    match names.spellings.find(entry.name) {
        Some(index) => fill_with(slot, reader, |reader| read(reader, index)).map(|()| true),
        None => Ok(false),
    }
}

/// The externally tagged enum that was read from the object at the offset `object` (bytes).
pub fn finish_external<T>(
    slot: Slot<T>,
    object: usize,
    reader: &mut Reader<'_>,
    names: &'static Names,
) -> Result<T, Failure> {
    match slot {
        Slot::Read(value) => Ok(value),
        Slot::Failed => Err(Failure::Invalid),
        Slot::Absent => Err(reader.invalid(object, Code::MissingField, |_| {
            format!("no field names a variant of `{}`, expected {}", names.name, list(names.variants))
        })),
    }
}
