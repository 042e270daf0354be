//! Records names that are matched by case alone.

use super::{Failure, Reader};
use crate::{drift::DriftKind, message::Message, report::Code};

impl Reader<'_> {
    /// Records that the key at the offset `key` is this `spelling` but for its case; strict, this is a problem, although
    /// the value is read.
    #[cold]
    pub(crate) fn record_respelled_key(&mut self, key: usize, spelling: &str) {
        if !self.modes.strict {
            return self.record_drift(DriftKind::Respelled, key);
        }
        self.invalid(key, Code::UnknownField, |reader| {
            let params =
                [("expected", spelling.into()), ("field", reader.show_key(key).into()), ("reason", "strict".into())];
            Message::fill("expected the key `{expected}`, found `{field}` (strict)", params)
        });
    }

    /// Records that the name at the offset `start` is this `spelling` but for its case.
    #[cold]
    pub(crate) fn record_respelled_name(&mut self, start: usize, spelling: &str) -> Result<(), Failure> {
        if !self.modes.strict {
            self.record_drift(DriftKind::Respelled, start);
            return Ok(());
        }
        Err(self.invalid(start, Code::UnknownVariant, |reader| {
            let found = if reader.is_sensitive() { "a name in another case".to_owned() } else { reader.show(start) };
            let params = [("expected", spelling.into()), ("actual", found.into()), ("reason", "strict".into())];
            Message::fill("expected `{expected}`, found {actual} (strict)", params)
        }))
    }
}
