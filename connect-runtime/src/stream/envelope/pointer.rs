//! JSON Pointers (RFC 6901).

use crate::json::pointer;

/// The unescaped steps of the pointer `text`, or why it is none.
pub(super) fn parse(text: &str) -> Result<Vec<String>, String> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let Some(steps) = text.strip_prefix('/') else {
        return Err(format!("`{text}` is not a JSON Pointer: write `/{text}`, or nothing for the document itself"));
    };
    steps.split('/').map(|step| unescape(step).ok_or_else(|| malformed(text))).collect()
}

fn unescape(step: &str) -> Option<String> {
    let is_escaped = |rest: &str| rest.starts_with(['0', '1']);
    step.split('~').skip(1).all(is_escaped).then(|| pointer::unescape(step))
}

fn malformed(text: &str) -> String {
    format!("`{text}` is not a JSON Pointer: write `~0` for `~` in a key, and `~1` for `/`")
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn steps_are_unescaped_and_faults_named() {
        // The examples of RFC 6901, section 5.
        let steps = ["", "/foo", "/foo/0", "/", "/a~1b", "/c%d", "/m~0n", "/~01"].map(parse);
        let wanted: [&[&str]; 8] = [&[], &["foo"], &["foo", "0"], &[""], &["a/b"], &["c%d"], &["m~n"], &["~1"]];
        assert_eq!(steps.map(Result::unwrap), wanted);
        for text in ["items", "#/items", "/a~", "/a~2b", "/~/x", " /a"] {
            assert!(parse(text).unwrap_err().starts_with(&format!("`{text}` is not a JSON Pointer: ")), "{text}");
        }
    }
}
