//! Coercion: what each type accepts unchanged, what it accepts leniently and what it refuses, for each kind of JSON
//! value.

use std::{borrow::Cow, num::NonZero, rc::Rc, sync::Arc};

use connect_runtime::Decoder;
use connect_tests::{accept, check, check_refused, check_with, codes, refuse};
use serde_json::{Value, value::RawValue};

/// Every kind of value that is not a scalar.
const NO_SCALARS: [&str; 5] = ["null", "[]", "{}", "[1]", r#"{"a":1}"#];

#[test]
fn strings_accept_strings_unchanged_and_numbers_as_written() {
    let rows = [
        (r#""a""#, r#""a""#),
        (r#""""#, r#""""#),
        (r#"" a ""#, r#"" a ""#),
        (r#""5""#, r#""5""#),
        (r#""true""#, r#""true""#),
        (r#""null""#, r#""null""#),
        (r#""\u0041\n\"\\\/""#, r#""A\n\"\\/""#),
        (r#""\ud83d\ude00""#, "\"\u{1f600}\""),
        ("5", r#""5" ~ coerced at $: 5"#),
        ("-5", r#""-5" ~ coerced at $: -5"#),
        ("-0", r#""-0" ~ coerced at $: -0"#),
        ("5.0", r#""5.0" ~ coerced at $: 5.0"#),
        ("1.10", r#""1.10" ~ coerced at $: 1.10"#),
        ("3119.45", r#""3119.45" ~ coerced at $: 3119.45"#),
        ("5e2", r#""5e2" ~ coerced at $: 5e2"#),
        ("1E+2", r#""1E+2" ~ coerced at $: 1E+2"#),
        ("1e400", r#""1e400" ~ coerced at $: 1e400"#),
        ("9007199254740993", r#""9007199254740993" ~ coerced at $: 9007199254740993"#),
        (" 7 ", r#""7" ~ coerced at $: 7"#),
        (
            "1234567890123456789012345678901234567890",
            r#""1234567890123456789012345678901234567890" ~ coerced at $: 1234567890123456789012345678901234567890"#,
        ),
        ("true", "! wrong_type"),
        ("false", "! wrong_type"),
        ("null", "! wrong_type"),
        ("[]", "! wrong_type"),
        (r#"["a"]"#, "! wrong_type"),
        ("{}", "! wrong_type"),
    ];
    check::<String>(&rows);
    check::<Box<str>>(&rows);
    check::<Rc<str>>(&rows);
    check::<Arc<str>>(&rows);
    check::<Box<String>>(&rows);
    for (text, wanted) in rows {
        let found = match connect_runtime::from_str::<Cow<'_, str>>(text) {
            Ok(value) => format!("{value:?}"),
            Err(report) => codes(&report),
        };
        assert_eq!(found, wanted.split(" ~").next().unwrap_or_default(), "{text}");
    }
}

#[test]
fn borrowed_strings_accept_numbers_but_not_escapes() {
    assert_eq!(accept::<&str>(r#""plain""#), "plain");
    assert_eq!(accept::<&str>(r#""""#), "");
    assert_eq!(accept::<&str>("1.10"), "1.10");
    for text in ["true", "false", "null", "[]", "{}"] {
        assert_eq!(codes(&refuse::<&str>(text)), "! wrong_type", "{text}");
    }
    let report = refuse::<&str>(r#""a\nb""#);
    assert_eq!(codes(&report), "! invalid_value");
    assert!(report.issues()[0].message().contains("Cow"), "{report}");
}

#[test]
fn integers_accept_every_spelling_of_an_integral_number() {
    check::<u16>(&[
        ("0", "0"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("0e0", "0"),
        ("0.000e-99", "0"),
        ("0e999999999999999999999", "0"),
        ("5", "5"),
        ("5.0", "5"),
        ("5.000000000000000000000000000000000000000000000000", "5"),
        ("5e2", "500"),
        ("5E2", "500"),
        ("5e+2", "500"),
        ("5e-0", "5"),
        ("0.5e1", "5"),
        ("1.25e2", "125"),
        ("500e-2", "5"),
        ("0.00005e5", "5"),
        ("65535", "65535"),
        ("65535.0", "65535"),
        ("6.5535e4", "65535"),
        ("655350e-1", "65535"),
    ]);
}

#[test]
fn integers_accept_strings_that_are_integral_numbers() {
    check::<i32>(&[
        (r#""0""#, r#"0 ~ coerced at $: "0""#),
        (r#""-0""#, r#"0 ~ coerced at $: "-0""#),
        (r#""5""#, r#"5 ~ coerced at $: "5""#),
        (r#""-5""#, r#"-5 ~ coerced at $: "-5""#),
        (r#""5.0""#, r#"5 ~ coerced at $: "5.0""#),
        (r#""5e2""#, r#"500 ~ coerced at $: "5e2""#),
        (r#""\u0035""#, r#"5 ~ coerced at $: "\u0035""#),
        (r#""2147483647""#, r#"2147483647 ~ coerced at $: "2147483647""#),
        (r#""2147483648""#, "! number_out_of_range"),
        (r#""1e400""#, "! number_out_of_range"),
        (r#""5.5""#, "! invalid_number"),
    ]);
}

/// Strings that are numbers in some language but not in JSON.
const NO_NUMBERS: [&str; 32] = [
    r#""""#,
    r#"" ""#,
    r#"" 5""#,
    r#""5 ""#,
    r#""\t5""#,
    r#""5\n""#,
    "\"\u{a0}5\"",
    r#""0x10""#,
    r#""0b1""#,
    r#""0o7""#,
    r#""1_000""#,
    r#""1,000""#,
    r#""+1""#,
    r#""01""#,
    r#""-01""#,
    r#""00""#,
    r#"".5""#,
    r#""5.""#,
    r#""-""#,
    r#""--1""#,
    r#""1e""#,
    r#""1e+""#,
    r#""e5""#,
    r#""1-1""#,
    r#""NaN""#,
    r#""Infinity""#,
    r#""-Infinity""#,
    r#""inf""#,
    r#""true""#,
    r#""null""#,
    r#""5\u0000""#,
    "\"\u{661}\"",
];

#[test]
fn strings_that_are_not_json_numbers_are_refused() {
    check_refused::<u8>("invalid_number", &NO_NUMBERS);
    check_refused::<i64>("invalid_number", &NO_NUMBERS);
    check_refused::<u128>("invalid_number", &NO_NUMBERS);
    check_refused::<NonZero<u32>>("invalid_number", &NO_NUMBERS);
    check_refused::<f32>("invalid_number", &NO_NUMBERS);
    check_refused::<f64>("invalid_number", &NO_NUMBERS);
}

#[test]
fn integers_refuse_fractions() {
    let fractions =
        ["5.5", "0.1", "-0.1", "5e-1", "1e-400", "1.0000000000000000000000000000000000000000000001", "12.5e0"];
    check_refused::<u8>("invalid_number", &fractions);
    check_refused::<i128>("invalid_number", &fractions);
    check_refused::<NonZero<u8>>("invalid_number", &fractions);
}

#[test]
fn integers_refuse_values_that_are_not_numbers() {
    check_refused::<u8>("wrong_type", &NO_SCALARS);
    check_refused::<i64>("wrong_type", &["true", "false"]);
    check_refused::<u128>("wrong_type", &NO_SCALARS);
    check_refused::<NonZero<u8>>("wrong_type", &NO_SCALARS);
    check_refused::<NonZero<u8>>("wrong_type", &["true", "false"]);
}

/// An integer as is, with a fraction, with an exponent, with both, and as a string.
fn spell(digits: &str) -> [String; 5] {
    let (first, rest) = digits.split_at(digits.len() - 1);
    let scaled =
        if first.is_empty() || first == "-" { format!("{first}0.{rest}e1") } else { format!("{first}.{rest}e1") };
    [digits.to_owned(), format!("{digits}.0"), format!("{digits}e0"), scaled, format!("\"{digits}\"")]
}

/// Checks that each integer type accepts its bounds and refuses their neighbours, in five spellings.
macro_rules! check_bounds {
    ($($integer:ident: $below:literal, $above:literal;)*) => {$(
        for bound in [$integer::MIN, $integer::MAX] {
            let digits = bound.to_string();
            for text in spell(&digits) {
                assert_eq!(accept::<$integer>(&text), bound, "{text}");
                if bound != 0 {
                    assert_eq!(accept::<NonZero<$integer>>(&text).get(), bound, "{text}");
                }
            }
        }
        for digits in [$below, $above] {
            for text in spell(digits) {
                assert_eq!(codes(&refuse::<$integer>(&text)), "! number_out_of_range", "{text}");
                assert_eq!(codes(&refuse::<NonZero<$integer>>(&text)), "! number_out_of_range", "{text}");
            }
        }
    )*};
}

#[test]
fn integers_accept_their_bounds_and_refuse_what_is_beyond() {
    check_bounds! {
        u8: "-1", "256";
        u16: "-1", "65536";
        u32: "-1", "4294967296";
        u64: "-1", "18446744073709551616";
        u128: "-1", "340282366920938463463374607431768211456";
        i8: "-129", "128";
        i16: "-32769", "32768";
        i32: "-2147483649", "2147483648";
        i64: "-9223372036854775809", "9223372036854775808";
        i128: "-170141183460469231731687303715884105729", "170141183460469231731687303715884105728";
    }
    assert_eq!(accept::<usize>(&usize::MAX.to_string()), usize::MAX);
    assert_eq!(accept::<isize>(&isize::MIN.to_string()), isize::MIN);
    check_refused::<usize>("number_out_of_range", &["-1", "340282366920938463463374607431768211455"]);
    check_refused::<isize>("number_out_of_range", &["170141183460469231731687303715884105727"]);
}

#[test]
fn integers_refuse_enormous_numbers_as_out_of_range() {
    let enormous = ["1e400", "-1e400", "1e39", "1e99999999999999999999", "9999999999999999999999999999999999999999"];
    check_refused::<i128>("number_out_of_range", &enormous);
    check_refused::<u8>("number_out_of_range", &enormous);
    check_refused::<u128>("number_out_of_range", &["-1e0", "3.5e38", "340282366920938463463374607431768211456e0"]);
}

#[test]
fn non_zero_integers_refuse_zero_however_it_is_written() {
    let zeros = ["0", "-0", "0.0", "0e5", r#""0""#, r#""-0.0""#];
    check_refused::<NonZero<u8>>("number_out_of_range", &zeros);
    check_refused::<NonZero<i128>>("number_out_of_range", &zeros);
}

#[test]
fn floats_accept_numbers_and_strings_that_are_numbers() {
    check::<f64>(&[
        ("0", "0.0"),
        ("-0", "-0.0"),
        ("-0.0", "-0.0"),
        ("5", "5.0"),
        ("1.10", "1.1"),
        ("5e2", "500.0"),
        ("1e-400", "0.0"),
        ("9007199254740993", "9007199254740992.0"),
        ("1.7976931348623157e308", "1.7976931348623157e308"),
        ("123456789012345678901234567890", "1.2345678901234568e29"),
        (r#""1.10""#, r#"1.1 ~ coerced at $: "1.10""#),
        (r#""5e2""#, r#"500.0 ~ coerced at $: "5e2""#),
        (r#""-0""#, r#"-0.0 ~ coerced at $: "-0""#),
        ("1e400", "! number_out_of_range"),
        ("-1e400", "! number_out_of_range"),
        ("1.7976931348623159e308", "! number_out_of_range"),
        (r#""1e400""#, "! number_out_of_range"),
        ("true", "! wrong_type"),
        ("false", "! wrong_type"),
    ]);
    check_refused::<f64>("wrong_type", &NO_SCALARS);
    check::<f32>(&[
        ("0.1", "0.1"),
        ("16777217", "16777216.0"),
        ("3.4028235e38", "3.4028235e38"),
        (r#""0.1""#, r#"0.1 ~ coerced at $: "0.1""#),
        ("3.5e38", "! number_out_of_range"),
        ("1e39", "! number_out_of_range"),
        ("true", "! wrong_type"),
    ]);
    check_refused::<f32>("wrong_type", &NO_SCALARS);
}

#[test]
fn bool_accepts_its_literals_and_the_same_words_as_strings() {
    check::<bool>(&[
        ("true", "true"),
        ("false", "false"),
        (r#""true""#, r#"true ~ coerced at $: "true""#),
        (r#""false""#, r#"false ~ coerced at $: "false""#),
        (r#""\u0074rue""#, r#"true ~ coerced at $: "\u0074rue""#),
        ("1", "! wrong_type"),
        ("0", "! wrong_type"),
        ("1.5", "! wrong_type"),
    ]);
    let texts = [
        r#""yes""#,
        r#""no""#,
        r#""True""#,
        r#""TRUE""#,
        r#""1""#,
        r#""0""#,
        r#""""#,
        r#"" true""#,
        r#""true ""#,
        r#""t""#,
    ];
    check_refused::<bool>("invalid_value", &texts);
    check_refused::<bool>("wrong_type", &NO_SCALARS);
}

#[test]
fn values_and_raw_values_accept_everything_unchanged() {
    for text in [
        "null",
        "true",
        "false",
        "5",
        "-0",
        "1.5",
        r#""5""#,
        r#""""#,
        "[]",
        "{}",
        r#"[1,"1",null]"#,
        r#"{"a":{"b":[]}}"#,
    ] {
        let decoded = Decoder::new().decode::<Value>(text).unwrap();
        assert!(decoded.drift.is_empty(), "{text}");
        assert_eq!(decoded.value, serde_json::from_str::<Value>(text).unwrap(), "{text}");
        assert_eq!(accept::<Box<RawValue>>(text).get(), text);
        assert_eq!(accept::<&RawValue>(text).get(), text);
    }
    for text in ["1.10", "1e400", "9007199254740993000", r#""\u0041""#, r#"{ "a" : [ 1 , 2 ] }"#] {
        assert_eq!(accept::<Box<RawValue>>(&format!(" {text}\n")).get(), text);
        assert_eq!(accept::<&RawValue>(&format!(" {text}\n")).get(), text);
    }
}

#[test]
fn a_value_refuses_a_number_that_it_cannot_represent() {
    check_refused::<Value>("number_out_of_range", &["1e400", "[1e400]", r#"{"a":-1e400}"#]);
    check::<Vec<Value>>(&[("[1e400,2,1e999]", "! number_out_of_range ! number_out_of_range")]);
}

#[test]
fn unit_accepts_only_null() {
    check::<()>(&[("null", "()")]);
    check_refused::<()>("wrong_type", &["true", "false", "0", r#""""#, r#""null""#, "[]", "{}"]);
}

#[test]
fn char_accepts_a_string_of_one_character() {
    check::<char>(&[
        (r#""a""#, "'a'"),
        ("\"\u{e9}\"", "'\u{e9}'"),
        ("\"\u{1f600}\"", "'\u{1f600}'"),
        (r#""\ud83d\ude00""#, "'\u{1f600}'"),
        (r#""\u0000""#, r"'\0'"),
        (r#"" ""#, "' '"),
        (r#""5""#, "'5'"),
    ]);
    check_refused::<char>("invalid_value", &[r#""""#, r#""ab""#, r#"" a""#, "\"e\u{301}\""]);
    check_refused::<char>("wrong_type", &["5", "true", "false"]);
    check_refused::<char>("wrong_type", &NO_SCALARS);
}

#[test]
fn options_accept_null_and_leave_the_rest_to_their_type() {
    check::<Option<u8>>(&[
        ("null", "None"),
        ("5", "Some(5)"),
        (r#""5""#, r#"Some(5) ~ coerced at $: "5""#),
        (r#""""#, "! invalid_number"),
        (r#""null""#, "! invalid_number"),
        ("[]", "! wrong_type"),
    ]);
    check::<Option<String>>(&[("null", "None"), (r#""""#, r#"Some("")"#), ("5", r#"Some("5") ~ coerced at $: 5"#)]);
}

#[test]
fn strict_refuses_every_coercion_and_nothing_else() {
    let strict = Decoder::new().strict(true);
    check_with::<String>(&strict, &[(r#""5""#, r#""5""#), ("5", "! wrong_type"), ("true", "! wrong_type")]);
    check_with::<u8>(&strict, &[("5", "5"), ("5.0", "5"), (r#""5""#, "! wrong_type"), (r#""x""#, "! invalid_number")]);
    check_with::<f64>(&strict, &[("5", "5.0"), (r#""5""#, "! wrong_type")]);
    check_with::<bool>(&strict, &[("true", "true"), (r#""true""#, "! wrong_type"), (r#""x""#, "! invalid_value")]);
    check_with::<Vec<NonZero<i8>>>(&strict, &[("[1,-1]", "[1, -1]"), (r#"["1","-1"]"#, "! wrong_type ! wrong_type")]);
}

#[test]
fn a_long_coerced_number_is_complete_in_the_value_and_truncated_in_the_drift() {
    let digits = "7".repeat(500);
    let decoded = Decoder::new().decode::<String>(&digits).unwrap();
    assert_eq!(decoded.value, digits);
    assert_eq!(decoded.drift.changes()[0].found(), "7".repeat(64));
}
