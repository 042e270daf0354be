//! Reads keys that come again: compares their values, and takes or skips them.

use std::{
    collections::HashMap,
    hash::{BuildHasher, Hasher},
    mem,
    ops::Range,
};

use super::{
    Entry, Failure, Reader,
    excluded_keys::Exclusion,
    repeated::{Duplicates, Repeats, Value, Values},
};
use crate::{
    drift::DriftKind,
    json::{Cursor, digest},
    shape::Shape,
};

impl Reader<'_> {
    /// Whether the current value, whose key names a field that has a value, is taken in place of that. If not, it is
    /// skipped.
    #[cold]
    pub(crate) fn takes_repeated(&mut self) -> Result<bool, Failure> {
        let (key, (start, _), place) = (self.current.key, self.token(), self.json.place());
        if self.repeats_tag() {
            self.skip_duplicate_field()?;
            return Ok(false);
        }
        self.json.skip_value()?;
        let last = self.policy.duplicates == Duplicates::Last;
        let mut repeats = self.rare().repeats.take().unwrap_or_default();
        let replaced = repeats.compare(self, start..self.json.at(), last);
        self.rare().repeats = Some(repeats);
        if self.policy.strict || replaced.is_some() && self.policy.duplicates == Duplicates::Refuse {
            self.record_duplicate_field(key);
            return Ok(false);
        }
        self.record_drift(DriftKind::Repeated, key);
        let Some(replaced) = replaced.filter(|_| last) else { return Ok(false) };
        self.problems.forget(&replaced);
        self.json.return_to(place);
        Ok(true)
    }

    /// Whether the current key is that of a tag that is kept, which may not come again, whatever its value.
    fn repeats_tag(&self) -> bool {
        let entry = Entry { name: &self.current_name(), object: self.current.object };
        self.exclusion_of(entry) == Some(Exclusion::SecondTag)
    }
}

impl Repeats {
    /// Compares the value in `range`, of the current key, with the one of that field before it; if they differ, returns
    /// the range of that, which the current one replaces if it is to be `kept`.
    fn compare(&mut self, reader: &mut Reader<'_>, range: Range<usize>, kept: bool) -> Option<Range<usize>> {
        let (text, keys) = (reader.json.text(), self.keys.clone());
        let Some(before) = self.value_before(reader) else { return Some(range) };
        let digest_of = |range: &Range<usize>| {
            let mut hasher = keys.build_hasher();
            digest::write(text, range.clone(), &mut hasher);
            hasher.finish()
        };
        let digest = digest_of(&range);
        if *before.digest.get_or_insert_with(|| digest_of(&before.range)) == digest {
            return None;
        }
        let current = Value { range, digest: Some(digest) };
        Some(if kept { mem::replace(before, current).range } else { before.range.clone() })
    }

    /// The value of the field that the current key names, from before that key.
    fn value_before(&mut self, reader: &mut Reader<'_>) -> Option<&mut Value> {
        let (object, shape) = (reader.current.object, reader.current.shape?);
        let index = shape.spellings.find(&reader.current_name())?;
        let values = self.objects.entry((object, std::ptr::from_ref(shape).addr()));
        let values = values.or_insert_with(|| Values { next: object + 1, taken: HashMap::new() });
        values.read_on(reader, shape);
        values.taken.get_mut(&index)
    }
}

impl Values {
    /// Reads on up to the current key.
    fn read_on(&mut self, reader: &mut Reader<'_>, shape: &Shape) {
        let (key, object) = (reader.current.key, reader.current.object);
        while self.next < key && self.read_entry(reader, shape, object).is_some() {}
        reader.current.key = key;
    }

    /// Reads the next entry; that of an excluded key is no value of a field.
    fn read_entry(&mut self, reader: &mut Reader<'_>, shape: &Shape, object: usize) -> Option<()> {
        let start = self.next;
        let mut cursor = Cursor::again(reader.json.text().after(start));
        cursor.next_token()?;
        let key = start + cursor.at();
        let name = cursor.string().ok()?;
        cursor.skip_colon().ok()?;
        cursor.next_token()?;
        let value = start + cursor.at();
        cursor.skip_value().ok()?;
        let range = value..start + cursor.at();
        cursor.next_token()?;
        cursor.eat(b',');
        cursor.next_token()?;
        self.next = start + cursor.at();
        reader.current.key = key;
        if let Some(index) = shape.spellings.find(&name)
            && !reader.excludes(Entry { name: &name, object })
        {
            self.taken.entry(index).or_insert(Value { range, digest: None });
        }
        Some(())
    }
}
