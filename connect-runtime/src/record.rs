//! Objects with known fields: the loop over keys that every model shares.

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

    /// Offers the value at hand, of the key `name` that is no field's, to the flattened fields; whether one took it.
    #[inline]
    fn offer(_slots: &mut Self::Slots, _entry: &Entry<'_>, _reader: &mut Reader<'de>) -> Result<bool, Failure> {
        Ok(false)
    }

    /// Fills the slots of absent fields, or takes note that they are missing.
    fn settle(slots: &mut Self::Slots, vacancy: &mut Vacancy<'_, 'de>);

    /// Runs the fields' rules.
    #[inline]
    fn rules(_slots: &Self::Slots, _problems: &mut Problems) {}

    /// The model, if every slot has a value.
    fn build(slots: Self::Slots) -> Result<Self::Model, Failure>;

    /// Runs the container's own check.
    #[inline]
    fn check(_model: &Self::Model, _problems: &mut Problems) {}
}

impl<'de, R: Record<'de, Model = R>> Record<'de> for Box<R> {
    type Model = Self;
    type Slots = R::Slots;
    const SHAPE: &'static Shape = R::SHAPE;

    fn slots() -> Self::Slots {
        R::slots()
    }

    fn read(slots: &mut Self::Slots, index: usize, reader: &mut Reader<'de>) -> Result<(), Failure> {
        R::read(slots, index, reader)
    }

    fn offer(slots: &mut Self::Slots, entry: &Entry<'_>, reader: &mut Reader<'de>) -> Result<bool, Failure> {
        R::offer(slots, entry, reader)
    }

    fn settle(slots: &mut Self::Slots, vacancy: &mut Vacancy<'_, 'de>) {
        R::settle(slots, vacancy);
    }

    fn rules(slots: &Self::Slots, problems: &mut Problems) {
        R::rules(slots, problems);
    }

    fn build(slots: Self::Slots) -> Result<Self, Failure> {
        R::build(slots).map(Self::new)
    }

    fn check(model: &Self, problems: &mut Problems) {
        R::check(model, problems);
    }
}

/// A key that is none of the fields at hand, with its value still to be read.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'k> {
    pub(crate) name: &'k str,
    /// The offset in bytes of the object's bracket.
    pub(crate) object: usize,
}

/// Reads the object at hand.
pub fn decode_record<'de, R: Record<'de>>(reader: &mut Reader<'de>) -> Result<R::Model, Failure> {
    let mark = reader.problems.mark();
    let mut keys = reader.open_object(R::SHAPE)?;
    let mut slots = R::slots();
    loop {
        match reader.next_field(&mut keys)? {
            Met::Field(index) => R::read(&mut slots, index, reader)?,
            Met::Unknown => read_unknown::<R>(&mut slots, &keys, reader)?,
            Met::End => break,
        }
    }
    settle_record::<R>(&mut slots, keys.start, reader);
    build_record::<R>(slots, keys.start, mark, reader)
}

/// What comes next in an object.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Met {
    /// The key of the field with this index.
    Field(usize),
    /// A key that is no field's.
    Unknown,
    /// The closing bracket.
    End,
}

fn read_unknown<'de, R: Record<'de>>(
    slots: &mut R::Slots,
    keys: &Keys,
    reader: &mut Reader<'de>,
) -> Result<(), Failure> {
    let name = reader.json.key_at(reader.key);
    let entry = Entry { name: &name, object: keys.start };
    if reader.hides(entry) || !R::offer(slots, &entry, reader)? {
        reader.unknown_field(entry, keys.shape)?;
    }
    Ok(())
}

/// Completes the slots of the object at `start` and runs the fields' rules.
#[inline]
pub(crate) fn settle_record<'de, R: Record<'de>>(slots: &mut R::Slots, start: usize, reader: &mut Reader<'de>) {
    R::settle(slots, &mut Vacancy { reader, shape: R::SHAPE, start });
    let mark = reader.problems.mark();
    R::rules(slots, &mut reader.problems);
    reader.place_in_object(mark, R::SHAPE, start);
}

/// Makes the model of the object at `start`, and runs its own check if nothing was found wrong since `mark`.
#[inline]
pub(crate) fn build_record<'de, R: Record<'de>>(
    slots: R::Slots,
    start: usize,
    mark: Mark,
    reader: &mut Reader<'de>,
) -> Result<R::Model, Failure> {
    let model = R::build(slots);
    if let Ok(model) = &model
        && reader.problems.none_since(mark)
    {
        R::check(model, &mut reader.problems);
        reader.place_in_object(mark, R::SHAPE, start);
    }
    model
}

/// How far the keys of an object are read.
#[derive(Debug)]
pub(crate) struct Keys {
    shape: &'static Shape,
    /// The offset in bytes of the object's bracket.
    pub(crate) start: usize,
    /// The field expected next: APIs keep to one order.
    next: usize,
    /// How many keys were met.
    count: usize,
    /// Whether the keys so far were in the order of the fields, so that the next may be met without being looked up.
    ordered: bool,
    /// Whether it may even be met together with the comma before it.
    guessing: bool,
    /// Whether a key that is a field's name is the tag of an enum around, and not for this model to see.
    masked: bool,
}

impl<'de> Reader<'de> {
    /// Opens the object at hand.
    #[inline]
    pub(crate) fn open_object(&mut self, shape: &'static Shape) -> Result<Keys, Failure> {
        let (start, first) = self.token();
        if first != Some(b'{') {
            return Err(self.wrong_type("an object"));
        }
        self.json.open()?;
        let masked = !self.hidden.is_empty() && self.masks(start, shape);
        Ok(Keys { shape, start, next: 0, count: 0, ordered: !masked, guessing: false, masked })
    }

    /// Goes past the next key and its colon, or the object's end.
    #[inline]
    pub(crate) fn next_field(&mut self, keys: &mut Keys) -> Result<Met, Failure> {
        match self.guess(keys, keys.next) {
            Some(met) => met,
            None => self.find_field(keys),
        }
    }

    /// Goes past a comma and the key of the field `index`, if that is what comes.
    #[expect(clippy::inline_always, reason = "the path that every field takes; a call here costs a tenth of the decoding")]
    #[inline(always)]
    fn guess(&mut self, keys: &mut Keys, index: usize) -> Option<Result<Met, Failure>> {
        let field = keys.shape.fields.get(index).filter(|_| keys.guessing)?;
        if !self.json.eat_literal(field.literal) {
            return None;
        }
        self.key = self.json.at() + 1 - field.literal.len();
        keys.count += 1;
        keys.next = index + 1;
        Some(self.limit_items(keys.count).map(|()| Met::Field(index)))
    }

    fn find_field(&mut self, keys: &mut Keys) -> Result<Met, Failure> {
        // A field or two that are left out do not break the order.
        for skipped in 1..=2 {
            if let Some(met) = self.guess(keys, keys.next + skipped) {
                return met;
            }
        }
        if !self.next_key(&mut keys.count)? {
            return Ok(Met::End);
        }
        for skipped in 0..=2 {
            if keys.ordered && self.expect_field(keys, keys.next + skipped) {
                return Ok(Met::Field(keys.next - 1));
            }
        }
        self.look_up(keys)
    }

    /// Goes past the key at hand if it is that of the field `index`.
    #[inline]
    fn expect_field(&mut self, keys: &mut Keys, index: usize) -> bool {
        let literal = keys.shape.fields.get(index).and_then(|field| field.literal.get(1..));
        let found = literal.is_some_and(|literal| self.json.eat_literal(literal));
        if found {
            keys.next = index + 1;
            // Behind the first key white space shows whether keys follow their commas at once.
            keys.guessing = keys.count == 1 && self.key == keys.start + 1;
        }
        found
    }

    /// Reads the key at hand and looks it up.
    fn look_up(&mut self, keys: &mut Keys) -> Result<Met, Failure> {
        let name = self.json.string()?;
        self.json.colon()?;
        if keys.masked && self.hides(Entry { name: &name, object: keys.start }) {
            return Ok(Met::Unknown);
        }
        let Some(index) = keys.shape.spellings.find(&name) else { return Ok(Met::Unknown) };
        keys.ordered &= index >= keys.next;
        keys.guessing &= keys.ordered;
        keys.next = index + 1;
        Ok(Met::Field(index))
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

    /// Passes the value of a key that the model does not have.
    #[cold]
    pub(crate) fn unknown_field(&mut self, entry: Entry<'_>, shape: &Shape) -> Result<(), Failure> {
        let key = self.key;
        match self.hidden_key(entry) {
            Some(Some(at)) if at != key => return self.duplicate_field(),
            Some(_) => {}
            None if shape.deny_unknown_fields || self.policy.deny_unknown_fields => {
                self.invalid(key, Code::UnknownField, |_| shape.describe_unknown(entry.name));
            }
            None => self.drifted(DriftKind::UnknownField, key),
        }
        self.json.skip_value()?;
        Ok(())
    }

    /// Passes the value of a key that was met before.
    #[cold]
    pub(crate) fn duplicate_field(&mut self) -> Result<(), Failure> {
        let key = self.key;
        self.invalid(key, Code::DuplicateField, |reader| {
            format!("`{}` repeats a field that the object already has", reader.json.key_at(key))
        });
        self.json.skip_value()?;
        Ok(())
    }

    #[inline]
    fn place_in_object(&mut self, mark: Mark, shape: &Shape, start: usize) {
        if !self.problems.none_since(mark) {
            self.find_in_object(mark, shape, start);
        }
    }

    #[cold]
    fn find_in_object(&mut self, mark: Mark, shape: &Shape, start: usize) {
        self.place_since(mark, start, |key, name| match shape.spellings.find(name) {
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

/// Reads a field's value into its slot with `decode`: one function for all fields of a type, which keeps models small.
#[inline(never)]
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

/// Runs the rules of the field `name`, if it has a value.
#[inline]
pub fn check_slot<T>(
    slot: &Slot<T>,
    name: &'static str,
    problems: &mut Problems,
    rules: impl FnOnce(&T, &mut Problems),
) {
    if let Some(value) = slot.value() {
        let mark = problems.mark();
        rules(value, problems);
        problems.below_key(mark, || name.to_owned());
    }
}

/// Where fields without a key get their value, or are missed.
#[derive(Debug)]
pub struct Vacancy<'r, 'de> {
    pub(crate) reader: &'r mut Reader<'de>,
    shape: &'static Shape,
    pub(crate) start: usize,
}

impl<'de> Vacancy<'_, 'de> {
    /// An absent field has the value that its type has for that, if any.
    #[inline]
    pub fn settle<T>(&mut self, slot: &mut Slot<T>, index: usize, absent: impl FnOnce() -> Option<T>) {
        if let Slot::Absent = slot {
            match absent() {
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
        let name = self.shape.fields.get(index).map_or("", |field| field.name);
        let message = || format!("required field `{name}` is missing");
        self.reader.problems.add_below(self.start, name, Code::MissingField, message);
    }
}
