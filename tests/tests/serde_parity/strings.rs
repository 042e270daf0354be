//! Strings: escapes, surrogates, control characters.

use std::{borrow::Cow, rc::Rc, sync::Arc};

use crate::{
    differences::STRING_FROM_NUMBER,
    harness::{Tables, differs, err, ok},
};

pub(crate) fn run(tables: &mut Tables) {
    tables.of::<String>(&[
        ok(r#""""#),
        ok(r#""abc""#),
        ok(r#""\"\\\/\b\f\n\r\t""#),
        ok(r#""\u0041\u00e9\u20AC""#),
        ok(r#""\ud83d\ude00""#),
        ok(r#""\uD834\uDD1E""#),
        ok(r#""\u0000""#),
        ok("\"\u{7f}\u{80}\u{2028}\u{feff}\u{10ffff}\""),
        ok(r#""a string that is longer than sixteen bytes, and one \u0065scape""#),
        ok(r#""{\"a\": [1]}""#),
        ok(" \"a\" "),
        err(r#""\ud83d""#),
        err(r#""\ude00""#),
        err(r#""\ud83d\u0041""#),
        err(r#""\ud83dx""#),
        err(r#""\ude00\ud83d""#),
        err(r#""\x41""#),
        err(r#""\u00g0""#),
        err(r#""\u004""#),
        err(r#""\U0041""#),
        err(r#""\'""#),
        err("\"a\nb\""),
        err("\"a\tb\""),
        err("\"\u{0}\""),
        err("\"\u{1f}\""),
        err("\"abc"),
        err("\"abc\\\""),
        err("'abc'"),
        err("abc"),
        err("\"a\"\"b\""),
        err("null"),
        err("true"),
        err("[]"),
        err("{}"),
        differs("5", &STRING_FROM_NUMBER),
        differs("-1.50e3", &STRING_FROM_NUMBER),
        err("01"),
    ]);
    tables.of::<Box<str>>(&[ok(r#""a\n""#), err("null"), differs("5", &STRING_FROM_NUMBER)]);
    tables.of::<Rc<str>>(&[ok(r#""a""#), err("[]")]);
    tables.of::<Arc<str>>(&[ok(r#""\u0061""#), err("false")]);
    tables.of::<Cow<'_, str>>(&[ok(r#""a""#), ok(r#""\n""#), err("{}")]);
    tables.of::<&str>(&[ok(r#""a""#), ok(r#""""#), err(r#""\n""#), err("null"), differs("5", &STRING_FROM_NUMBER)]);
}
