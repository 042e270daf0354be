//! The keys of a field: its name, renames, casings and aliases; and unknown keys.

use connect_runtime::{ConnectModel, Decoder, from_str};
use connect_tests::{accept, check, check_with, codes, refuse};

/// Declares a model for each casing, and checks the single key that each of its fields has.
macro_rules! check_casings {
    ($($model:ident $casing:literal: $id:literal $user_name:literal $http_2_url:literal;)*) => {$({
        #[derive(Debug, PartialEq, ConnectModel)]
        #[connect(rename_all = $casing, deny_unknown_fields)]
        struct $model {
            id: u8,
            user_name: u8,
            http2_url: u8,
        }
        #[derive(serde::Deserialize)]
        #[serde(rename_all = $casing)]
        struct Peer {
            id: u8,
            user_name: u8,
            http2_url: u8,
        }
        let keys = [$id, $user_name, $http_2_url];
        let text = format!("{{\"{}\":1,\"{}\":2,\"{}\":3}}", keys[0], keys[1], keys[2]);
        assert_eq!(from_str::<$model>(&text).as_ref(), Ok(&$model { id: 1, user_name: 2, http2_url: 3 }), "{}", $casing);
        let peer = serde_json::from_str::<Peer>(&text).expect("serde to have the same casing");
        assert_eq!((peer.id, peer.user_name, peer.http2_url), (1, 2, 3));
        if $user_name != "user_name" {
            let own = codes(&refuse::<$model>(r#"{"user_name":2}"#));
            assert!(own.contains("unknown_field"), "{}: {own}", $casing);
        }
    })*};
}

#[test]
fn every_casing_matches_serde() {
    check_casings! {
        Lower "lowercase": "id" "user_name" "http2_url";
        Upper "UPPERCASE": "ID" "USER_NAME" "HTTP2_URL";
        Pascal "PascalCase": "Id" "UserName" "Http2Url";
        Camel "camelCase": "id" "userName" "http2Url";
        Snake "snake_case": "id" "user_name" "http2_url";
        Screaming "SCREAMING_SNAKE_CASE": "ID" "USER_NAME" "HTTP2_URL";
        Kebab "kebab-case": "id" "user-name" "http2-url";
        ScreamingKebab "SCREAMING-KEBAB-CASE": "ID" "USER-NAME" "HTTP2-URL";
    }
}

#[derive(Debug, ConnectModel)]
#[connect(rename_all = "camelCase")]
struct Renamed {
    #[connect(rename = "ID")]
    id: u8,
    #[connect(alias = "e-mail", alias = "mail")]
    email_address: Option<u8>,
    #[connect(rename = "with \"quote\" and \u{e9}")]
    odd: Option<u8>,
    r#type: Option<u8>,
    _hidden: Option<u8>,
}

#[test]
fn a_renamed_field_has_only_its_new_name() {
    check::<Renamed>(&[
        (r#"{"ID":1}"#, "Renamed { id: 1, email_address: None, odd: None, type: None, _hidden: None }"),
        (r#"{"id":1}"#, "! missing_field"),
        (
            r#"{"ID":1,"emailAddress":2,"with \"quote\" and é":3,"type":4,"hidden":5}"#,
            "Renamed { id: 1, email_address: Some(2), odd: Some(3), type: Some(4), _hidden: Some(5) }",
        ),
        (r#"{"ID":1,"e-mail":2}"#, "Renamed { id: 1, email_address: Some(2), odd: None, type: None, _hidden: None }"),
        (r#"{"ID":1,"mail":2}"#, "Renamed { id: 1, email_address: Some(2), odd: None, type: None, _hidden: None }"),
        (r#"{"mail":2,"ID":1}"#, "Renamed { id: 1, email_address: Some(2), odd: None, type: None, _hidden: None }"),
        (r#"{"ID":1,"mail":2,"e-mail":3}"#, "! duplicate_field"),
    ]);
    assert_eq!(refuse::<Renamed>("{}").issues()[0].path().to_string(), "ID");
}

#[test]
fn names_are_compared_exactly() {
    for key in ["Id", "iD", " ID", "ID ", "I", "IDD", "\u{ff29}D", ""] {
        assert_eq!(codes(&refuse::<Renamed>(&format!("{{\"{key}\":1}}"))), "! missing_field", "{key:?}");
    }
    assert!(from_str::<Renamed>(r#"{"\u0049\u0044":1}"#).is_ok(), "an escaped spelling of the same name");
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(rename_all = "camelCase", alias_all = "snake_case")]
struct Both {
    account_id: u8,
    label: Option<u8>,
    #[connect(rename = "Zip")]
    zip_code: Option<u8>,
    #[connect(alias = "when")]
    created_at: Option<u8>,
}

#[test]
fn a_second_casing_applies_to_fields_without_a_rename() {
    check::<Both>(&[
        (r#"{"accountId":1}"#, "Both { account_id: 1, label: None, zip_code: None, created_at: None }"),
        (r#"{"account_id":1}"#, "Both { account_id: 1, label: None, zip_code: None, created_at: None }"),
        (
            r#"{"account_id":1,"label":2,"Zip":3,"created_at":4}"#,
            "Both { account_id: 1, label: Some(2), zip_code: Some(3), created_at: Some(4) }",
        ),
        (r#"{"accountId":1,"when":4}"#, "Both { account_id: 1, label: None, zip_code: None, created_at: Some(4) }"),
        (r#"{"accountId":1,"account_id":2}"#, "! duplicate_field"),
        (r#"{"accountId":1,"when":1,"createdAt":2,"created_at":3}"#, "! duplicate_field ! duplicate_field"),
        (
            r#"{"accountId":1,"zip_code":3}"#,
            "Both { account_id: 1, label: None, zip_code: None, created_at: None } ~ unknown_field at zip_code: 3",
        ),
    ]);
    assert_eq!(refuse::<Both>("{}").issues()[0].path().to_string(), "accountId");
    assert_eq!(refuse::<Both>(r#"{"account_id":true}"#).issues()[0].path().to_string(), "account_id");
}

#[derive(Debug, ConnectModel)]
#[connect(deny_unknown_fields)]
struct Closed {
    account_id: u8,
    inner: Option<Open>,
}

#[derive(Debug, ConnectModel)]
struct Open {
    id: u8,
}

#[derive(Debug, ConnectModel)]
#[serde(deny_unknown_fields)]
struct SerdeClosed {
    id: u8,
}

#[test]
fn unknown_fields_are_refused_only_where_the_model_says_so() {
    check::<Closed>(&[
        (r#"{"account_id":1}"#, "Closed { account_id: 1, inner: None }"),
        (r#"{"account_id":1,"x":2}"#, "! unknown_field"),
        (r#"{"x":1,"y":[{"z":1}]}"#, "! missing_field ! unknown_field ! unknown_field"),
        (
            r#"{"account_id":1,"inner":{"id":1,"x":2}}"#,
            "Closed { account_id: 1, inner: Some(Open { id: 1 }) } ~ unknown_field at inner.x: 2",
        ),
    ]);
    check::<SerdeClosed>(&[(r#"{"id":1,"x":2}"#, "! unknown_field")]);
    let denying = Decoder::new().deny_unknown_fields(true);
    check_with::<Closed>(&denying, &[(r#"{"account_id":1,"inner":{"id":1,"x":2}}"#, "! unknown_field")]);
}

#[test]
fn an_unknown_field_is_reported_at_its_key_with_a_suggestion() {
    let report = refuse::<Closed>("{\"account_id\":1,\n  \"acount_id\" : {\"a\":1}, \"accountId\":1, \"zzz\":2}");
    insta::assert_snapshot!(report.to_string());
    assert_eq!(report.issues()[0].span(), Some(19..30));
}

#[derive(Debug, Default, PartialEq)]
struct Foreign;

#[derive(Debug, PartialEq, ConnectModel)]
struct Skipping {
    id: u8,
    #[connect(skip)]
    cache: Option<Foreign>,
    #[serde(skip)]
    count: u8,
    #[serde(skip_deserializing)]
    written: u8,
    #[connect(skip, default = 5)]
    five: u8,
}

#[test]
fn a_skipped_field_gets_its_default_and_its_key_is_unknown() {
    let wanted = Skipping { id: 1, cache: None, count: 0, written: 0, five: 5 };
    assert_eq!(accept::<Skipping>(r#"{"id":1}"#), wanted);
    assert_eq!(accept::<Skipping>(r#"{"id":1,"cache":1,"count":[],"written":9,"five":6}"#), wanted);
    let decoded = Decoder::new().decode::<Skipping>(r#"{"id":1,"five":6}"#).unwrap();
    assert_eq!(decoded.drift.changes()[0].path().to_string(), "five");
}

#[derive(Debug, PartialEq, ConnectModel)]
#[serde(rename_all = "kebab-case")]
struct SerdeNames {
    account_id: u8,
    #[serde(rename = "ZIP", alias = "zip")]
    zip_code: u8,
    #[serde(rename(deserialize = "in", serialize = "out"))]
    both_ways: u8,
}

#[test]
fn serde_attributes_name_fields_as_in_serde() {
    let wanted = SerdeNames { account_id: 1, zip_code: 2, both_ways: 3 };
    assert_eq!(accept::<SerdeNames>(r#"{"account-id":1,"ZIP":2,"in":3}"#), wanted);
    assert_eq!(accept::<SerdeNames>(r#"{"account-id":1,"zip":2,"in":3}"#), wanted);
    assert_eq!(
        codes(&refuse::<SerdeNames>(r#"{"account_id":1,"zip_code":2,"out":3}"#)),
        "! missing_field ! missing_field ! missing_field"
    );
}

#[derive(Debug, PartialEq, ConnectModel)]
#[serde(rename_all(deserialize = "SCREAMING_SNAKE_CASE", serialize = "camelCase"))]
struct Sided {
    account_id: u8,
}

#[derive(Debug, PartialEq, ConnectModel)]
#[serde(rename_all = "kebab-case")]
#[connect(rename_all = "PascalCase")]
struct Precedence {
    account_id: u8,
    #[serde(rename = "serde-zip")]
    #[connect(rename = "connectZip")]
    zip_code: u8,
    #[serde(default)]
    #[connect(default = 5)]
    five: u8,
}

#[test]
fn connect_attributes_take_precedence_over_serde_attributes() {
    assert_eq!(accept::<Sided>(r#"{"ACCOUNT_ID":1}"#), Sided { account_id: 1 });
    let wanted = Precedence { account_id: 1, zip_code: 2, five: 5 };
    assert_eq!(accept::<Precedence>(r#"{"AccountId":1,"connectZip":2}"#), wanted);
    assert_eq!(codes(&refuse::<Precedence>(r#"{"account-id":1,"serde-zip":2}"#)), "! missing_field ! missing_field");
}

#[derive(Debug, PartialEq, serde::Serialize, ConnectModel)]
#[serde(rename_all = "camelCase")]
struct RoundTrip {
    account_id: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    some_label: Option<String>,
    #[serde(rename = "x-y")]
    x_y: Vec<u8>,
}

#[test]
fn what_serde_serializes_is_read_back_without_drift() {
    for label in [None, Some("l".to_owned())] {
        let value = RoundTrip { account_id: 1, some_label: label, x_y: vec![1, 2] };
        let decoded = Decoder::new().decode::<RoundTrip>(&serde_json::to_string(&value).unwrap()).unwrap();
        assert_eq!(decoded.value, value);
        assert!(decoded.drift.is_empty());
    }
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Many {
    a: u8,
    bb: u8,
    ccc: u8,
    dddd: u8,
    eeeee: u8,
    ffffff: u8,
    ggggggg: u8,
    hhhhhhhh: u8,
    iiiiiiiii: u8,
    jjjjjjjjjj: u8,
    kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk: u8,
    kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkl: u8,
    lllllllllllllllllllllllllllllll: u8,
    llllllllllllllllllllllllllllllll: u8,
}

#[test]
fn keys_are_found_in_any_order_and_with_any_white_space() {
    let keys: Vec<&str> = vec![
        "a",
        "bb",
        "ccc",
        "dddd",
        "eeeee",
        "ffffff",
        "ggggggg",
        "hhhhhhhh",
        "iiiiiiiii",
        "jjjjjjjjjj",
        "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk",
        "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkl",
        "lllllllllllllllllllllllllllllll",
        "llllllllllllllllllllllllllllllll",
    ];
    let wanted = accept::<Many>(&join(keys.iter().enumerate(), ""));
    assert_eq!((wanted.a, wanted.jjjjjjjjjj, wanted.llllllllllllllllllllllllllllllll), (0, 9, 13));
    for rotation in 0..keys.len() {
        let mut order: Vec<(usize, &&str)> = keys.iter().enumerate().collect();
        order.rotate_left(rotation);
        for blank in ["", " ", "\r\n\t"] {
            assert_eq!(accept::<Many>(&join(order.iter().copied(), blank)), wanted);
            assert_eq!(accept::<Many>(&join(order.iter().rev().copied(), blank)), wanted);
        }
    }
    for (index, key) in keys.iter().enumerate() {
        let rest = keys.iter().enumerate().filter(|&(other, _)| other != index);
        assert_eq!(refuse::<Many>(&join(rest, "")).issues()[0].path().to_string(), *key);
    }
}

/// An object that maps each key to its number, with `blank` between all tokens.
fn join<'k>(keys: impl Iterator<Item = (usize, &'k &'k str)>, blank: &str) -> String {
    let fields: Vec<String> =
        keys.map(|(value, key)| format!("{blank}\"{key}\"{blank}:{blank}{value}{blank}")).collect();
    format!("{{{}}}", fields.join(","))
}
