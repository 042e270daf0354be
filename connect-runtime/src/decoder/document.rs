//! One document from its first byte to its last, and the reports of those that can't be read at all.

use std::mem;

use crate::{
    decode::Decode,
    drift::DriftLog,
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
        if self.json.refuse_byte_order_mark().is_ok() {
            match T::decode(self) {
                Ok(value) if self.json.finish().is_ok() && self.problems.is_empty() => {
                    return Ok(finish(value, &mut self.drift));
                }
                Err(Failure::Invalid) => _ = self.json.finish(),
                _ => {}
            }
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
    single(Code::InputLimit, "", || format!("the input is longer than {limit} bytes"))
}

/// The report of one problem at the end of `text`, which is all that could be read.
#[cold]
pub(crate) fn single(code: Code, text: &str, message: impl FnOnce() -> String) -> Report {
    let mut problems = Problems::new(1);
    problems.add_at(text.len(), code, message);
    Report::new(problems, Source::Text(text))
}

#[cold]
pub(crate) fn describe_not_utf8(byte: u8) -> String {
    format!("byte 0x{byte:02x} is not UTF-8")
}

#[cold]
pub(crate) fn not_utf8(bytes: &[u8]) -> Report {
    let valid = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let byte = bytes.get(valid.len()).copied().unwrap_or_default();
    single(Code::Syntax, valid, || describe_not_utf8(byte))
}
