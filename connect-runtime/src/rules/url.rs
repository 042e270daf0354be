//! `url`: an absolute URI (RFC 3986) or IRI (RFC 3987), with a host if its scheme requires one.

use super::violation::record_violation;
use crate::report::{Code, Problems};

feature_rule! {
    /// A string that can be a URL.
    pub trait UrlText {
        feature: "url",
        does_not_fit: "the rule `url` does not fit `{Self}`",
        fits: "`url` checks strings: `String`, `&str`, `Cow<str>` ..; for items use `each(url)`",
        is_off: "the rule `url` needs the feature `url` of connect-runtime",
        turn_on: "add `features = [\"url\"]` to connect-runtime in Cargo.toml",
    }
}

/// Checks that a string is a URL.
pub fn url<T: UrlText + ?Sized>(value: &T, message: Option<&'static str>, problems: &mut Problems) {
    if value.as_text().is_some_and(|text| !is_url(text)) {
        record_violation(problems, Code::Url, message, |_| "must be a URL".to_owned());
    }
}

#[cfg(feature = "url")]
fn is_url(text: &str) -> bool {
    let Ok(url) = fluent_uri::Iri::parse(text) else { return false };
    let scheme = url.scheme().as_str();
    let needs_host = ["http", "https", "ws", "wss", "ftp"].iter().any(|name| name.eq_ignore_ascii_case(scheme));
    let Some(authority) = url.authority() else { return !needs_host };
    authority.port_to_u16().is_ok() && !(needs_host && authority.host().is_empty())
}

/// Never called: without the feature no type has the rule.
#[cfg(not(feature = "url"))]
fn is_url(_text: &str) -> bool {
    false
}

#[cfg(all(test, feature = "url"))]
mod tests {
    use super::is_url;

    #[test]
    fn urls_are_absolute_and_have_the_host_that_their_scheme_needs() {
        let valid = [
            "http://foo.bar/?baz=qux#quux",
            "HTTPS://joe:secret@localhost:8080",
            "ldap://[2001:db8::7]/c=GB?objectClass?one",
            "mailto:John.Doe@example.com",
            "urn:oasis:names:specification:docbook:dtd:xml:4.1.2",
            "file:///etc/hosts",
            "https://bücher.example/straße",
        ];
        assert_eq!(valid.map(is_url), [true; 7]);
        let invalid = [
            "//foo.bar/?baz=qux#quux",
            "/abc",
            "example.com",
            "",
            "\\\\WINDOWS\\fileshare",
            "http:// shouldfail.com",
            "https://example.org/a b",
            " https://example.org",
            "https://[@example.org/test.txt",
            "https://example.org/foobar<>.txt",
            "https://",
            "http:example.org",
            "https://example.org:99999",
            "http://:80",
        ];
        assert_eq!(invalid.map(is_url), [false; 14]);
    }
}
