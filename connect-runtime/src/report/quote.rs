//! How messages quote what was found: on one line, and no more of it than a reader needs.

/// How many Unicode scalar values of a text a message shows.
pub(crate) const SHOWN: usize = 64;

/// The start of `text`, with what would break a line or turn it around escaped.
#[cold]
pub(crate) fn shorten(text: &str) -> String {
    let mut short = String::new();
    for (count, letter) in text.chars().enumerate() {
        if count == SHOWN {
            short.push_str("..");
            break;
        }
        if is_unsafe_to_show(letter) {
            short.extend(letter.escape_default());
        } else {
            short.push(letter);
        }
    }
    short
}

/// Control characters, separators of lines, and the marks that change the direction of writing.
fn is_unsafe_to_show(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// How many names a message lists.
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
