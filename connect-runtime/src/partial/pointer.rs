//! Finds values by their JSON Pointers.

use crate::json::{JsonText, find, pointer};

/// Whether the value at `pointer` is the one at `outer`, or inside it.
pub(super) fn is_within(pointer: &str, outer: &str) -> bool {
    pointer.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The offset of the value at the JSON Pointer `path` in JSON text.
pub(super) fn find_value(text: &str, path: &str) -> Option<usize> {
    let mut at = text.find(|c: char| !c.is_ascii_whitespace() && c != '\u{feff}')?;
    let text = JsonText::from(text);
    let mut steps = path.split('/');
    if steps.next() != Some("") {
        return None;
    }
    for step in steps {
        let key = pointer::unescape(step);
        at = if find::is_array(text, at) {
            find::find_index(text, at, pointer::index(step)?)?
        } else {
            find::find_key(text, at, |found| found == key)?.value
        };
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::{find_value, is_within};

    #[test]
    fn a_value_is_found_by_its_pointer() {
        let text = r#" {"a/b": [1, {"~": 2}], "": 3}"#;
        let found = |pointer| find_value(text, pointer).and_then(|at| text.get(at..at + 1));
        assert_eq!(found(""), Some("{"));
        assert_eq!(found("/a~1b/0"), Some("1"));
        assert_eq!(found("/a~1b/1/~0"), Some("2"));
        assert_eq!(found("/"), Some("3"));
        for absent in ["a", "/a~1b/2", "/a~1b/00", "/a~1b/x", "/b", "/a~1b/0/0"] {
            assert_eq!(found(absent), None, "{absent}");
        }
    }

    #[test]
    fn a_value_is_within_itself_and_what_is_around_it() {
        assert!(is_within("/a/b", "") && is_within("/a/b", "/a") && is_within("/a/b", "/a/b"));
        assert!(!is_within("/ab", "/a") && !is_within("/a", "/a/b"));
    }
}
