//! The limits of a `Decoder`: what they count, and that exceeding one ends decoding.

use connect_runtime::{ConnectModel, Decoder};
use connect_tests::{codes, outcome};
use serde_json::{Value, value::RawValue};

#[derive(Debug, PartialEq, ConnectModel)]
struct Account {
    id: u8,
    organization: String,
    tags: Option<Vec<u8>>,
}

#[test]
fn an_exceeded_limit_ends_decoding_with_its_code() {
    let code = |decoder: Decoder, text: &str| codes(&decoder.from_str::<Vec<String>>(text).unwrap_err());
    assert_eq!(code(Decoder::new().max_input_bytes(5), "[1, 2]"), "! input_limit");
    assert!(Decoder::new().max_input_bytes(6).from_str::<Vec<u8>>("[1, 2]").is_ok());
    assert_eq!(code(Decoder::new().max_string_bytes(2), r#"["ab","abc","x"]"#), "! string_limit");
    assert_eq!(code(Decoder::new().max_string_bytes(5), r#"["\u0041\n"]"#), "! string_limit");
    assert!(Decoder::new().max_string_bytes(8).from_str::<Vec<String>>(r#"["\u0041\n"]"#).is_ok());
    assert_eq!(code(Decoder::new().max_items(2), r#"["a","b","c"]"#), "! item_limit");
    assert!(Decoder::new().max_items(2).from_str::<Vec<u8>>("[1,2]").is_ok());
    assert_eq!(code(Decoder::new().max_depth(0), "[]"), "! depth_limit");
    assert_eq!(code(Decoder::new().max_items(2), "[null,true,1,x"), "! wrong_type ! wrong_type ! item_limit");
}

#[test]
fn limits_apply_to_bytes_and_readers_too() {
    let decoder = Decoder::new().max_input_bytes(5).max_items(2);
    assert_eq!(codes(&decoder.from_slice::<Vec<u8>>(b"[1, 2]").unwrap_err()), "! input_limit");
    assert_eq!(codes(&decoder.from_reader::<Vec<u8>>(&b"[1, 2]"[..]).unwrap_err()), "! input_limit");
    assert_eq!(decoder.from_reader::<Vec<u8>>(&b"[1,2]"[..]), Ok(vec![1, 2]));
    assert_eq!(codes(&decoder.decode::<Vec<u8>>("[1, 2]").unwrap_err()), "! input_limit");
}

/// The same object with its fields in every order, compact and pretty-printed.
fn spellings() -> Vec<String> {
    let fields = ["\"id\": 1", "\"organization\": \"o\"", "\"tags\": [1]"];
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    let join = |order: [usize; 3]| order.map(|index| fields[index]).join(",\n");
    let pretty = orders.iter().map(|&order| format!("{{ {} }}", join(order)));
    let compact = orders.iter().map(|&order| format!("{{{}}}", join(order).replace(['\n', ' '], "")));
    pretty.chain(compact).collect()
}

#[test]
fn the_fields_of_an_object_are_counted_in_any_order_and_with_any_white_space() {
    for text in spellings() {
        let limited =
            |items: usize| Decoder::new().max_items(items).from_str::<Account>(&text).map_err(|report| codes(&report));
        assert_eq!(limited(2), Err("! item_limit".to_owned()), "{text}");
        assert_eq!(limited(3), Ok(Account { id: 1, organization: "o".to_owned(), tags: Some(vec![1]) }), "{text}");
        assert_eq!(limited(0), Err("! item_limit".to_owned()), "{text}");
    }
}

#[test]
fn a_known_keys_length_is_judged_alike_wherever_it_is() {
    let limited = Decoder::new().max_string_bytes(8);
    let outcomes: Vec<String> = spellings().iter().map(|text| outcome::<Account>(&limited, text)).collect();
    assert!(outcomes.windows(2).all(|pair| pair[0] == pair[1]), "{outcomes:#?}");
}

#[test]
fn skipped_values_count_too() {
    let text = r#"{"id":1,"organization":"o","new":["a","b","c",[["long text"]]]}"#;
    let limited = |decoder: Decoder| decoder.from_str::<Account>(text).map_err(|report| codes(&report)).map(|_| ());
    assert_eq!(limited(Decoder::new().max_string_bytes(12)), Ok(()));
    assert_eq!(limited(Decoder::new().max_string_bytes(8)), Err("! string_limit".to_owned()));
    assert_eq!(limited(Decoder::new().max_depth(3)), Err("! depth_limit".to_owned()));
    assert_eq!(limited(Decoder::new().max_depth(4)), Ok(()));
}

#[test]
fn the_issue_limit_is_at_least_one_and_applies_to_drift_too() {
    let report = Decoder::new().max_issues(0).from_str::<Vec<u8>>("[true,true]").unwrap_err();
    assert_eq!((report.issues().len(), report.truncated()), (1, true));
    let drift = Decoder::new().max_issues(1).decode::<Vec<String>>("[1,2]").unwrap().drift;
    assert_eq!((drift.changes().len(), drift.truncated(), drift.is_empty()), (1, true, false));
    let drift = Decoder::new().max_issues(0).decode::<Vec<String>>("[1,2]").unwrap().drift;
    assert!(!drift.is_empty(), "two values were coerced");
}

#[test]
fn input_just_within_all_limits_is_accepted() {
    let limited = Decoder::new().max_input_bytes(17).max_string_bytes(3).max_items(2).max_depth(2);
    assert!(limited.from_str::<Value>(r#"{"abc":["d",100]}"#).is_ok());
    assert!(limited.from_str::<Box<RawValue>>(r#"{"abc":["d",100]}"#).is_ok());
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Three {
    a: u8,
    b: u8,
    c: u8,
}

#[test]
fn nothing_after_the_last_allowed_item_is_read() {
    let decoder = Decoder::new().max_items(2);
    for text in [
        r#"{"a":1,"b":2,"c":"bad"}"#,
        r#"{"a":1,"b":2,"c":tru}"#,
        r#"{"b":1,"a":2,"c":tru}"#,
        r#"{"a": 1, "b": 2, "c": tru}"#,
    ] {
        assert_eq!(codes(&decoder.from_str::<Three>(text).unwrap_err()), "! item_limit", "{text}");
    }
    assert_eq!(decoder.max_items(3).from_str(r#"{"a":1,"b":2,"c":3}"#), Ok(Three { a: 1, b: 2, c: 3 }));
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(tag = "type", content = "id")]
enum Tagged {
    A(u8),
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(tag = "type")]
enum Inside {
    A { id: u8 },
}

#[test]
fn the_tag_counts_as_a_string_and_an_item() {
    let strings = Decoder::new().max_string_bytes(4);
    for text in [r#"{"id":7,"\u0074ype":"A"}"#, r#"{"\u0074ype":"A","id":7}"#] {
        assert_eq!(codes(&strings.from_str::<Tagged>(text).unwrap_err()), "! string_limit", "{text}");
        assert_eq!(codes(&strings.from_str::<Inside>(text).unwrap_err()), "! string_limit", "{text}");
    }
    for text in [r#"{"id":7,"type":"A"}"#, r#"{"type":"A","id":7}"#] {
        assert_eq!(strings.from_str(text), Ok(Tagged::A(7)), "{text}");
        assert_eq!(
            codes(&strings.max_string_bytes(3).from_str::<Tagged>(text).unwrap_err()),
            "! string_limit",
            "{text}"
        );
        assert_eq!(
            codes(&strings.max_string_bytes(3).from_str::<Inside>(text).unwrap_err()),
            "! string_limit",
            "{text}"
        );
    }
    let one = Decoder::new().max_items(1);
    let report = one.from_str::<Tagged>(r#"{"type":"A","id":7}"#).unwrap_err();
    assert_eq!(report.to_string(), one.from_str::<Inside>(r#"{"type":"A","id":7}"#).unwrap_err().to_string());
    assert_eq!(report.issues()[0].column(), Some(13));
}
