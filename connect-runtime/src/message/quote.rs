//! Quotes values and names in messages, shortened.

/// The number of Unicode scalar values that a message quotes at most.
pub(crate) const SHOWN: usize = 64;

/// The start of `text`.
#[cold]
pub(crate) fn shorten(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{}..", text.get(..cut).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The number of keys that a message lists at most.
const KEYS: usize = 5;

/// The keys for a message: `a`, `b` and `c`.
pub(crate) fn all(keys: &[String]) -> String {
    let quoted: Vec<String> = keys.iter().take(KEYS).map(|key| format!("`{}`", shorten(key))).collect();
    match quoted.split_last() {
        Some((last, first @ [_, ..])) if keys.len() <= KEYS => format!("{} and {last}", first.join(", ")),
        Some(_) if keys.len() > KEYS => format!("{} and {} more", quoted.join(", "), keys.len() - KEYS),
        _ => quoted.concat(),
    }
}

/// The number of names that a message lists at most.
const LISTED: usize = 20;

/// The names for a message: `a`, `b` or `c`.
pub(crate) fn list(names: &[impl AsRef<str>]) -> String {
    let quoted: Vec<String> = names.iter().take(LISTED).map(|name| format!("`{}`", name.as_ref())).collect();
    match quoted.split_last() {
        None => "nothing".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, first)) if names.len() <= LISTED => format!("one of {} or {last}", first.join(", ")),
        Some(_) => format!("one of {} and {} more", quoted.join(", "), names.len() - LISTED),
    }
}
