//! The contents of a string as a text of their own, whose offsets lead back to the text that the string is in.

use super::{cursor::Cursor, scan, text::JsonText};

/// What a string holds, unescaped.
pub(crate) struct Contents<'t> {
    pub(crate) text: JsonText<'t>,
    outer: JsonText<'t>,
    /// The offset of the string's opening quote.
    start: usize,
}

impl<'t> Contents<'t> {
    /// The string at `start` in `outer`, which was read before as `text`.
    pub(crate) fn new(outer: JsonText<'t>, start: usize, text: &'t str) -> Self {
        Self { text: text.into(), outer, start }
    }

    /// Finds where `offsets` in the contents come from, in one pass over the string.
    pub(crate) fn origins(&self, offsets: impl Iterator<Item = usize>) -> Origins {
        let mut offsets: Vec<usize> = offsets.collect();
        offsets.sort_unstable();
        let after_quote = self.start + 1;
        let mut walk = Walk { cursor: Cursor::again(self.outer), inner: 0, outer: after_quote, plain_end: after_quote };
        Origins(offsets.into_iter().map(|offset| (offset, walk.go_to(offset))).collect())
    }
}

/// Offsets in the contents of a string, each with the one that it comes from.
pub(crate) struct Origins(Vec<(usize, usize)>);

impl Origins {
    /// The origin of one of the offsets that were asked for.
    pub(crate) fn of(&self, offset: usize) -> usize {
        let found = self.0.binary_search_by_key(&offset, |(inner, _)| *inner);
        found.ok().and_then(|index| self.0.get(index)).map_or(0, |(_, outer)| *outer)
    }
}

/// Walks through a string and counts the bytes that it has unescaped.
struct Walk<'t> {
    cursor: Cursor<'t>,
    inner: usize,
    outer: usize,
    /// The end of what has no escapes, as far as it is known.
    plain_end: usize,
}

impl Walk<'_> {
    fn go_to(&mut self, target: usize) -> usize {
        while self.inner < target && self.step(target - self.inner) {}
        self.outer
    }

    /// Moves past one escape, or up to `most` bytes without one; `false` at the end of the string.
    fn step(&mut self, most: usize) -> bool {
        let bytes = self.cursor.bytes();
        if self.outer >= self.plain_end {
            self.plain_end = scan::string_stop(bytes, self.outer);
        }
        let plain = bytes.get(self.outer..self.plain_end.min(self.outer + most)).unwrap_or_default();
        if plain.is_empty() {
            return bytes.get(self.outer) == Some(&b'\\') && self.pass_escape();
        }
        self.inner +=
            plain.utf8_chunks().map(|chunk| chunk.valid().len() + repaired_len(chunk.invalid())).sum::<usize>();
        self.outer += plain.len();
        true
    }

    fn pass_escape(&mut self) -> bool {
        let Ok((character, end)) = self.cursor.escape(self.outer) else { return false };
        self.inner += character.unwrap_or(char::REPLACEMENT_CHARACTER).len_utf8();
        (self.outer, self.plain_end) = (end, end);
        true
    }
}

/// The length of what stands for bytes that are not UTF-8.
fn repaired_len(invalid: &[u8]) -> usize {
    if invalid.is_empty() { 0 } else { char::REPLACEMENT_CHARACTER.len_utf8() }
}

#[cfg(test)]
mod tests {
    use super::{super::cursor::Cursor, Contents};

    #[test]
    fn each_character_leads_to_what_it_was_unescaped_from() {
        let outer = r#" "a\"\\\u0022\ud83d\ude00é\u00e9\n/\/z""#;
        let mut cursor = Cursor::again(outer.into());
        cursor.next_token();
        let text = cursor.string().unwrap();
        assert_eq!(text, "a\"\\\"😀éé\n//z");
        let contents = Contents::new(outer.into(), 1, &text);
        let offsets = || text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let origins = contents.origins(offsets());
        let found: Vec<_> =
            offsets().map(|offset| &outer[origins.of(offset)..]).map(|rest| &rest[..rest.len().min(3)]).collect();
        let wanted = ["a\\\"", "\\\"\\", "\\\\\\", "\\u0", "\\ud", "é\\", "\\u0", "\\n/", "/\\/", "\\/z", "z\"", "\""];
        assert_eq!(found, wanted);
    }
}
