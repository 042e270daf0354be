//! Syntax errors: their message and position, and that nothing is reported after them.

use connect_runtime::{Code, from_slice, from_str};
use connect_tests::{accept, codes, on_small_stack, refuse};
use serde_json::{Value, value::RawValue};

/// Broken input, grouped by what is wrong with it.
const BROKEN: [(&str, &[&str]); 12] = [
    ("nothing at all", &["", " ", "\n\n\t", "\r\n "]),
    (
        "literals",
        &[
            "nul",
            "nulll",
            "tru",
            "truE",
            "True",
            "TRUE",
            "falsy",
            "f",
            "n",
            "NaN",
            "Infinity",
            "undefined",
            "nil",
            "none",
        ],
    ),
    (
        "numbers",
        &[
            "01",
            "-01",
            "00",
            "1.",
            "1.e5",
            ".5",
            "-",
            "-a",
            "--1",
            "+1",
            "1e",
            "1E",
            "1e+",
            "1e-",
            "1e5.5",
            "1.2.3",
            "0x10",
            "1_000",
            "1,5",
            "-Infinity",
            "1a",
            "-.5",
            "\u{661}",
            "1\u{a0}",
        ],
    ),
    (
        "escapes",
        &[
            r#""\x41""#,
            r#""\'""#,
            r#""\a""#,
            r#""\ ""#,
            r#""\U0041""#,
            r#""\u""#,
            r#""\u12""#,
            r#""\u12G4""#,
            r#""\u{41}""#,
            r#""\u-123""#,
            "\"\\\u{e9}\"",
            "\"\\u00\u{e9}9\"",
            "\"\\\n\"",
        ],
    ),
    (
        "surrogates",
        &[
            r#""\ud800""#,
            r#""\udc00""#,
            r#""\ud800x""#,
            r#""\ud800\n""#,
            r#""\ud800\ud800""#,
            r#""\ud800\u0041""#,
            r#""\udc00\ud800""#,
            r#""ok \uDBFF""#,
            r#""\ud83d\ude0""#,
            r#"{"\ud800":1}"#,
        ],
    ),
    (
        "control characters",
        &["\"a\nb\"", "\"a\tb\"", "\"\u{0}\"", "\"\u{1f}\"", "\"a\rb\"", "{\"a\nb\":1}", "\u{0}", "[\u{c}1]", "\u{b}1"],
    ),
    ("unterminated strings", &["\"", "\"abc", "\"abc\\", "\"abc\\\"", "\"\\u", "\"\\u00", "{\"a", "[\"a"]),
    (
        "arrays",
        &[
            "[",
            "[1",
            "[1,",
            "[1,]",
            "[,]",
            "[,1]",
            "[1,,2]",
            "[1 2]",
            "[1;2]",
            "[1}",
            "]",
            "[[1]",
            "[1]]",
            "[\"a\":1]",
            "[1, // one\n2]",
            "[...]",
        ],
    ),
    (
        "objects",
        &[
            "{",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1",
            "{\"a\":1,",
            "{\"a\":1,}",
            "{,}",
            "{\"a\" 1}",
            "{\"a\"=1}",
            "{\"a\"::1}",
            "{\"a\":}",
            "{\"a\":1 \"b\":2}",
            "{\"a\":1,,\"b\":2}",
            "{a:1}",
            "{'a':1}",
            "{1:1}",
            "{null:1}",
            "{\"a\":1]",
            "}",
            "{\"a\",\"b\"}",
            "{[]:1}",
            "{\"a\":1};",
        ],
    ),
    (
        "trailing data",
        &["1 2", "1 1", "{}{}", "[] []", "null,", "\"a\"\"b\"", "{} x", "1\u{0}", "[1]\n[2]", "true false", "1 // one"],
    ),
    ("byte order marks", &["\u{feff}", "\u{feff}\u{feff}1", " \u{feff}1", "1\u{feff}", "[\u{feff}1]"]),
    (
        "other notations",
        &[
            "'a'",
            "`a`",
            "\u{201c}a\u{201d}",
            "a",
            "#1",
            "// a\n1",
            "/* a */ 1",
            "<a/>",
            "a: 1",
            "(1)",
            "\u{1f600}",
            "\u{2028}1",
            "\\u0031",
        ],
    ),
];

/// One line per input: the input and the problem found in it.
fn describe(texts: &[&str], refuse: impl Fn(&str) -> String) -> String {
    let lines: Vec<String> = texts.iter().map(|text| format!("{text:?} -> {}", refuse(text))).collect();
    lines.join("\n")
}

#[test]
fn every_broken_input_has_one_syntax_problem_with_message_and_position() {
    for (name, texts) in BROKEN {
        let found = describe(texts, |text| {
            let report = refuse::<Value>(text);
            assert_eq!(codes(&report), "! syntax", "{text:?}");
            report.to_string()
        });
        insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(name.replace(' ', "_"), found) });
    }
}

#[test]
fn skipping_finds_the_same_problems_as_reading() {
    for text in BROKEN.iter().flat_map(|(_, texts)| *texts) {
        let report = refuse::<Value>(text);
        if report.to_string().contains("half of a surrogate pair") {
            assert!(from_str::<Box<RawValue>>(text).is_ok(), "{text:?}");
        } else {
            assert_eq!(report, refuse::<Box<RawValue>>(text), "{text:?}");
        }
    }
}

#[test]
fn every_type_refuses_broken_input_with_the_same_message() {
    for text in ["\"a\\x\"", "\"abc", "\"\u{1}\"", "\"a\" x"] {
        let report = refuse::<Value>(text);
        assert_eq!(refuse::<String>(text), report, "{text:?}");
        assert_eq!(refuse::<&str>(text), report, "{text:?}");
        assert_eq!(refuse::<Option<Box<str>>>(text), report, "{text:?}");
    }
    for text in ["01", "1.", "-", "1e+", "1 2"] {
        let report = refuse::<Value>(text);
        assert_eq!(refuse::<f64>(text), report, "{text:?}");
        assert_eq!(refuse::<u8>(text), report, "{text:?}");
        assert_eq!(refuse::<String>(text), report, "{text:?}");
    }
    for text in ["[1", "[1,]", "[1 2]", "[,"] {
        let report = refuse::<Value>(text);
        assert_eq!(refuse::<Vec<u8>>(text), report, "{text:?}");
        assert_eq!(refuse::<std::collections::HashSet<u8>>(text), report, "{text:?}");
    }
    for text in ["tru", "falsx", "true x"] {
        assert_eq!(refuse::<bool>(text), refuse::<Value>(text), "{text:?}");
    }
    for text in ["nul", "null x"] {
        assert_eq!(refuse::<Option<u8>>(text), refuse::<Value>(text), "{text:?}");
        assert_eq!(refuse::<()>(text), refuse::<Value>(text), "{text:?}");
    }
}

#[test]
fn a_broken_value_of_the_wrong_type_is_a_syntax_problem() {
    for text in ["{\"a\" 1}", "[1,]", "nul", "tru"] {
        assert_eq!(refuse::<u8>(text), refuse::<Value>(text), "{text:?}");
        assert_eq!(refuse::<String>(text), refuse::<Value>(text), "{text:?}");
    }
}

#[test]
fn problems_before_a_syntax_problem_are_kept_and_none_are_added_after_it() {
    let report = refuse::<Vec<u8>>("[true, 300,\n null, nul]");
    assert_eq!(codes(&report), "! wrong_type ! number_out_of_range ! wrong_type ! syntax");
    assert_eq!((report.issues()[3].line(), report.issues()[3].column()), (Some(2), Some(11)));
    assert_eq!(codes(&refuse::<(u8, u8)>("[true")), "! wrong_type ! syntax");
    assert_eq!(codes(&refuse::<u8>("true x")), "! wrong_type ! syntax");
    assert_eq!(codes(&refuse::<[u8; 3]>("[true] x")), "! wrong_length ! wrong_type ! syntax");
}

#[test]
fn a_syntax_problem_has_the_path_of_the_value_it_is_in() {
    let path = |text| refuse::<Value>(text).issues()[0].path().to_string();
    assert_eq!(path("{\"a\":[1,{\"b\":tru}]}"), "a[1].b");
    assert_eq!(path("{\"a\":[1,{\"b\":\"x\\q\"}]}"), "a[1].b");
    assert_eq!(path("{\"a\":[1,2"), "a[1]");
    assert_eq!(path("[[], [1,,2]]"), "[1][1]");
    assert_eq!(path("{\"a\" 1}"), "a");
    assert_eq!(path("{} x"), "$");
}

#[test]
fn only_the_white_space_of_rfc_8259_is_accepted() {
    assert_eq!(accept::<Vec<u8>>(" \t\r\n[ \t\r\n1 \t\r\n, \t\r\n2 \t\r\n] \t\r\n"), [1, 2]);
    for blank in ['\u{b}', '\u{c}', '\u{85}', '\u{a0}', '\u{2003}', '\u{2028}', '\u{3000}', '\u{feff}', '\u{0}'] {
        let text = format!("[1,{blank}2]");
        assert_eq!(refuse::<Vec<u8>>(&text).to_string(), refuse::<Box<RawValue>>(&text).to_string(), "{text:?}");
        assert_eq!(
            (codes(&refuse::<Value>(&text)), refuse::<Value>(&text).issues()[0].column()),
            ("! syntax".to_owned(), Some(4))
        );
    }
}

/// Line, column and byte span of the one problem of `bytes`.
fn place(bytes: &[u8]) -> (Option<usize>, Option<usize>, usize) {
    let report = from_slice::<Value>(bytes).unwrap_err();
    assert_eq!(report.issues().len(), 1, "{report}");
    assert_eq!(report.issues()[0].code(), &Code::Syntax);
    (report.issues()[0].line(), report.issues()[0].column(), report.issues()[0].span().unwrap().start)
}

#[test]
fn bytes_that_are_not_utf_8_are_a_syntax_problem_at_the_first_bad_byte() {
    assert_eq!(place(b"\xff"), (Some(1), Some(1), 0));
    assert_eq!(place(b"\"\x80\""), (Some(1), Some(2), 1));
    assert_eq!(place(b"{\"a\":\n\"caf\xe9\"}"), (Some(2), Some(5), 10));
    assert_eq!(
        place("[\"\u{e9}\u{1f600}?\"]".replace('?', "\u{1}").replace('\u{1}', "x").as_bytes().split_last().unwrap().1),
        (Some(1), Some(7), 10)
    );
    assert_eq!(place(b"\"\xc3\xa9\xc3(\""), (Some(1), Some(3), 3));
    // Overlong, surrogate, beyond U+10FFFF, truncated.
    assert_eq!(place(b"\"\xc0\xaf\""), (Some(1), Some(2), 1));
    assert_eq!(place(b"\"\xed\xa0\x80\""), (Some(1), Some(2), 1));
    assert_eq!(place(b"\"\xf4\x90\x80\x80\""), (Some(1), Some(2), 1));
    assert_eq!(place(b"\"\xf0\x9f\x98"), (Some(1), Some(2), 1));
    // UTF-16 in either byte order.
    assert_eq!(place(b"\xff\xfe{\0}\0"), (Some(1), Some(1), 0));
    assert_eq!(place(b"\xfe\xff\0{\0}"), (Some(1), Some(1), 0));
    let report = from_slice::<Value>(b"[1,\n2, \"a\xff\"]").unwrap_err();
    assert_eq!(report.to_string(), "2:6: [2]: byte 0xff is not UTF-8 [syntax]");
}

#[test]
fn a_byte_order_mark_at_the_start_is_passed_over() {
    assert!(from_slice::<Value>(b"\xef\xbb\xbf{}").is_ok() && from_str::<Value>("\u{feff}{}").is_ok());
    // It is no character of the line.
    assert_eq!(place(b"\xef\xbb\xbf{x"), (Some(1), Some(2), 4));
}

/// `levels` nested arrays or objects.
fn nest(levels: usize, objects: bool) -> String {
    let (open, inner, close) = if objects { ("{\"a\":", "1", "}") } else { ("[", "", "]") };
    format!("{}{inner}{}", open.repeat(levels), close.repeat(levels))
}

#[test]
fn nesting_of_128_is_accepted_and_129_is_refused() {
    on_small_stack(|| {
        for objects in [false, true] {
            let (deepest, deeper) = (nest(128, objects), nest(129, objects));
            assert_eq!(Some(accept::<Value>(&deepest)), accept::<Option<Value>>(&deepest));
            assert_eq!(accept::<Box<RawValue>>(&deepest).get(), deepest);
            assert_eq!(codes(&refuse::<u8>(&deepest)), "! wrong_type");
            for report in [
                refuse::<Value>(&deeper),
                refuse::<Box<RawValue>>(&deeper),
                refuse::<u8>(&deeper),
                refuse::<(u8,)>(&deeper),
            ] {
                assert_eq!(codes(&report), "! depth_limit");
                let at = if objects { 128 * 5 } else { 128 };
                assert_eq!(report.issues()[0].span().unwrap().start, at);
            }
        }
    });
}

#[test]
fn nesting_counts_levels_not_brackets() {
    let wide = format!("[{}]", vec!["[[]]"; 500].join(","));
    assert_eq!(accept::<Value>(&wide).as_array().map(Vec::len), Some(500));
    let refused = connect_runtime::Decoder::new().max_depth(2).from_str::<Value>(&wide).unwrap_err();
    assert_eq!(codes(&refused), "! depth_limit");
    assert!(connect_runtime::Decoder::new().max_depth(3).from_str::<Value>(&wide).is_ok());
    assert!(connect_runtime::Decoder::new().max_depth(0).from_str::<Value>("1").is_ok());
    assert!(connect_runtime::Decoder::new().max_depth(0).from_str::<Value>("[]").is_err());
}
