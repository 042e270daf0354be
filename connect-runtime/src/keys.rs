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
pub struct Keys {
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

impl Keys {
    /// None yet, of the object at `start`.
    #[inline]
    pub(crate) fn new(shape: &'static Shape, start: usize) -> Self {
        Self { shape, start, next: 0, count: 0, ordered: false, guessing: false, masked: false }
    }

    /// How many keys were met.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Whether the next key may be met as a comma with the key of the field that is expected.
    pub(crate) fn are_compact(&self) -> bool {
        self.guessing
    }

    /// Meets keys of a flattened field.
    #[inline]
    pub(crate) fn of_another<T>(&mut self, meet: impl FnOnce(&mut Self) -> T) -> T {
        let next = self.next;
        let result = meet(self);
        self.next = next;
        result
    }
}

impl<'de> Reader<'de> {
    /// Opens the object at hand; the offset of its bracket.
    #[inline]
    pub(crate) fn open_object(&mut self) -> Result<usize, Failure> {
        let (start, first) = self.token();
        if first != Some(b'{') {
            return Err(self.wrong_type("an object"));
        }
        self.json.open()?;
        Ok(start)
    }

    /// Settles what `keys`, of an object that was just opened, may be taken for granted, and what is hidden among them.
    #[inline]
    pub(crate) fn look_over(&mut self, keys: &mut Keys) {
        keys.ordered = self.json.takes_string_of(keys.shape.spellings.longest());
        if self.hidden.concern(keys.start) {
            self.hide(keys);
        }
    }

    fn hide(&mut self, keys: &mut Keys) {
        keys.masked = self.hidden.mask(keys.start, keys.shape);
        keys.ordered &= !keys.masked;
        if self.pass_leading_tag(keys.start) {
            // Behind the tag the first field is met like any other.
            keys.count = 1;
            keys.guessing = keys.ordered;
        }
    }

    /// Whether keys of a flattened field of this `shape` may be met in their order.
    #[inline]
    pub(crate) fn may_share(&self, keys: &Keys, shape: &Shape) -> bool {
        let masked = self.hidden.concern(keys.start) && self.hidden.mask(keys.start, shape);
        !masked && self.json.takes_string_of(shape.spellings.longest())
    }

    /// Goes past the object's first key and its colon, if it is that of the first field and no white space comes before.
    #[inline]
    pub(crate) fn meets_first(&mut self, keys: &mut Keys, shape: &'static Shape) -> bool {
        let Some(key) = shape.fields.first().and_then(|field| field.literal.get(1..)) else { return false };
        keys.ordered && keys.count == 0 && self.meets_literal(keys, 0, key, key.len())
    }

    /// Goes past a comma, the key of the field `index` and its colon, if that is what comes, without white space. Where
    /// shape and index are known at compile time, this is a comparison with a constant.
    #[expect(clippy::inline_always, reason = "for the shape to be known")]
    #[inline(always)]
    pub fn meets(&mut self, keys: &mut Keys, shape: &'static Shape, index: usize) -> bool {
        shape
            .fields
            .get(index)
            .is_some_and(|field| self.meets_literal(keys, index, field.literal, field.literal.len() - 1))
    }

    #[expect(clippy::inline_always, reason = "for the literal to be known")]
    #[inline(always)]
    fn meets_literal(&mut self, keys: &mut Keys, index: usize, literal: &str, key: usize) -> bool {
        if keys.count >= self.policy.max_items || !self.json.eat_literal(literal) {
            return false;
        }
        self.key = self.json.at() - key;
        keys.count += 1;
        keys.next = index + 1;
        keys.guessing = true;
        true
    }

    /// Goes past the end of the object, if that comes without white space or behind the tag.
    #[inline]
    pub(crate) fn ends(&mut self, keys: &mut Keys) -> bool {
        if let Some(tag) = self.hidden.tag() {
            self.pass_entry(keys, tag.at, tag.end);
        }
        let end = self.json.peek() == Some(b'}');
        if end {
            self.json.close();
        }
        end
    }

    /// Goes past the entry whose key is at the offset `key`, up to the offset `end` (bytes), if a comma and that come next.
    #[inline]
    pub(crate) fn pass_entry(&mut self, keys: &mut Keys, key: usize, end: usize) {
        if self.json.at() + 1 == key && keys.count > 0 && keys.count < self.policy.max_items {
            keys.count += 1;
            self.json.go_to(end);
        }
    }

    /// Goes past the first key and its colon, or the object's end.
    #[inline]
    pub(crate) fn first_field(&mut self, keys: &mut Keys) -> Result<Met, Failure> {
        if self.meets_first(keys, keys.shape) { Ok(Met::Field(0)) } else { self.next_field(keys) }
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
        if self.ends(keys) {
            return Ok(Met::End);
        }
        let expecting = keys.ordered && keys.next < keys.shape.fields.len();
        if expecting {
            // A field or two that are left out do not break the order.
            for skipped in 1..=2 {
                if let Some(met) = self.guess(keys, keys.next + skipped) {
                    return met;
                }
            }
        }
        if !self.go_to_key(keys)? {
            return Ok(Met::End);
        }
        if expecting {
            for skipped in 0..=2 {
                if self.expect_field(keys, keys.next + skipped) {
                    return Ok(Met::Field(keys.next - 1));
                }
            }
        }
        self.look_up(keys)
    }

    /// Goes to the quote of the next key that is not the tag; false behind the object's end.
    #[inline]
    fn go_to_key(&mut self, keys: &mut Keys) -> Result<bool, Failure> {
        if keys.count > 0 && keys.count < self.policy.max_items && self.json.is_at(b",\"") {
            self.json.pass();
            self.key = self.json.at();
            keys.count += 1;
            return Ok(true);
        }
        self.go_to_spaced_key(keys)
    }

    #[inline(never)]
    fn go_to_spaced_key(&mut self, keys: &mut Keys) -> Result<bool, Failure> {
        while self.next_key(&mut keys.count)? {
            if keys.count == 1 {
                // White space before the first key shows whether keys follow their commas at once.
                keys.guessing = keys.ordered && self.key == keys.start + 1;
            }
            if !self.pass_tag(keys.start) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Goes past the key at hand if it is that of the field `index`.
    #[inline]
    fn expect_field(&mut self, keys: &mut Keys, index: usize) -> bool {
        let literal = keys.shape.fields.get(index).and_then(|field| field.literal.get(1..));
        let found = literal.is_some_and(|literal| self.json.eat_literal(literal));
        if found {
            keys.next = index + 1;
        }
        found
    }

    /// Reads the key at hand and looks it up.
    #[inline]
    fn look_up(&mut self, keys: &mut Keys) -> Result<Met, Failure> {
        self.name = self.json.plain_string();
        let found = match self.name {
            Some(name) => keys.shape.spellings.find(name),
            None => keys.shape.spellings.find(&self.json.string()?),
        };
        self.json.colon()?;
        match found {
            Some(index) if !keys.masked || !self.hides(Entry { name: &self.looked_up(), object: keys.start }) => {
                keys.ordered &= index >= keys.next;
                keys.guessing &= keys.ordered;
                keys.next = index + 1;
                Ok(Met::Field(index))
            }
            _ => Ok(Met::Unknown),
        }
    }

    /// The key that was looked up last.
    #[inline]
    pub(crate) fn looked_up(&self) -> Cow<'de, str> {
        match self.name {
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
