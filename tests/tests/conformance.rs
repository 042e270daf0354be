//! Texts that RFC 8259 makes JSON and texts that it does not, read as a value and skipped as an unknown field.

use connect_runtime::{ConnectModel, from_slice, from_str};
use serde_json::Value;

/// Texts that are JSON.
const YES: &[&str] = &[
    // White space.
    "1", " 1", "1 ", "\t\r\n 1\t\r\n ", "[ ]", "{ }", "[\n]", "{\t}", "[ 1 , 2 ]", "{ \"a\" : 1 , \"b\" : 2 }", "[\r\n1\r\n]", "[1\n,2]", "{\"a\"\n:\n1}",
    // Literals.
    "null", "true", "false", "[null]", "[true,false]", "{\"null\":null}",
    // Numbers.
    "0", "-0", "0.0", "-0.0", "0e0", "0E0", "0e+0", "0e-0", "0.0e0", "-0e-0", "1", "-1", "9", "10", "100", "123456789", "1.5", "-1.5", "1.0", "0.1", "0.001",
    "1e1", "1E1", "1e+1", "1e-1", "1E+1", "1E-1", "1e01", "1e00", "1e-01", "1.5e10", "1.5E-10", "-1.5e+10", "1e308", "1e-308", "1e-400", "123.456e78",
    "1000000000000000000000000000000", "-9223372036854775808", "9223372036854775807", "18446744073709551615", "18446744073709551616", "0.1234567890123456789012345",
    "4.9e-324", "1.7976931348623157e308", "9007199254740993", "[0,-0,0.0,1e5]", "[-1]", "[1.5e3]",
    // Strings.
    "\"\"", "\" \"", "\"a\"", "\"abc def\"", "\"\u{7f}\"", "\"\u{80}\"", "\"\u{e9}\"", "\"\u{20ac}\"", "\"\u{1f600}\"", "\"\u{ffff}\"", "\"\u{fffe}\"", "\"\u{10ffff}\"",
    "\"\u{feff}\"", "\"\u{2028}\u{2029}\"", "\"\u{200b}\"", "\"\u{0300}\"", r#""\"""#, r#""\\""#, r#""\/""#, r#""\b""#, r#""\f""#, r#""\n""#, r#""\r""#, r#""\t""#, r#""/""#, r#""'""#,
    r#""\u0000""#, r#""\u001f""#, r#""\u0022""#, r#""\u005C""#, r#""\u007f""#, r#""\u00e9""#, r#""\u00E9""#, r#""\uABCD""#, r#""\uabcd""#, r#""\uFFFF""#, r#""\ud7ff""#, r#""\ue000""#,
    r#""\ud800\udc00""#, r#""\uD83D\uDE00""#, r#""\udbff\udfff""#, r#""\ud83d\ude00\ud83d\ude01""#, r#""a\u0062c""#, r#""\\u0061""#, r#""\\\\""#, r#""\\\"""#, r#""// no comment""#,
    r#""/* no comment */""#, r#""[1,2]""#, r#""{\"a\":1}""#, r#""\u0061\u0062\u0063\u0064\u0065\u0066\u0067\u0068\u0069""#, "\"0123456789abcdef\"", "\"0123456789abcde\"",
    "\"0123456789abcdef0\"", r#""0123456789abcd\n""#, r#""0123456789abcde\n""#, r#""0123456789abcdef\n0123456789abcdef""#,
    // Arrays.
    "[]", "[[]]", "[[],[]]", "[1]", "[1,2,3]", "[null,1,\"2\",[],{}]", "[[[[[[]]]]]]", "[\"\"]", "[{}]", "[[1,2],[3,4]]", "[ [ ] , [ ] ]", "[1e5]", "[\"a\",5]",
    // Objects.
    "{}", "{\"a\":1}", "{\"\":0}", "{\"a\":{}}", "{\"a\":[]}", "{\"a\":1,\"b\":2}", "{\"a\":1,\"a\":2}", "{\"a\":{\"a\":{\"a\":null}}}", r#"{"\u0061":1}"#, r#"{"\"":1}"#,
    r#"{"a\\":1}"#, "{\"\u{e9}\":1}", "{\"a b\":1}", "{\"a.b\":1}", "{\"a/b\":1,\"~\":2}", "[{\"a\":1},{\"a\":2}]", "{\"a\":[{\"b\":[{}]}]}", "{\"a\":\"b\"}", "{\"1\":1}", "{\"a\":-1}",
];

/// Texts that are not.
const NO: &[&str] = &[
    // Nothing, or too much.
    "", " ", "\n", "1 1", "1,1", "null null", "[] []", "{}{}", "[1]]", "{}}", "[]\u{0}", "\"a\"\"b\"", "1 a", "{},", "[],", ",", ":", "\"a\":1", "1]", "1}",
    // White space that JSON does not have, comments.
    "\u{b}1", "\u{c}1", "\u{a0}1", "\u{feff}1", "\u{2028}1", "\u{3000}1", "[1\u{c}]", "\u{0}", "1\u{85}", "// a\n1", "1 // a", "/* a */1", "1/**/", "[1,/*a*/2]", "#a\n1", "[1]#",
    // Literals.
    "nul", "nulL", "Null", "NULL", "tru", "True", "TRUE", "fals", "False", "falsee", "truetrue", "nullnull", "undefined", "n", "t", "f", "[nul]", "[true false]", "nil", "none", "yes",
    // Numbers.
    "+1", "+0", "-", "--1", "- 1", "-a", ".5", "-.5", "1.", "-1.", "1.e1", "0.", ".", "1e", "1E", "1e+", "1e-", "1e+-1", "1ee1", "1e1.5", "1e1e1", "1.5.5", "01", "-01", "00", "007", "0x1", "0b1",
    "0o1", "1_0", "1,0", "1 0", "1a", "1f", "1n", "1L", "NaN", "-NaN", "nan", "Infinity", "-Infinity", "inf", "∞", "1/2", "1+1", "\u{661}", "\u{ff11}", "1\u{660}", "[1.]", "[-]", "[01]", "[+1]", "[.5]",
    "[1e]", "0e", "0e+", "0.e1", "-0.", "1e\u{661}", "$1", "1%", "0xFF",
    // Strings.
    "\"", "\"a", "a\"", "'a'", "\"a'", "`a`", "a", "\u{201c}a\u{201d}", "\"\u{0}\"", "\"\u{1}\"", "\"\u{1f}\"", "\"\n\"", "\"\t\"", "\"\r\"", "\"a\nb\"", "\"0123456789abcde\n\"", "\"0123456789abcdef\n\"",
    r#""\"#, r#""\""#, r#""\\\""#, r#""\a""#, r#""\0""#, r#""\x41""#, r#""\'""#, r#""\v""#, r#""\e""#, r#""\N""#, r#""\U0041""#, "\"\\\n\"", "\"\\\u{e9}\"", "\"\\\u{1f600}\"", r#""\ ""#, r#""\1""#,
    r#""\u""#, r#""\u1""#, r#""\u12""#, r#""\u123""#, r#""\u123g""#, r#""\u{41}""#, r#""\u 041""#, r#""\u+041""#, r#""\u-041""#, r#""\u00\u0041""#, "\"\\u00\u{e9}\"", "\"\\u\u{ff10}\u{ff10}\u{ff14}\u{ff11}\"",
    r#""\ud800""#, r#""\udbff""#, r#""\udc00""#, r#""\udfff""#, r#""\ud800a""#, r#""\ud800\""#, r#""\ud800\n""#, r#""\ud800\u""#, r#""\ud800\u0""#, r#""\ud800\u0041""#, r#""\ud800\ud800""#,
    r#""\udc00\ud800""#, r#""\ud800\\udc00""#, r#""\ud800 \udc00""#, r#""\ud83d\ude0""#, r#""a\ud800b""#, r#"["\ud800"]"#, r#"{"\udc00":1}"#,
    // Arrays.
    "[", "]", "[[", "[1", "[1,", "[,", "[,]", "[,1]", "[1,]", "[1,,2]", "[1,,]", "[,,]", "[1 2]", "[1;2]", "[1:2]", "[1}", "[}", "[[]", "[]]", "[1,[2]", "[\"a", "[\"a\"", "[\"a\":1]", "[*]", "[...]", "[a]", "(1)",
    "<1>", "[1,2,\n", "[\"\",]", "[1\n2]", "[null", "[{}", "[true,", "[[1,],2]",
    // Objects.
    "{", "}", "{{}}", "{]", "{\"a\"", "{\"a\"}", "{\"a\":", "{\"a\":}", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{,\"a\":1}", "{\"a\":1,,\"b\":2}", "{\"a\":1 \"b\":2}", "{\"a\":1;\"b\":2}", "{\"a\" 1}",
    "{\"a\",1}", "{\"a\"=1}", "{\"a\"=>1}", "{\"a\"::1}", "{\"a\":1:2}", "{:1}", "{1:1}", "{a:1}", "{'a':1}", "{null:1}", "{true:1}", "{[]:1}", "{{}:1}", "{\"a\":1]", "{\"a\":1}}", "{\"a\":a}", "{\"a", "{\"a\\\":1}",
    "{\"a\":\"a", "{\"a\":1,\"b\"}", "{\"a\":1,1}", "{\"a\":1,\"b\":}", "{\"a\":{}", "{\"a\":[}", "{\"a\":1,a}", "{\"a\":1 ", "{\"\u{1}\":1}", "{1}", "{\"a\"\u{c}:1}", "{\"a\": true,}", "{\"a\":/**/1}",
];

/// Has no fields, so that every key is skipped.
#[derive(Debug, ConnectModel)]
struct Nothing {}

/// Has one field behind which an unknown one is skipped.
#[derive(Debug, ConnectModel)]
struct Something {
    known: u8,
}

fn is_skipped(text: &str) -> bool {
    let alone = from_str::<Nothing>(&format!("{{\"x\":{text}}}")).is_ok();
    let amid = from_str::<Something>(&format!("{{\"known\":1,\"x\":{text},\"y\":0}}")).is_ok_and(|read| read.known == 1);
    assert_eq!(alone, amid, "{text:?}");
    alone
}

#[test]
fn the_table_is_large_and_has_no_text_twice() {
    let all: std::collections::HashSet<&str> = YES.iter().chain(NO).copied().collect();
    assert_eq!(all.len(), YES.len() + NO.len() - 1, "`1` is to stand twice, and nothing else");
    assert!(YES.len() >= 150 && NO.len() >= 250, "{} and {}", YES.len(), NO.len());
}

#[test]
fn what_is_json_is_read_as_serde_json_reads_it() {
    for text in YES {
        let wanted = serde_json::from_str::<Value>(text).unwrap();
        assert_eq!(from_str::<Value>(text).unwrap(), wanted, "{text:?}");
        assert_eq!(from_slice::<Value>(text.as_bytes()).unwrap(), wanted, "{text:?}");
    }
}

#[test]
fn what_is_json_is_skipped() {
    for text in YES {
        assert!(is_skipped(text), "{text:?}");
    }
    assert!(is_skipped("1e400"), "a number that nobody reads may be of any size");
}

#[test]
fn what_is_not_json_is_refused() {
    for text in NO {
        let report = from_str::<Value>(text).expect_err(text);
        assert_eq!(connect_tests::codes(&report), "! syntax", "{text:?}");
        assert!(serde_json::from_str::<Value>(text).is_err(), "serde_json accepts {text:?}");
    }
}

#[test]
fn what_is_not_json_is_not_skipped() {
    // As an unknown field's value, these end the object or begin another field.
    let closing = ["1 }", "{}}", "1}", "1,\"b\":2"];
    for text in NO.iter().filter(|text| !closing.contains(text)) {
        assert!(!is_skipped(text), "{text:?}");
    }
}

#[test]
fn a_text_of_not_utf_8_bytes_is_refused_wherever_they_stand() {
    let bad: [&[u8]; 12] = [
        b"\"\xff\"", b"\"\x80\"", b"\"\xc3\"", b"\"\xe2\x82\"", b"\"\xc0\x80\"", b"\"\xe0\x80\x80\"", b"\"\xed\xa0\x80\"", b"\"\xf8\x88\x80\x80\x80\"",
        b"\xff", b"[1,\xff]", b"{\"\xff\":1}", b"{\"x\":\"\xff\"}",
    ];
    for bytes in bad {
        assert!(from_slice::<Value>(bytes).is_err(), "{bytes:?}");
        assert!(from_slice::<Nothing>(bytes).is_err(), "{bytes:?}");
    }
}
