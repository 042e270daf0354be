//! `url`: an absolute URI (RFC 3986) or IRI (RFC 3987).

use connect_runtime::{ConnectModel, from_str};
use connect_tests::{problems, refuse};

#[derive(Debug, ConnectModel)]
struct Page<'a> {
    #[connect(url)]
    url: &'a str,
    #[connect(url(message = "is not a link"))]
    link: Option<String>,
}

fn is_accepted(url: &str) -> bool {
    from_str::<Page<'_>>(&format!("{{\"url\":\"{url}\"}}")).is_ok()
}

#[test]
fn an_absolute_url_is_accepted_unchanged() {
    for url in [
        "http://example.com",
        "https://user:pass@example.com:8443/a/b?q=1&r=%20#top",
        "HTTPS://EXAMPLE.COM",
        "http://[2001:db8::1]/",
        "https://bücher.example/straße",
        "mailto:joe@example.com",
        "urn:isbn:0451450523",
        "file:///etc/hosts",
        "tel:+1-816-555-1212",
        "ws://localhost:80",
    ] {
        assert!(is_accepted(url), "{url}");
    }
}

#[test]
fn what_a_browser_would_repair_is_refused() {
    for url in [
        "",
        "example.com",
        "/path",
        "//example.com",
        "http:example.com",
        "http://",
        "http:///path",
        "https://example.com:99999",
        "https://exa mple.com",
        " https://example.com",
        "https://example.com/a b",
        "https://example.com/%zz",
        "http://example.com/<script>",
    ] {
        assert!(!is_accepted(url), "{url:?}");
    }
}

#[test]
fn a_problem_is_reported_at_the_value() {
    assert_eq!(
        problems(&refuse::<Page<'_>>(r#"{"url":"x","link":"y"}"#)),
        ["1:8: url: must be a URL [url]", "1:19: link: is not a link [url]"]
    );
}
