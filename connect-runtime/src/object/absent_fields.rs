//! Fields whose key is absent.

use crate::{message::Message, reader::Reader, report::Code, shape::Shape};

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
        let message = || Message::fill("required field `{field}` is missing", [("field", name.into())]);
        self.reader.problems.add_below(self.start, name, Code::MissingField, message);
    }
}
