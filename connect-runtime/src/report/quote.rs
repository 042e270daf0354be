//! Quotes values and names in messages: on one line, and shortened.

/// The number of Unicode scalar values that a message quotes at most.
pub(crate) const SHOWN: usize = 64;

/// The start of `text`, with characters escaped that would break the line or change its direction.
#[cold]
pub(crate) fn shorten(text: &str) -> String {
    let mut short = String::new();
    for (count, character) in text.chars().enumerate() {
        if count == SHOWN {
            short.push_str("..");
            break;
        }
        if is_unsafe_to_show(character) {
            short.extend(character.escape_default());
        } else {
            short.push(character);
        }
    }
    short
}

/// Whether it is a control character, a line separator or a mark that changes the writing direction.
fn is_unsafe_to_show(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The number of names that a message lists at most.
const LISTED: usize = 20;

/// The names for a message: `a`, `b` or `c`.
pub(crate) fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().take(LISTED).map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        None => "nothing".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, first)) if names.len() <= LISTED => format!("one of {} or {last}", first.join(", ")),
        Some(_) => format!("one of {} and {} more", quoted.join(", "), names.len() - LISTED),
    }
}
