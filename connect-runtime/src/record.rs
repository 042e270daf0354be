//! Objects with known fields: the loop over keys that every model shares.

use std::borrow::Cow;

use crate::{
    code::Code,
    decode::Decode,
    drift::DriftKind,
    names::Spellings,
    problems::{Mark, Problems},
    reader::{Failure, Reader},
};

/// What is known of a model at compile time.
#[derive(Debug)]
pub struct Shape {
    /// The model's name, for messages.
    pub name: &'static str,
    /// In the order of declaration.
    pub fields: &'static [Field],
    /// Every key that is accepted: names and aliases.
    pub spellings: Spellings,
    /// Whether keys that are none of these are refused.
    pub deny_unknown_fields: bool,
}

/// What is known of a field at compile time.
#[derive(Debug)]
pub struct Field {
    /// The canonical name.
    pub name: &'static str,
    /// The name in Rust.
    pub rust: &'static str,
    /// The name as it stands in compact JSON behind another field: `,"name":`.
    pub literal: &'static str,
}

/// What has become of a field so far.
#[derive(Debug)]
pub enum Slot<T> {
    /// No key of it was met.
    Absent,
    /// Its value was wrong.
    Failed,
    /// Its value.
    Read(T),
}

impl<T> Slot<T> {
    /// The value, if there is one.
    #[inline]
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Read(value) => Some(value),
            _ => None,
        }
    }
}

/// A model that is read from an object, field by field. The derive implements it.
pub trait Record<'de> {
    /// What comes out: the struct itself, or the enum whose variant this is.
    type Model;
    /// A tuple of a [`Slot`] for each field.
    type Slots;
    /// The fields and their names.
    const SHAPE: &'static Shape;

    /// Slots for all fields, all absent.
    fn slots() -> Self::Slots;

    /// Reads the value at hand into the slot of the field `index`.
    fn read(slots: &mut Self::Slots, index: usize, reader: &mut Reader<'de>) -> Result<(), Failure>;

    /// Fills the slots of absent fields, or takes note that they are missing.
    fn settle(slots: &mut Self::Slots, vacancy: &mut Vacancy<'_, 'de>);

    /// Runs the fields' rules.
    #[inline]
    fn rules(_slots: &Self::Slots, _problems: &mut Problems) {}

    /// The model, if every slot has a value.
    fn build(slots: Self::Slots) -> Option<Self::Model>;

    /// Runs the container's own check.
    #[inline]
    fn check(_model: &Self::Model, _problems: &mut Problems) {}
}

/// Reads the object at hand.
pub fn decode_record<'de, R: Record<'de>>(reader: &mut Reader<'de>) -> Result<R::Model, Failure> {
    let mark = reader.problems.mark();
    let mut keys = reader.open_object(R::SHAPE)?;
    let mut slots = R::slots();
    while let Some(index) = reader.next_field(&mut keys)? {
        R::read(&mut slots, index, reader)?;
    }
    R::settle(&mut slots, &mut Vacancy { reader, keys: &keys });
    let before_rules = reader.problems.mark();
    R::rules(&slots, &mut reader.problems);
    let model = R::build(slots).ok_or(Failure::Invalid);
    if let Ok(model) = &model
        && reader.problems.none_since(mark)
    {
        R::check(model, &mut reader.problems);
    }
    if !reader.problems.none_since(before_rules) {
        reader.place_in_object(before_rules, &keys);
    }
    model
}

/// How far the keys of an object are read.
#[derive(Debug)]
pub struct Keys {
    shape: &'static Shape,
    /// The offset in bytes of the object's bracket.
    start: usize,
    /// The field expected next: APIs keep to one order.
    next: usize,
    /// How many keys were met.
    count: usize,
}

impl<'de> Reader<'de> {
    /// Opens the object at hand.
    #[inline]
    fn open_object(&mut self, shape: &'static Shape) -> Result<Keys, Failure> {
        let (start, first) = self.token();
        if first != Some(b'{') {
            return Err(self.wrong_type("an object"));
        }
        self.json.open()?;
        Ok(Keys { shape, start, next: 0, count: 0 })
    }

    /// Goes past the next known key and its colon, and past all unknown fields before it; none at the object's end.
    #[inline]
    fn next_field(&mut self, keys: &mut Keys) -> Result<Option<usize>, Failure> {
        if let Some(field) = keys.shape.fields.get(keys.next)
            && keys.count > 0
            && self.json.eat_literal(field.literal)
        {
            self.key = self.json.at() + 1 - field.literal.len();
            self.limit_items(keys.count)?;
            keys.count += 1;
            keys.next += 1;
            return Ok(Some(keys.next - 1));
        }
        self.find_field(keys)
    }

    fn find_field(&mut self, keys: &mut Keys) -> Result<Option<usize>, Failure> {
        while self.next_key(&mut keys.count)? {
            if let Some(field) = keys.shape.fields.get(keys.next)
                && self.json.eat_literal(field.literal.get(1..).unwrap_or_default())
            {
                keys.next += 1;
                return Ok(Some(keys.next - 1));
            }
            let name = self.json.string()?;
            self.json.colon()?;
            if let Some(index) = keys.shape.spellings.find(&name) {
                keys.next = index + 1;
                return Ok(Some(index));
            }
            self.unknown_field(&name, keys)?;
        }
        Ok(None)
    }

    /// Goes to the quote of the next key; false behind the object's end. `count` is of the keys so far.
    pub(crate) fn next_key(&mut self, count: &mut usize) -> Result<bool, Failure> {
        match self.json.next_token() {
            Some(b'}') => {
                self.json.close();
                return Ok(false);
            }
            Some(b',') if *count > 0 => self.json.pass(),
            Some(b'"') if *count == 0 => {}
            _ => {
                let wanted = if *count == 0 { "`\"` or `}`" } else { "`,` or `}`" };
                return Err(self.json.expected(self.json.at(), wanted).into());
            }
        }
        *count += 1;
        self.limit_items(*count)?;
        let (at, first) = self.token();
        if first != Some(b'"') {
            return Err(self.json.expected(at, "`\"`").into());
        }
        self.key = at;
        Ok(true)
    }

    #[cold]
    fn unknown_field(&mut self, name: &Cow<'_, str>, keys: &Keys) -> Result<(), Failure> {
        let key = self.key;
        if keys.shape.deny_unknown_fields || self.policy.deny_unknown_fields {
            self.problems.add_at(key, Code::UnknownField, || keys.shape.describe_unknown(name));
        } else {
            self.drifted(DriftKind::UnknownField, key);
        }
        self.json.skip_value()?;
        Ok(())
    }

    /// Passes the value of a key that was met before.
    #[cold]
    fn duplicate_field(&mut self) -> Result<(), Failure> {
        let key = self.json.key_at(self.key);
        let message = || format!("`{key}` repeats a field that the object already has");
        self.problems.add_at(self.key, Code::DuplicateField, message);
        self.json.skip_value()?;
        Ok(())
    }

    #[cold]
    fn place_in_object(&mut self, mark: Mark, keys: &Keys) {
        let shape = keys.shape;
        self.place_since(mark, keys.start, |key, name| match shape.spellings.find(name) {
            Some(index) => shape.spellings.find(key) == Some(index),
            None => key == name,
        });
    }
}

impl Shape {
    #[cold]
    fn describe_unknown(&self, name: &str) -> String {
        let name: String = name.chars().take(64).collect();
        match self.spellings.nearest(&name) {
            Some(near) => format!("unknown field `{name}`, did you mean `{near}`?"),
            None => format!("unknown field `{name}`, `{}` does not have it", self.name),
        }
    }
}

/// Reads a field's value into its slot with the type's own [`Decode`].
pub fn fill<'de, T: Decode<'de>>(slot: &mut Slot<T>, reader: &mut Reader<'de>) -> Result<(), Failure> {
    fill_with(slot, reader, T::decode)
}

/// Reads a field's value into its slot with `decode`.
#[inline]
pub fn fill_with<'de, T>(
    slot: &mut Slot<T>,
    reader: &mut Reader<'de>,
    decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>,
) -> Result<(), Failure> {
    if !matches!(slot, Slot::Absent) {
        return reader.duplicate_field();
    }
    *slot = match decode(reader) {
        Ok(value) => Slot::Read(value),
        Err(Failure::Invalid) => Slot::Failed,
        Err(Failure::Halted) => return Err(Failure::Halted),
    };
    Ok(())
}

/// Where fields without a key get their value, or are missed.
#[derive(Debug)]
pub struct Vacancy<'r, 'de> {
    reader: &'r mut Reader<'de>,
    keys: &'r Keys,
}

impl<'de> Vacancy<'_, 'de> {
    /// An absent field has the value that its type has for that, if any.
    #[inline]
    pub fn settle<T: Decode<'de>>(&mut self, slot: &mut Slot<T>, index: usize) {
        if let Slot::Absent = slot {
            match T::absent() {
                Some(value) => *slot = Slot::Read(value),
                None => self.missing(index),
            }
        }
    }

    /// An absent field has the value that `default` makes.
    #[inline]
    pub fn settle_or<T>(&mut self, slot: &mut Slot<T>, default: impl FnOnce() -> T) {
        if let Slot::Absent = slot {
            *slot = Slot::Read(default());
        }
    }

    /// An absent field is missed, whatever its type.
    #[inline]
    pub fn require<T>(&mut self, slot: &Slot<T>, index: usize) {
        if let Slot::Absent = slot {
            self.missing(index);
        }
    }

    #[cold]
    fn missing(&mut self, index: usize) {
        let name = self.keys.shape.fields.get(index).map_or("", |field| field.name);
        let message = || format!("required field `{name}` is missing");
        self.reader.problems.add_below(self.keys.start, name, Code::MissingField, message);
    }
}
