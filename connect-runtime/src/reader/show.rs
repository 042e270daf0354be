//! Shows parts of the input in messages.

use super::Reader;
use crate::message::{Message, json_type, quote::shorten};

impl Reader<'_> {
    /// That `wanted` was expected in place of the scalar from `start` to here.
    #[cold]
    pub(crate) fn unexpected(&self, start: usize, wanted: &str) -> Message {
        Message::expected(wanted, &self.show(start), json_type(self.json.since(start).bytes().next()))
    }

    /// The value from `start` to here for a message, or only its type if it is sensitive or no scalar.
    #[cold]
    pub(crate) fn show(&self, start: usize) -> String {
        let text = self.json.text().lossy(start..self.json.at());
        let kind = match text.bytes().next() {
            Some(b'{') => return "an object".to_owned(),
            Some(b'[') => return "an array".to_owned(),
            Some(b'"') => "the string ",
            Some(b't' | b'f' | b'n') => "",
            _ => "the number ",
        };
        match kind {
            "the string " if self.is_sensitive() => "a string".to_owned(),
            "the number " if self.is_sensitive() => "a number".to_owned(),
            _ if self.is_sensitive() => "a literal".to_owned(),
            kind => format!("{kind}`{}`", shorten(&text)),
        }
    }

    /// The key that was read at the offset `at`, for a message.
    #[cold]
    pub(crate) fn show_key(&self, at: usize) -> String {
        shorten(&self.json.key_at(at))
    }
}
