//! The tokens of a JSON Pointer (RFC 6901).

/// The key that `token` is in an object.
pub(crate) fn unescape(token: &str) -> String {
    // `~01` is an escaped `~1`, so this order matters.
    token.replace("~1", "/").replace("~0", "~")
}

/// The index that `token` is in an array: digits without a leading zero.
pub(crate) fn index(token: &str) -> Option<usize> {
    let is_index = token == "0" || (!token.starts_with('0') && token.bytes().all(|byte| byte.is_ascii_digit()));
    token.parse().ok().filter(|_| is_index)
}

#[cfg(test)]
mod tests {
    use super::index;

    #[test]
    fn an_index_is_digits_without_a_leading_zero() {
        assert_eq!(["0", "7", "10"].map(index), [Some(0), Some(7), Some(10)]);
        for token in ["", "00", "01", "-", "-1", "+1", "1.0", "99999999999999999999999"] {
            assert_eq!(index(token), None, "{token}");
        }
    }
}
