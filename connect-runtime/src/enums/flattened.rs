//! Flattened enums, whose keys are in the object of the surrounding struct.
//!
//! Which keys belong to the enum depends on the variant, so they are only collected while the object is read, and their
//! values are skipped. Once all keys are known, the enum is read from the object's start, with the other keys excluded.

use super::names::VariantNames;
use crate::{
    decode::Decode,
    json::{JsonText, ahead::FoundKey, find},
    message::Message,
    object::{
        absent_fields::AbsentFields,
        slot::{Slot, fill},
    },
    reader::{Entry, Failure, Reader},
    report::Code,
};

/// The keys that an enum has taken so far from an object that it shares.
#[derive(Debug)]
pub struct FlattenedEnum<T> {
    tag: Tag,
    /// The offsets in bytes of its keys.
    keys: Vec<usize>,
    value: Slot<T>,
}

/// What the object's tag says; found out at the first key that is offered.
#[derive(Debug, Clone, Copy)]
enum Tag {
    Unread,
    Missing,
    /// The variant; `None` if it is unknown.
    Variant(Option<usize>),
}

impl Tag {
    fn find(text: JsonText<'_>, object: usize, tag: &str, names: &VariantNames) -> Self {
        match find::find_key(text, object, |key| key == tag)
            .or_else(|| find::find_key(text, object, |key| names.is_key(key, tag)))
        {
            Some(FoundKey { value, .. }) => Self::Variant(names.find_at(text, value)),
            None => names.default.map_or(Self::Missing, |default| Self::Variant(Some(default))),
        }
    }
}

impl<T> FlattenedEnum<T> {
    /// Nothing taken yet.
    #[expect(clippy::new_without_default, reason = "generated code calls it by this name")]
    pub fn new() -> Self {
        Self { tag: Tag::Unread, keys: Vec::new(), value: Slot::Absent }
    }

    /// Offers a key to an internally or adjacently tagged enum; `claims` decides whether the variant has a place for
    /// it.
    pub fn offer_tagged(
        &mut self,
        entry: &Entry<'_>,
        reader: &mut Reader<'_>,
        names: &'static VariantNames,
        tag: &'static str,
        claims: impl FnOnce(Option<usize>, &str) -> bool,
    ) -> Result<bool, Failure> {
        if let Tag::Unread = self.tag {
            self.tag = Tag::find(reader.json.text(), entry.object, tag, names);
        }
        let found = self.tag;
        self.offer(entry, reader, |name| match found {
            Tag::Variant(variant) => names.is_key(name, tag) || claims(variant, name),
            Tag::Unread | Tag::Missing => false,
        })
    }

    /// Offers a key to an untagged enum; `claims` decides whether a variant has a place for it.
    pub fn offer_untagged(
        &mut self,
        entry: &Entry<'_>,
        reader: &mut Reader<'_>,
        claims: impl FnOnce(&str) -> bool,
    ) -> Result<bool, Failure> {
        self.offer(entry, reader, claims)
    }

    /// Offers a key to an externally tagged enum; if it names a variant, its value is the content.
    pub fn offer_external<'de>(
        &mut self,
        entry: &Entry<'_>,
        reader: &mut Reader<'de>,
        names: &'static VariantNames,
        read: impl FnOnce(&mut Reader<'de>, Option<usize>) -> Result<T, Failure>,
    ) -> Result<bool, Failure> {
        let Some(index) = names.find_any(entry.name) else { return Ok(false) };
        if let Some((spelling, _)) =
            names.spellings.find_folded(entry.name).filter(|(spelling, _)| *spelling != entry.name)
        {
            reader.record_respelled_key(reader.current.key, spelling);
        }
        fill(&mut self.value, reader, |reader| read(reader, Some(index))).map(|()| true)
    }

    /// Offers a key to a unit-only enum; if it names a variant, its value is null.
    pub fn offer_named<'de>(
        &mut self,
        entry: &Entry<'_>,
        reader: &mut Reader<'de>,
        names: &'static VariantNames,
    ) -> Result<bool, Failure>
    where
        T: Decode<'de>,
    {
        if !names.has(entry.name) {
            return Ok(false);
        }
        let read = |reader: &mut Reader<'de>| {
            reader.return_to_key();
            let name = reader.as_key(T::decode)?;
            reader.json.skip_colon()?;
            <()>::decode(reader).map(|()| name)
        };
        fill(&mut self.value, reader, read).map(|()| true)
    }

    fn offer(
        &mut self,
        entry: &Entry<'_>,
        reader: &mut Reader<'_>,
        claims: impl FnOnce(&str) -> bool,
    ) -> Result<bool, Failure> {
        let taken = claims(entry.name);
        if taken {
            self.keys.push(reader.current.key);
            reader.json.skip_value()?;
        }
        Ok(taken)
    }

    /// Reads the enum from the keys that it took.
    pub fn fill_absent<'de>(&mut self, absent_fields: &mut AbsentFields<'_, 'de>)
    where
        T: Decode<'de>,
    {
        let (reader, object) = (&mut *absent_fields.reader, absent_fields.start);
        let place = reader.json.place();
        reader.json.return_to((object, place.1));
        let value = reader.with_only(object, std::mem::take(&mut self.keys), T::decode);
        reader.json.return_to(place);
        self.value = value.map_or(Slot::Failed, Slot::Read);
    }

    /// Records if no key named a variant of an externally tagged enum.
    pub fn fill_absent_external(&mut self, absent_fields: &mut AbsentFields<'_, '_>, names: &'static VariantNames) {
        if let Slot::Absent = self.value {
            absent_fields.reader.invalid(absent_fields.start, Code::MissingField, |_| {
                let params = [("model", names.name.into()), ("choices", names.variants.into())];
                Message::fill("no field names a variant of `{model}`, expected {choices}", params)
            });
        }
    }

    /// The enum.
    pub fn build(self) -> Result<T, Failure> {
        if let Slot::Read(value) = self.value { Ok(value) } else { Err(Failure::Invalid) }
    }
}
