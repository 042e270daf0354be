//! Records drift, duplicates and the fault that ends the reading.

use super::{Failure, Reader};
use crate::{
    drift::DriftKind,
    json::{Fault, FaultKind, JsonText, not_json},
    message::Message,
    one_line::one_line,
    report::Code,
};

impl<'de> Reader<'de> {
    /// The test whether the value at an offset contains a `sensitive` one that was read.
    #[cold]
    pub(super) fn secrets(&self) -> impl Fn(usize) -> bool + use<'de> {
        let (bytes, end) = (self.json.text().bytes(), self.secret_end);
        move |at| at < end && matches!(bytes.get(at), Some(b'{' | b'['))
    }

    /// Records drift at the offset `at`.
    pub(crate) fn record_drift(&mut self, kind: DriftKind, at: usize) {
        self.drift.add(kind, at, self.is_sensitive() || self.secrets()(at));
    }

    /// Records drift at the offset `at` for a `reason`, which is made from the input.
    pub(crate) fn record_drift_with(
        &mut self,
        kind: DriftKind,
        at: usize,
        reason: impl FnOnce(JsonText<'_>) -> String,
    ) {
        let sensitive = self.is_sensitive() || self.secrets()(at);
        let text = self.json.text();
        self.drift.add_with(kind, at, sensitive, || one_line(reason(text)).into_owned());
    }

    /// Skips the value of a duplicate key and records the key.
    #[cold]
    pub(crate) fn skip_duplicate_field(&mut self) -> Result<(), Failure> {
        self.record_duplicate_field(self.current.key);
        self.json.skip_value()?;
        Ok(())
    }

    #[cold]
    pub(super) fn record_duplicate_field(&mut self, key: usize) {
        self.invalid(key, Code::DuplicateField, |reader| {
            let field = reader.show_key(key).into();
            Message::fill("`{field}` repeats a field that the object already has", [("field", field)])
        });
    }

    /// Records the fault that stopped decoding, if any, as the last problem.
    #[cold]
    pub(crate) fn record_fault(&mut self) {
        if let Some(fault) = self.json.take_fault() {
            let named = not_json::name(self.json.text(), &fault);
            let Fault { kind, at, message, inside, .. } = fault;
            let code = match kind {
                FaultKind::Syntax => Code::Syntax,
                FaultKind::Depth => Code::DepthLimit,
                FaultKind::StringLength => Code::StringLimit,
                FaultKind::ItemCount => Code::ItemLimit,
                FaultKind::Work => Code::WorkLimit,
            };
            self.problems.add_inside(at, inside, code, || named.unwrap_or(message));
        }
    }
}
