//! JSON Pointers (RFC 6901).

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
    // `~01` is an escaped `~1`, so this order matters.
    step.split('~').skip(1).all(is_escaped).then(|| step.replace("~1", "/").replace("~0", "~"))
}

fn malformed(text: &str) -> String {
    format!("`{text}` is not a JSON Pointer: write `~0` for `~` in a key, and `~1` for `/`")
}

/// The index that `step` is in an array: digits without a leading zero.
pub(super) fn index(step: &str) -> Option<usize> {
    let is_index = step == "0" || (!step.starts_with('0') && step.bytes().all(|byte| byte.is_ascii_digit()));
    step.parse().ok().filter(|_| is_index)
}

#[cfg(test)]
mod tests {
    use super::{index, parse};

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

    #[test]
    fn an_index_is_digits_without_a_leading_zero() {
        assert_eq!(["0", "7", "10"].map(index), [Some(0), Some(7), Some(10)]);
        for step in ["", "00", "01", "-", "-1", "+1", "1.0", "99999999999999999999999"] {
            assert_eq!(index(step), None, "{step}");
        }
    }
}
