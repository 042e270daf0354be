//! Shows text that is not this crate's own: keys, values, and the errors of other code.

use std::borrow::Cow;

/// `text` on one line, with all its characters visible and in their order: a line feed is shown as `\u{a}`.
///
/// Backslashes stay as they are, so text that was shown before does not change.
pub(crate) fn one_line<'t>(text: impl Into<Cow<'t, str>>) -> Cow<'t, str> {
    let text = text.into();
    if !text.contains(is_escaped) {
        return text;
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_escaped(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// Whether a character is shown by its code point: it ends the line, controls the terminal, changes the direction of
/// writing, or is invisible.
///
/// These are the general categories Cc, Cf, Zl and Zp of Unicode 16, and U+2065, which is reserved among them.
pub(crate) fn is_escaped(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{600}'..='\u{605}'
            | '\u{61c}'
            | '\u{6dd}'
            | '\u{70f}'
            | '\u{890}'..='\u{891}'
            | '\u{8e2}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{110bd}'
            | '\u{110cd}'
            | '\u{13430}'..='\u{1343f}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0001}'
            | '\u{e0020}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::one_line;

    #[test]
    fn clean_text_is_passed_on_without_a_copy() {
        for text in ["", "a b", "\u{e9}\u{1f600}\u{fe0f}\u{65e5}", r"\u{a}", "\"\\"] {
            assert!(matches!(one_line(text), Cow::Borrowed(shown) if shown == text), "{text:?}");
        }
        let owned = "x".to_owned();
        let address = owned.as_ptr();
        assert_eq!(one_line(owned).as_ptr(), address);
    }

    #[test]
    fn escaped_text_is_not_escaped_again() {
        let once = one_line("a\n\u{202e}\\\u{7f}\u{e0041}");
        assert_eq!(once, r"a\u{a}\u{202e}\\u{7f}\u{e0041}");
        assert_eq!(one_line(&*once), once);
    }
}
