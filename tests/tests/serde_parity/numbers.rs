//! Numbers, bools and characters.

use crate::{
    differences::{BOOL_IN_STRING, INTEGRAL_FLOAT, NUMBER_IN_STRING},
    harness::{Tables, differs, err, ok},
};

pub(crate) fn run(tables: &mut Tables) {
    unsigned(tables);
    signed(tables);
    wide(tables);
    floats(tables);
    bools_and_characters(tables);
}

fn unsigned(tables: &mut Tables) {
    tables.of::<u8>(&[
        ok("0"),
        ok("255"),
        ok(" \t\r\n7 "),
        err("256"),
        err("-1"),
        err("1.5"),
        err("01"),
        err("+1"),
        err("1."),
        err("0x10"),
        err("1_0"),
        err("--1"),
        err("-"),
        err("true"),
        err("null"),
        err("[1]"),
        err("{}"),
        err(""),
        err("1 2"),
        err("1,"),
        err("99999999999999999999"),
        err("\"\""),
        err("\" 1\""),
        err("\"256\""),
        differs("\"5\"", &NUMBER_IN_STRING),
        differs("\"\\u0035\"", &NUMBER_IN_STRING),
        differs("5.0", &INTEGRAL_FLOAT),
        differs("5e1", &INTEGRAL_FLOAT),
        differs("-0", &INTEGRAL_FLOAT),
        differs("-0.0", &INTEGRAL_FLOAT),
        differs("0e99999999999", &INTEGRAL_FLOAT),
        err("5e-1"),
        err("1e3"),
        err("1e99999999999"),
        err("1e-99999999999"),
    ]);
    tables.of::<u16>(&[ok("65535"), err("65536"), err("-32768")]);
    tables.of::<u32>(&[ok("4294967295"), err("4294967296")]);
    tables.of::<u64>(&[
        ok("18446744073709551615"),
        err("18446744073709551616"),
        err("-1"),
        differs("1e19", &INTEGRAL_FLOAT),
        err("1e20"),
    ]);
    tables.of::<usize>(&[ok("18446744073709551615"), err("18446744073709551616")]);
}

fn signed(tables: &mut Tables) {
    tables.of::<i8>(&[
        ok("-128"),
        ok("127"),
        err("128"),
        err("-129"),
        differs("-0", &INTEGRAL_FLOAT),
        differs("-1e2", &INTEGRAL_FLOAT),
        differs("\"-5\"", &NUMBER_IN_STRING),
        err("\"+5\""),
    ]);
    tables.of::<i16>(&[ok("-32768"), ok("32767"), err("32768")]);
    tables.of::<i32>(&[ok("-2147483648"), ok("2147483647"), err("2147483648"), err("-2147483649")]);
    tables.of::<i64>(&[
        ok("-9223372036854775808"),
        ok("9223372036854775807"),
        err("9223372036854775808"),
        err("-9223372036854775809"),
    ]);
    tables.of::<isize>(&[ok("-9223372036854775808"), err("-9223372036854775809")]);
}

fn wide(tables: &mut Tables) {
    tables.of::<i128>(&[
        ok("-170141183460469231731687303715884105728"),
        ok("170141183460469231731687303715884105727"),
        err("170141183460469231731687303715884105728"),
        err("1.5"),
        err("true"),
    ]);
    tables.of::<u128>(&[
        ok("340282366920938463463374607431768211455"),
        err("340282366920938463463374607431768211456"),
        err("-1"),
        ok("0"),
    ]);
}

fn floats(tables: &mut Tables) {
    tables.of::<f64>(&[
        ok("0"),
        ok("-0"),
        ok("-0.0"),
        ok("1"),
        ok("1.5"),
        ok("0.1"),
        ok("1e308"),
        ok("1E+2"),
        ok("5e-324"),
        ok("1e-400"),
        ok("1e-99999999999"),
        ok("0e99999999999"),
        ok("123456789012345678901234567890e-20"),
        err("1e99999999999"),
        err("1e+400"),
        ok("2.2250738585072014e-308"),
        ok("9007199254740993"),
        ok("18446744073709551616"),
        ok("0.1234567890123456789012345678901234567890"),
        err("1e309"),
        err("-1e309"),
        err("1.e1"),
        err(".5"),
        err("1e"),
        err("NaN"),
        err("Infinity"),
        err("null"),
        err("\"NaN\""),
        err("true"),
        differs("\"1.5\"", &NUMBER_IN_STRING),
    ]);
    tables.of::<f32>(&[
        ok("3.4028235e38"),
        ok("1"),
        ok("0.5"),
        ok("16777217"),
        ok("1e-60"),
        err("1e309"),
        err("1e39"),
        err("-3.5e38"),
    ]);
}

fn bools_and_characters(tables: &mut Tables) {
    tables.of::<bool>(&[
        ok("true"),
        ok("false"),
        err("1"),
        err("0"),
        err("null"),
        err("True"),
        err("tru"),
        err("truee"),
        err("\"yes\""),
        differs("\"true\"", &BOOL_IN_STRING),
        differs("\"false\"", &BOOL_IN_STRING),
    ]);
    tables.of::<char>(&[
        ok("\"a\""),
        ok("\"\u{1f600}\""),
        ok("\"\\ud83d\\ude00\""),
        ok("\"\\n\""),
        ok("\"\\u0000\""),
        err("\"\""),
        err("\"ab\""),
        err("\"e\u{301}\""),
        err("97"),
        err("null"),
    ]);
    tables.of::<()>(&[ok("null"), err("0"), err("[]"), err("{}"), err("\"null\"")]);
}
