//! Keys that come again in one object: drift if the value is the same, else a problem or a choice.

use connect_runtime::{ConnectModel, Decoder, Duplicates};
use connect_tests::{check, check_with, codes, refuse};

#[derive(ConnectModel, Debug)]
struct User {
    #[connect(alias = "userId")]
    user_id: String,
    #[connect(default)]
    tags: Vec<f64>,
    #[connect(flatten)]
    more: More,
}

#[derive(ConnectModel, Debug)]
struct More {
    level: Option<u8>,
}

#[test]
fn the_same_value_again_is_drift() {
    check::<User>(&[
        (
            r#"{"user_id":"a","userId":"\u0061"}"#,
            r#"User { user_id: "a", tags: [], more: More { level: None } } ~ repeated at userId: "userId""#,
        ),
        (
            r#"{"tags":[1,2.50],"user_id":"a","tags": [ 1.0, 25e-1 ]}"#,
            r#"User { user_id: "a", tags: [1.0, 2.5], more: More { level: None } } ~ repeated at tags: "tags""#,
        ),
        (
            r#"{"user_id":"a","level":1,"level":1}"#,
            r#"User { user_id: "a", tags: [], more: More { level: Some(1) } } ~ repeated at level: "level""#,
        ),
    ]);
}

#[test]
fn another_value_is_a_problem() {
    for text in [
        r#"{"user_id":"a","userId":"b"}"#,
        r#"{"user_id":"1","userId":1}"#,
        r#"{"user_id":"a","tags":[1],"tags":[1,1]}"#,
        r#"{"user_id":"a","level":null,"level":1}"#,
        r#"{"user_id":"a","user_id":"a","user_id":"b"}"#,
    ] {
        assert_eq!(codes(&refuse::<User>(text)), "! duplicate_field", "{text}");
    }
    let strict = Decoder::new().strict(true).duplicates(Duplicates::First);
    let report = strict.from_str::<User>(r#"{"user_id":"a","user_id":"a"}"#).unwrap_err();
    assert_eq!(
        report.to_string(),
        "1:16: user_id: `user_id` repeats a field that the object already has [duplicate_field]"
    );
}

#[derive(ConnectModel, Debug)]
struct Seat {
    row: u8,
}

#[derive(ConnectModel, Debug)]
#[connect(tag = "type", content = "c")]
enum Event {
    Made(u8),
}

#[test]
fn one_of_several_values_is_taken_on_request() {
    let first = Decoder::new().duplicates(Duplicates::First);
    check_with::<Seat>(
        &first,
        &[
            (r#"{"row":1,"row":2}"#, r#"Seat { row: 1 } ~ repeated at row: "row""#),
            (r#"{"row":null,"row":2}"#, "! wrong_type"),
        ],
    );
    let last = Decoder::new().duplicates(Duplicates::Last);
    check_with::<Seat>(
        &last,
        &[
            (r#"{"row":1,"row":2}"#, r#"Seat { row: 2 } ~ repeated at row: "row""#),
            (r#"{"row":1,"row":2,"row":1}"#, r#"Seat { row: 1 } ~ repeated at row: "row" ~ repeated at row: "row""#),
            (r#"{"row":null,"row":2}"#, r#"Seat { row: 2 } ~ repeated at row: "row""#),
            (r#"{"row":2,"row":null}"#, "! wrong_type"),
        ],
    );
    check_with::<Event>(
        &last,
        &[
            (r#"{"type":"Made","c":1,"c":2}"#, r#"Made(2) ~ repeated at c: "c""#),
            (r#"{"c":1,"type":"Made","c":1}"#, r#"Made(1) ~ repeated at c: "c""#),
            (r#"{"type":"Made","type":"Made","c":1}"#, "! duplicate_field"),
        ],
    );
    check::<Event>(&[(r#"{"type":"Made","c":1,"c":2}"#, "! duplicate_field")]);
}

#[test]
fn many_repeated_keys_take_linear_time() {
    #[derive(ConnectModel, Debug)]
    struct Node {
        #[connect(default)]
        tags: Vec<u32>,
        inner: Option<Box<Node>>,
    }
    let large = format!(r#""tags":[{}]"#, vec!["1"; 100_000].join(","));
    let small = r#","tags":[2]"#.repeat(10_000);
    let inner = r#","inner":{"tags":[1],"tags":[2]}"#.repeat(10_000);
    let text = format!("{{{large}{small}{inner}}}");
    for duplicates in [Duplicates::Refuse, Duplicates::First, Duplicates::Last] {
        let read = Decoder::new().duplicates(duplicates).decode::<Node>(&text);
        assert_eq!(read.is_ok(), duplicates != Duplicates::Refuse);
    }
}
