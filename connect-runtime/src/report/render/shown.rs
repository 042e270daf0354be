//! The input as it is shown.

use std::{borrow::Cow, ops::Range};

use crate::one_line::{is_escaped, one_line};

/// The input with its hidden characters shown, but for ends of lines and tabs, which the renderer draws.
pub(super) struct Shown<'t> {
    pub(super) text: Cow<'t, str>,
    /// The offsets in the input after each character that is shown in more bytes than it has, and how many more bytes
    /// `text` has up to there.
    grown: Vec<(usize, usize)>,
}

impl<'t> Shown<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        // Nothing is copied of an input without hidden characters.
        let (mut shown, mut copied, mut grown) = (String::new(), 0, Vec::new());
        for (at, hidden) in text.match_indices(is_escaped) {
            let end = at + hidden.len();
            if !is_layout(hidden, text.get(end..).unwrap_or_default()) {
                shown.push_str(text.get(copied..at).unwrap_or_default());
                shown.push_str(&one_line(hidden));
                copied = end;
                grown.push((end, shown.len().saturating_sub(end)));
            }
        }
        if copied == 0 {
            return Self { text: Cow::Borrowed(text), grown };
        }
        shown.push_str(text.get(copied..).unwrap_or_default());
        Self { text: Cow::Owned(shown), grown }
    }

    /// Converts a range of the input to one of `text`.
    pub(super) fn place(&self, range: Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let before = self.grown.partition_point(|&(end, _)| end <= at);
            let grown = before.checked_sub(1).and_then(|last| self.grown.get(last)).map_or(0, |&(_, grown)| grown);
            at.saturating_add(grown)
        };
        place(range.start)..place(range.end)
    }
}

/// Whether the renderer draws `hidden`, which `rest` follows, as white space.
fn is_layout(hidden: &str, rest: &str) -> bool {
    matches!(hidden, "\n" | "\t") || hidden == "\r" && rest.starts_with('\n')
}

#[cfg(test)]
mod tests {
    use super::Shown;

    #[test]
    fn every_offset_of_the_input_leads_to_the_same_place_in_what_is_shown() {
        let text = "\u{feff}a\u{1}\u{202e}\tb\r\nc\r\u{e0041}d";
        let shown = Shown::new(text);
        assert_eq!(shown.text, "\\u{feff}a\\u{1}\\u{202e}\tb\r\nc\\u{d}\\u{e0041}d");
        for letter in ["a", "b", "c", "d"] {
            let at = text.find(letter).unwrap();
            assert_eq!(shown.text.get(shown.place(at..at + 1)), Some(letter));
        }
    }
}
