//! The keys of an object with known fields: which field comes next.
//!
//! APIs repeat their order of keys, so the next key is guessed, and looked up only where it is another one.

use std::borrow::Cow;

use crate::{
    code::Code,
    drift::DriftKind,
    hidden::Hiding,
    problems::Mark,
    reader::{Failure, Reader},
    shape::Shape,
};

/// A key that is none of the fields at hand, with its value still to be read.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'k> {
    pub(crate) name: &'k str,
    /// The offset in bytes of the object's bracket.
    pub(crate) object: usize,
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

/// How far the keys of an object are read.
#[derive(Debug)]
pub(crate) struct Keys {
    pub(crate) shape: &'static Shape,
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
        let ordered = !masked && self.json.takes_string_of(shape.spellings.longest());
        // Behind the tag the first field is met like any other.
        let count = usize::from(self.pass_leading_tag(start));
        Ok(Keys { shape, start, next: 0, count, ordered, guessing: ordered && count > 0, masked })
    }

    /// Goes past the next key and its colon, or the object's end.
    #[inline]
    pub(crate) fn next_field(&mut self, keys: &mut Keys) -> Result<Met, Failure> {
        match self.guess(keys, keys.next) {
            Some(met) => met,
            None => self.find_field(keys),
        }
    }

    /// The same for an object whose keys others share: they `guess` before a key is looked up; true if one of them read
    /// the value of a key.
    #[inline]
    pub(crate) fn next_shared(
        &mut self,
        keys: &mut Keys,
        guess: impl FnOnce(&mut Self) -> Result<bool, Failure>,
    ) -> Result<Option<Met>, Failure> {
        if let Some(met) = self.guess(keys, keys.next) {
            return met.map(Some);
        }
        if keys.guessing && guess(self)? {
            keys.count += 1;
            return self.limit_items(keys.count).map(|()| None);
        }
        self.find_field(keys).map(Some)
    }

    /// Goes past a comma and the key of the `next` field of another shape, if that is what comes; its index.
    #[inline]
    pub(crate) fn guess_in(&mut self, shape: &Shape, next: &mut usize) -> Option<usize> {
        let index = *next;
        let literal = shape.fields.get(index)?.literal;
        if !self.json.eat_literal(literal) {
            return None;
        }
        self.key = self.json.at() + 1 - literal.len();
        *next = index + 1;
        Some(index)
    }

    /// Goes past a comma and the key of the field `index`, if that is what comes.
    #[expect(
        clippy::inline_always,
        reason = "the path that every field takes; a call here costs a tenth of the decoding"
    )]
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
        match self.json.peek() {
            Some(b'}') => {
                self.json.close();
                return Ok(Met::End);
            }
            Some(b'"') if keys.count == 0 && keys.ordered => {
                self.key = self.json.at();
                if self.expect_field(keys, 0) {
                    keys.count = 1;
                    keys.guessing = self.key == keys.start + 1;
                    return self.limit_items(1).map(|()| Met::Field(0));
                }
            }
            _ => {}
        }
        // A field or two that are left out do not break the order.
        for skipped in 1..=2 {
            if let Some(met) = self.guess(keys, keys.next + skipped) {
                return met;
            }
        }
        loop {
            if !self.next_key(&mut keys.count)? {
                return Ok(Met::End);
            }
            if !self.pass_tag(keys.start) {
                break;
            }
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
        self.key_end = if let Cow::Borrowed(_) = name { self.json.at() - 1 } else { 0 };
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

    /// The key that was looked up last.
    #[inline]
    pub(crate) fn looked_up(&self) -> Cow<'de, str> {
        match self.json.text().get(self.key + 1..self.key_end) {
            Some(name) => Cow::Borrowed(name),
            None => self.json.key_at(self.key),
        }
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
        match self.hiding_of(entry) {
            Some(Hiding::SecondTag) => return self.duplicate_field(),
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
            format!("`{}` repeats a field that the object already has", reader.show_key(key))
        });
        self.json.skip_value()?;
        Ok(())
    }

    #[inline]
    pub(crate) fn place_in_object(&mut self, mark: Mark, shape: &Shape, start: usize) {
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
