//! Arrays, tuples, sets, maps, pointers, borrowed and raw values outside of a model.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque},
    marker::PhantomData,
    num::NonZero,
    rc::Rc,
    sync::Arc,
};

use connect_runtime::Decoder;
use connect_tests::{accept, check, check_with, codes, refuse};
use serde_json::{Map, Value, value::RawValue};

#[test]
fn arrays_become_vectors_queues_and_slices() {
    let rows = [
        ("[]", "[]"),
        (" [ ] ", "[]"),
        ("[1]", "[1]"),
        ("[1,2,3]", "[1, 2, 3]"),
        (r#"[1,"2"]"#, r#"[1, 2] ~ coerced at [1]: "2""#),
        ("[1,null,300,2.5]", "! wrong_type ! number_out_of_range ! invalid_number"),
        ("{}", "! wrong_type"),
        ("null", "! wrong_type"),
        ("1", "! wrong_type"),
        (r#""[]""#, "! wrong_type"),
    ];
    check::<Vec<u8>>(&rows);
    check::<VecDeque<u8>>(&rows);
    check::<Box<[u8]>>(&rows);
    check::<Rc<[u8]>>(&rows);
    check::<Arc<[u8]>>(&rows);
    check::<Box<Vec<u8>>>(&rows);
}

#[test]
fn sets_keep_one_of_equal_items() {
    check::<BTreeSet<u8>>(&[
        ("[]", "{}"),
        ("[3,1,2,1]", "{1, 2, 3}"),
        (r#"["1",1]"#, r#"{1} ~ coerced at [0]: "1""#),
        ("[true]", "! wrong_type"),
    ]);
    assert_eq!(accept::<HashSet<String>>(r#"["a","b","a"]"#), HashSet::from(["a".to_owned(), "b".to_owned()]));
    assert_eq!(codes(&refuse::<HashSet<u8>>("[-1,256]")), "! number_out_of_range ! number_out_of_range");
}

#[test]
fn fixed_size_arrays_require_their_exact_length() {
    check::<[u8; 3]>(&[
        ("[1,2,3]", "[1, 2, 3]"),
        ("[]", "! wrong_length"),
        ("[1,2]", "! wrong_length"),
        ("[1,2,3,4]", "! wrong_length"),
        ("[1,2,3,[{}]]", "! wrong_length"),
        ("[1,true]", "! wrong_length ! wrong_type"),
        ("[1,true,3]", "! wrong_type"),
        ("{}", "! wrong_type"),
        ("null", "! wrong_type"),
    ]);
    check::<[u8; 0]>(&[("[]", "[]"), ("[1]", "! wrong_length")]);
    check::<[[String; 1]; 2]>(&[(r#"[["a"],["b"]]"#, r#"[["a"], ["b"]]"#), (r#"[["a"],[]]"#, "! wrong_length")]);
    assert_eq!(accept::<[Option<u8>; 2]>("[null,1]"), [None, Some(1)]);
    assert_eq!(refuse::<[u8; 1]>("[1,2]").issues()[0].message(), "expected an array of 1 item, found 2");
    assert_eq!(refuse::<[u8; 2]>(" []").to_string(), "1:2: $: expected an array of 2 items, found 0 [wrong_length]");
}

#[test]
fn tuples_require_their_items_and_skip_those_that_follow() {
    check::<(u8, String)>(&[
        (r#"[1,"a"]"#, r#"(1, "a")"#),
        (r#"["1",2]"#, r#"(1, "2") ~ coerced at [0]: "1" ~ coerced at [1]: 2"#),
        ("[]", "! wrong_length"),
        ("[1]", "! wrong_length"),
        (r#"[1,"a",null]"#, r#"(1, "a") ~ unknown_field at [2]: null"#),
        (r#"["a",1,2]"#, "! invalid_number"),
        ("[true,true]", "! wrong_type ! wrong_type"),
        ("null", "! wrong_type"),
        (r#"{"0":1,"1":"a"}"#, "! wrong_type"),
    ]);
    check::<(u8,)>(&[("[1]", "(1,)"), ("[]", "! wrong_length"), ("1", "! wrong_type")]);
    check::<(u8, Option<u8>)>(&[("[1,null]", "(1, None)"), ("[1]", "! wrong_length")]);
}

#[test]
fn tuples_of_up_to_twelve_items_are_supported() {
    type Ten = (u8, u8, u8, u8, u8, u8, u8, u8, u8, u8);
    type Eleven = (u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8);
    type Twelve = (u8, u16, u32, u64, u128, i8, i16, i32, i64, i128, bool, char);
    let read = accept::<Twelve>(r#"[1,2,3,4,5,6,7,8,9,10,true,"c"]"#);
    assert_eq!(read, (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, true, 'c'));
    assert_eq!(codes(&refuse::<Twelve>("[1,2,3,4,5,6,7,8,9,10,true]")), "! wrong_length");
    assert_eq!(accept::<(u8, u8, u8)>("[1,2,3]"), (1, 2, 3));
    assert_eq!(accept::<(u8, u8, u8, u8)>("[1,2,3,4]"), (1, 2, 3, 4));
    assert_eq!(accept::<(u8, u8, u8, u8, u8)>("[1,2,3,4,5]"), (1, 2, 3, 4, 5));
    assert_eq!(accept::<(u8, u8, u8, u8, u8, u8)>("[1,2,3,4,5,6]"), (1, 2, 3, 4, 5, 6));
    assert_eq!(accept::<(u8, u8, u8, u8, u8, u8, u8)>("[1,2,3,4,5,6,7]"), (1, 2, 3, 4, 5, 6, 7));
    assert_eq!(accept::<(u8, u8, u8, u8, u8, u8, u8, u8)>("[1,2,3,4,5,6,7,8]"), (1, 2, 3, 4, 5, 6, 7, 8));
    assert_eq!(accept::<(u8, u8, u8, u8, u8, u8, u8, u8, u8)>("[1,2,3,4,5,6,7,8,9]"), (1, 2, 3, 4, 5, 6, 7, 8, 9));
    assert_eq!(accept::<Ten>("[1,2,3,4,5,6,7,8,9,10]"), (1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    assert_eq!(accept::<Eleven>("[1,2,3,4,5,6,7,8,9,10,11]"), (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
}

#[test]
fn maps_with_string_keys_accept_any_key() {
    check::<BTreeMap<String, u8>>(&[
        ("{}", "{}"),
        (r#"{"b":1,"a":2}"#, r#"{"a": 2, "b": 1}"#),
        (r#"{"":1}"#, r#"{"": 1}"#),
        (r#"{"\u0061":1}"#, r#"{"a": 1}"#),
        (r#"{"5":"6"}"#, r#"{"5": 6} ~ coerced at ["5"]: "6""#),
        (r#"{"a":true,"b":300}"#, "! wrong_type ! number_out_of_range"),
        ("[]", "! wrong_type"),
        ("null", "! wrong_type"),
    ]);
    assert_eq!(accept::<HashMap<String, u8>>(r#"{"a":1}"#), HashMap::from([("a".to_owned(), 1)]));
    assert_eq!(accept::<HashMap<&str, &str>>(r#"{"a":"b"}"#), HashMap::from([("a", "b")]));
    assert_eq!(accept::<BTreeMap<Cow<'_, str>, u8>>(r#"{"\n":1}"#), BTreeMap::from([("\n".into(), 1)]));
    assert_eq!(codes(&refuse::<HashMap<&str, u8>>(r#"{"\n":1}"#)), "! invalid_value");
}

#[test]
fn maps_with_integer_keys_read_them_without_drift() {
    check::<BTreeMap<i16, bool>>(&[
        (r#"{"-5":true,"7":false}"#, "{-5: true, 7: false}"),
        (r#"{"5.0":true}"#, "{5: true}"),
        (r#"{"x":true}"#, "! invalid_number"),
        (r#"{"":true}"#, "! invalid_number"),
        (r#"{"05":true}"#, "! invalid_number"),
        (r#"{"1.5":true}"#, "! invalid_number"),
        (r#"{"40000":true}"#, "! number_out_of_range"),
        (r#"{"x":1,"y":2}"#, "! invalid_number ! wrong_type ! invalid_number ! wrong_type"),
    ]);
    check::<BTreeMap<NonZero<u8>, u8>>(&[(r#"{"1":2}"#, "{1: 2}"), (r#"{"0":2}"#, "! number_out_of_range")]);
    check::<BTreeMap<bool, u8>>(&[(r#"{"true":1}"#, "{true: 1}"), (r#"{"yes":1}"#, "! invalid_value")]);
    check::<BTreeMap<char, u8>>(&[(r#"{"a":1}"#, "{'a': 1}"), (r#"{"ab":1}"#, "! invalid_value")]);
    let strict = Decoder::new().strict(true);
    check_with::<BTreeMap<u8, u8>>(&strict, &[(r#"{"1":2}"#, "{1: 2}"), (r#"{"1":"2"}"#, "! wrong_type")]);
}

#[test]
fn an_invalid_key_is_reported_at_the_key() {
    let report = refuse::<BTreeMap<u8, u8>>("{\"1\":1,\n \"x\":2}");
    assert_eq!(report.to_string(), "2:2: x: expected an integer, found the string `\"x\"` [invalid_number]");
    assert_eq!(report.issues()[0].span(), Some(9..12));
}

#[test]
fn a_duplicate_map_key_is_reported_at_its_second_occurrence() {
    let report = refuse::<HashMap<String, u8>>("{\"a\":1,\"b\":2,\n\"a\":3,\"a\":4}");
    assert_eq!(codes(&report), "! duplicate_field ! duplicate_field");
    assert_eq!((report.issues()[0].line(), report.issues()[0].column()), (Some(2), Some(1)));
    assert_eq!(report.issues()[0].path().to_string(), "a");
    assert_eq!(report.issues()[1].column(), Some(7));
    assert_eq!(codes(&refuse::<BTreeMap<String, u8>>(r#"{"a":1,"\u0061":2}"#)), "! duplicate_field");
    assert_eq!(codes(&refuse::<BTreeMap<u8, u8>>(r#"{"1":1,"1.0":2}"#)), "! duplicate_field");
}

#[test]
fn a_duplicate_map_key_is_reported_even_if_one_of_its_values_is_invalid() {
    for text in [r#"{"a":true,"a":2}"#, r#"{"a":1,"a":true}"#, r#"{"a":true,"a":true}"#] {
        let found = codes(&refuse::<HashMap<String, u8>>(text));
        assert!(found.contains("duplicate_field"), "{text} has {found}");
        let found = codes(&refuse::<BTreeMap<String, u8>>(text));
        assert!(found.contains("duplicate_field"), "{text} has {found}");
    }
}

#[test]
fn values_keep_the_last_of_duplicate_keys() {
    let text = r#"{"a":1,"b":{"c":1,"c":[2]},"a":3}"#;
    let read = accept::<Value>(text);
    assert_eq!(read, serde_json::from_str::<Value>(text).unwrap());
    assert_eq!(read["a"], 3);
    assert_eq!(accept::<Map<String, Value>>(text)["a"], 3);
    assert_eq!(accept::<HashMap<String, Value>>(r#"{"x":{"a":1,"a":2}}"#)["x"]["a"], 2);
    assert_eq!(codes(&refuse::<HashMap<String, Value>>(r#"{"x":1,"x":2}"#)), "! duplicate_field");
}

#[test]
fn serde_json_numbers_and_maps_accept_only_their_own_kind() {
    assert_eq!(accept::<serde_json::Number>("5").as_u64(), Some(5));
    assert_eq!(codes(&refuse::<serde_json::Number>("\"5\"")), "! wrong_type");
    assert_eq!(codes(&refuse::<Map<String, Value>>("[]")), "! wrong_type");
}

#[test]
fn pointers_are_read_like_what_they_point_to() {
    assert_eq!(*accept::<Box<u8>>("1"), 1);
    assert_eq!(*accept::<Rc<u8>>("1"), 1);
    assert_eq!(*accept::<Arc<Option<u8>>>("null"), None);
    assert_eq!(accept::<Option<Box<u8>>>("null"), None);
    assert_eq!(accept::<Vec<Box<(Rc<u8>, Arc<str>)>>>(r#"[[1,"a"]]"#), [Box::new((Rc::new(1), "a".into()))]);
}

#[test]
fn strings_are_borrowed_unless_they_have_escapes() {
    let text = r#"["plain","caf\u00e9",1.10,""]"#;
    let read = accept::<Vec<Cow<'_, str>>>(text);
    assert_eq!(read, ["plain", "caf\u{e9}", "1.10", ""]);
    assert!(matches!(read[..], [Cow::Borrowed(_), Cow::Owned(_), Cow::Borrowed(_), Cow::Borrowed(_)]), "{read:?}");
    let borrowed = accept::<Vec<&str>>(r#"["ab", 1.10]"#);
    assert_eq!(borrowed, ["ab", "1.10"]);
    let source = String::from(r#"["here"]"#);
    let read: Vec<&str> = accept(&source);
    assert!(source.as_bytes().as_ptr_range().contains(&read[0].as_ptr()), "not a slice of the text");
    let refused = refuse::<Vec<&str>>(r#"["a","b\/c","d"]"#);
    assert_eq!(codes(&refused), "! invalid_value");
    assert_eq!(refused.issues()[0].path().to_string(), "[1]");
}

#[test]
fn raw_values_keep_exactly_the_text_of_the_value() {
    let text = "[ {\"a\" : 1.10 } ,\n 1e400, \"\\u0041\" ]";
    let owned = accept::<Vec<Box<RawValue>>>(text);
    let borrowed = accept::<Vec<&RawValue>>(text);
    let wanted = ["{\"a\" : 1.10 }", "1e400", "\"\\u0041\""];
    assert_eq!(owned.iter().map(|raw| raw.get()).collect::<Vec<_>>(), wanted);
    assert_eq!(borrowed.iter().map(|raw| raw.get()).collect::<Vec<_>>(), wanted);
    assert_eq!(codes(&refuse::<Vec<Box<RawValue>>>("[{\"a\":01}]")), "! syntax");
    assert_eq!(accept::<Vec<&RawValue>>("[\"\\ud800\"]")[0].get(), "\"\\ud800\"");
}

#[test]
fn phantom_data_is_read_from_null() {
    assert_eq!(accept::<Vec<PhantomData<u8>>>("[null]"), [PhantomData]);
    assert_eq!(codes(&refuse::<PhantomData<u8>>("0")), "! wrong_type");
}

#[test]
fn all_invalid_items_are_found_at_any_depth() {
    type Deep = BTreeMap<String, Vec<(u8, Option<HashMap<u8, bool>>)>>;
    let report = refuse::<Deep>(r#"{"a":[[1,null],[256,{"1":2}]],"b":[[1]],"c":{},"d":[[1,{"x":true}]]}"#);
    let paths: Vec<String> = report.issues().iter().map(|issue| format!("{} {}", issue.path(), issue.code())).collect();
    assert_eq!(
        paths,
        [
            "a[1][0] number_out_of_range",
            "a[1][1][\"1\"] wrong_type",
            "b[0] wrong_length",
            "c wrong_type",
            "d[0][1].x invalid_number",
        ]
    );
}
