//! Fields whose key is absent.

use crate::{
    reader::{Reader, excluded_keys::describe_taken},
    report::Code,
    shape::Shape,
};

/// Gives absent fields their values, or reports them as missing.
#[derive(Debug)]
pub struct AbsentFields<'r, 'de> {
    pub(crate) reader: &'r mut Reader<'de>,
    pub(crate) shape: &'static Shape,
    pub(crate) start: usize,
}

impl AbsentFields<'_, '_> {
    #[cold]
    pub(crate) fn record_missing(&mut self, index: usize) {
        let name = self.shape.fields.get(index).map_or("", |field| field.name);
        let spells = |key: &str| self.shape.spellings.find_any(key) == Some(index);
        let taker = self.reader.excluded.taker(self.start, spells);
        let message = || match taker {
            Some(taker) => describe_taken(name, taker),
            None => format!("required field `{name}` is missing"),
        };
        self.reader.problems.add_below(self.start, name, Code::MissingField, message);
    }
}
