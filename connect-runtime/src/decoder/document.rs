//! One document from its first byte to its last, and the reports of those that can't be read at all.

use std::mem;

use crate::{
    decode::Decode,
    drift::DriftLog,
    message::Message,
    reader::{Failure, Reader},
    report::{Code, Problems, Report, Source},
};

impl<'de> Reader<'de> {
    /// Reads the one value of the input and converts it with `finish`, so that a large value is moved only once.
    #[inline]
    pub(super) fn read_document<T: Decode<'de>, U>(
        &mut self,
        source: Source<'_>,
        finish: impl FnOnce(T, &mut DriftLog) -> U,
    ) -> Result<U, Report> {
        self.json.skip_byte_order_mark();
        match T::decode(self) {
            Ok(value) if self.json.finish().is_ok() && self.problems.is_empty() => {
                return Ok(finish(value, &mut self.drift));
            }
            Err(Failure::Invalid) => _ = self.json.finish(),
            _ => {}
        }
        Err(self.report(source))
    }

    #[cold]
    pub(crate) fn report(&mut self, source: Source<'_>) -> Report {
        self.record_fault();
        Report::new(mem::replace(&mut self.problems, Problems::new(0)), source)
    }
}

#[cold]
pub(super) fn input_too_long(limit: usize) -> Report {
    too_long("the input is longer than {max} bytes", limit)
}

/// The report of an input of which nothing is read, since it is longer than the `limit`, which the `text` names as
/// `{max}`.
#[cold]
pub(crate) fn too_long(text: &str, limit: usize) -> Report {
    let mut problems = Problems::new(1);
    problems.add_at(0, Code::InputLimit, || Message::fill(text, [("max", limit.into())]));
    Report::new(problems, Source::Text("".into()))
}
