//! A reader of what there is of a value that is not finished, or that has something wrong in it.

use super::marks::Marks;
use crate::{
    decode::Decode,
    reader::{Failure, Reader},
};

/// What was read; `None` if there is nothing that is certain.
pub type Part<T> = Result<Option<T>, Failure>;

/// A reader that knows where its text was cut off, and where it has problems.
#[derive(Debug)]
pub struct Parts<'r, 'de> {
    pub(super) reader: &'r mut Reader<'de>,
    pub(super) marks: &'r mut Marks,
}

impl<'r, 'de> Parts<'r, 'de> {
    pub(crate) fn new(reader: &'r mut Reader<'de>, marks: &'r mut Marks) -> Self {
        Self { reader, marks }
    }

    /// Reads the current value if it is complete and valid.
    pub fn complete<T>(&mut self, decode: impl FnOnce(&mut Reader<'de>) -> Result<T, Failure>) -> Part<T> {
        let (start, _) = self.reader.token();
        if self.marks.is_open(start) || self.marks.is_wrong(start) {
            return self.skip();
        }
        match decode(self.reader) {
            Err(Failure::Invalid) => Ok(None),
            read => read.map(Some),
        }
    }

    /// Reads the current value even if it is cut off: as far as it goes, it is a value of this type too.
    pub(crate) fn start<T: Decode<'de>>(&mut self) -> Part<T> {
        let (start, _) = self.reader.token();
        if self.marks.is_wrong(start) {
            return self.skip();
        }
        match T::decode(self.reader) {
            Err(Failure::Invalid) => Ok(None),
            read => read.map(Some),
        }
    }

    /// Reads the items of the current array with `read`, up to the first of which there is nothing.
    pub(crate) fn items<T>(&mut self, mut read: impl FnMut(&mut Parts<'_, 'de>) -> Part<T>) -> Part<Vec<T>> {
        if self.reader.token().1 != Some(b'[') {
            return self.skip();
        }
        let (mut items, mut ended, marks) = (Vec::new(), false, &mut *self.marks);
        let all = self.reader.read_items(|reader| {
            if ended {
                return Ok(reader.json.skip_value()?);
            }
            let item = read(&mut Parts { reader, marks })?;
            ended = item.is_none();
            items.extend(item);
            Ok(())
        });
        all.map(|()| Some(items))
    }

    /// Passes every key of the current object to `take`, which reads the value or leaves it to be skipped.
    pub(super) fn entries(
        &mut self,
        mut take: impl FnMut(&mut Self, &str) -> Result<bool, Failure>,
    ) -> Result<(), Failure> {
        self.reader.json.open()?;
        let mut count = 0;
        while self.reader.next_key(&mut count)? {
            let wrong = self.marks.is_wrong(self.reader.current.key);
            self.reader.current.name = None;
            let name = self.reader.json.string()?;
            self.reader.json.skip_colon()?;
            if wrong || !take(self, &name)? {
                self.reader.json.skip_value()?;
            }
        }
        Ok(())
    }

    /// Reads the current key as a `K`, and moves to its value.
    pub(crate) fn key<K: Decode<'de>>(&mut self) -> Part<K> {
        self.reader.read_current_key()
    }

    /// The first byte of the current value.
    pub(crate) fn first(&mut self) -> Option<u8> {
        self.reader.token().1
    }

    /// Skips the current value, of which there is nothing.
    pub(crate) fn skip<T>(&mut self) -> Part<T> {
        self.reader.json.skip_value()?;
        Ok(None)
    }
}
