//! Reads what is not quite JSON, if the decoder allows it: this is drift.

use std::borrow::Cow;

use super::{Failure, Reader};
use crate::{
    drift::DriftKind,
    json::{Halted, Number},
    report::Code,
};

impl<'de> Reader<'de> {
    /// Reads the string whose opening quote is the current byte, and keeps it.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'de, str>, Failure> {
        match self.json.plain_string() {
            Some(plain) => Ok(Cow::Borrowed(plain)),
            None => self.escaped_string(),
        }
    }

    #[cold]
    fn escaped_string(&mut self) -> Result<Cow<'de, str>, Failure> {
        let start = self.json.at();
        let unescaped = self.json.escaped_string()?;
        if unescaped.repaired {
            self.record_repair(start, Code::InvalidValue, "a string of Unicode characters")?;
        }
        Ok(unescaped.string)
    }

    /// Reads the number whose first byte is the current one, in place of what is `wanted`.
    #[inline]
    pub(crate) fn number(&mut self, wanted: &str) -> Result<Number<'de>, Failure> {
        match self.json.number() {
            Ok(number) => Ok(number),
            Err(Halted) => Err(self.no_number(wanted)),
        }
    }

    #[cold]
    fn no_number(&mut self, wanted: &str) -> Failure {
        if self.json.forgives_infinity() { self.wrong_type(wanted) } else { Failure::Halted }
    }

    /// Reads `NaN`, `Infinity` or `-Infinity`, in quotes or without, if one of them comes next and may.
    #[inline]
    pub(crate) fn non_finite(&mut self) -> Result<Option<&'static str>, Failure> {
        if self.json.dialect().non_finite { self.read_non_finite() } else { Ok(None) }
    }

    #[cold]
    fn read_non_finite(&mut self) -> Result<Option<&'static str>, Failure> {
        let (start, _) = self.token();
        let word = self.json.eat_non_finite();
        if word.is_some() {
            self.record_repair(start, Code::InvalidNumber, "a finite number")?;
        }
        Ok(word)
    }

    /// Skips the current value, whose text is kept, and returns that text.
    pub(crate) fn raw_text(&mut self) -> Result<Cow<'de, str>, Failure> {
        let (start, _) = self.token();
        self.skip_text()?;
        let range = start..self.json.at();
        if let Some(text) = self.json.text().get(range.clone()) {
            return Ok(Cow::Borrowed(text));
        }
        if !self.json.dialect().lossy {
            return Err(self.json.not_utf8(&range).into());
        }
        self.record_repair(start, Code::InvalidValue, "text that is UTF-8")?;
        Ok(self.json.text().lossy(range))
    }

    /// Records that the value or key from `start` to here was repaired, or refuses it as not `wanted`.
    fn record_repair(&mut self, start: usize, code: Code, wanted: &str) -> Result<(), Failure> {
        if self.modes.strict {
            let message = |reader: &Self| reader.unexpected(start, wanted).and(" (strict)").with("reason", "strict");
            return Err(self.invalid(start, code, message));
        }
        self.record_drift(DriftKind::Repaired, start);
        Ok(())
    }
}
