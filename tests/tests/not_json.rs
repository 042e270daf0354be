//! Bodies that are no JSON: the message names what came instead, wherever it is read.

use connect_runtime::{Code, Decoder, from_reader, from_slice, from_str, stream, stream_slice};
use serde_json::Value;

/// The reason in the report of `text`, and its message.
fn reason(bytes: &[u8]) -> (String, String) {
    let report = from_slice::<Value>(bytes).unwrap_err();
    let read = from_reader::<Value>(bytes).unwrap_err();
    assert_eq!(report, read);
    if let Ok(text) = std::str::from_utf8(bytes) {
        assert_eq!(from_str::<Value>(text).unwrap_err(), report);
        let typed = from_str::<Vec<u8>>(text).unwrap_err();
        assert_eq!(typed.issues().last().map(connect_runtime::Issue::code), Some(&Code::Syntax), "{typed}");
    }
    let issue = &report.issues()[0];
    assert_eq!(issue.code(), &Code::Syntax);
    let reason = issue.params().get("reason").map(ToString::to_string).unwrap_or_default();
    (reason, issue.message().to_owned())
}

#[test]
fn what_came_instead_is_named() {
    let cases: &[(&[u8], &str)] = &[
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"\n<html lang=en>", "html"),
        (b"<?xml version=\"1.0\"?>", "xml"),
        (b"<rss>", "xml"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\xff\xfe{\x00}\x00", "utf16"),
        (b"{\x00}\x00", "utf16"),
        (b"\x00{\x00}", "utf16"),
        (b")]}'\n[1]", "prefix"),
        (b"for(;;);[1]", "prefix"),
        (b"while(1);[1]", "prefix"),
        (b"callback([1]);", "jsonp"),
        (b"/**/test.me([1])", "jsonp"),
        (b"f([1])", "jsonp"),
        (b"[NaN]", "non_finite"),
        (b"[1, -Infinity]", "non_finite"),
        (b"[nan]", "non_finite"),
        (b"['a']", "single_quote"),
        (b"[1, // one\n 2]", "comment"),
        (b"/* one */ [1]", "comment"),
        (b"[1] // one", "comment"),
        (b"[1, 2,]", "trailing_comma"),
        (b"[undefined]", "undefined"),
        (b"[None]", "python"),
        (b"[True]", "python"),
        (b"[1 2]", ""),
        (b"[\"a // b", ""),
        (b"[tru]", ""),
        (b"\xc3(", "not_utf8"),
    ];
    for (bytes, wanted) in cases {
        let (reason, message) = reason(bytes);
        assert_eq!(reason, *wanted, "{}: {message}", bytes.escape_ascii());
        assert!(!message.ends_with('.') && !message.contains('\n'), "{message}");
    }
    assert_eq!(reason(br#"{"a": 1,}"#).0, "trailing_comma");
    assert_eq!(reason(b"{'a': 1}").0, "single_quote");
    assert_eq!(reason(b"{\"a\": None}").1, "`None` is Python, not JSON; write `null`");
    assert_eq!(reason(b"{} <p>").0, "");
}

#[test]
fn streams_name_it_too() {
    let first = |bytes: &'static [u8]| {
        let slice = stream_slice::<Value>(bytes).next().unwrap().unwrap_err().to_string();
        assert_eq!(stream::<Value>(bytes).next().unwrap().unwrap_err().to_string(), slice);
        slice
    };
    assert!(first(b"<!doctype html>\n<p>").contains("HTML"));
    assert!(first(b"\x1f\x8b\x08\x00").contains("gzip"));
    assert!(first(b"{\"a\": undefined}\n").contains("JavaScript"));
}

#[test]
fn the_position_stays_that_of_the_fault() {
    let report = Decoder::new().from_str::<Vec<f64>>("[1,\n NaN]").unwrap_err();
    let wanted = "2:2: [1]: expected a value, found `NaN`, which is not JSON; `Decoder::non_finite(true)` reads it as a float [syntax]";
    assert_eq!(report.to_string(), wanted);
}
