//! `ignore_case`: keys, tags and names of variants are accepted whatever their ASCII case.

use std::collections::BTreeMap;

use connect_runtime::{ConnectModel, Decoder};
use connect_tests::{accept, check, check_with, codes, problems, refuse};

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(ignore_case, rename_all = "camelCase")]
struct Account {
    account_id: u8,
    #[connect(alias = "title")]
    label: Option<String>,
}

#[test]
fn the_exact_key_is_no_drift_and_another_case_is() {
    check::<Account>(&[
        (r#"{"accountId": 1, "label": "a"}"#, r#"Account { account_id: 1, label: Some("a") }"#),
        (
            r#"{"AccountID": 1, "TITLE": "a"}"#,
            r#"Account { account_id: 1, label: Some("a") } ~ respelled at AccountID: "AccountID" ~ respelled at TITLE: "TITLE""#,
        ),
        (
            r#"{"Label": null, "accountid": 1}"#,
            r#"Account { account_id: 1, label: None } ~ respelled at Label: "Label" ~ respelled at accountid: "accountid""#,
        ),
        (
            r#"{"\u0041ccountId": 1}"#,
            r#"Account { account_id: 1, label: None } ~ respelled at AccountId: "\u0041ccountId""#,
        ),
        (r#"{"account_id": 1}"#, "! missing_field"),
        // Only ASCII letters have a case here.
        (
            r#"{"accountId": 1, "titl\u00c9": "a"}"#,
            r#"Account { account_id: 1, label: None } ~ unknown_field at titlÉ: "a""#,
        ),
    ]);
}

#[test]
fn both_spellings_are_the_same_field_twice() {
    check::<Account>(&[
        (r#"{"accountId": 1, "ACCOUNTID": 2}"#, "! duplicate_field"),
        (r#"{"ACCOUNTID": 2, "accountId": 1}"#, "! duplicate_field"),
        (r#"{"accountId": 1, "Label": "a", "Title": "b"}"#, "! duplicate_field"),
    ]);
}

#[test]
fn strict_refuses_another_case_and_still_reads_the_value() {
    let strict = Decoder::new().strict(true);
    check_with::<Account>(
        &strict,
        &[
            (r#"{"accountId": 1}"#, "Account { account_id: 1, label: None }"),
            (r#"{"ACCOUNTID": 1}"#, "! unknown_field"),
            (r#"{"ACCOUNTID": "x"}"#, "! unknown_field ! invalid_number"),
        ],
    );
    let report = strict.decode::<Account>(r#"{"ACCOUNTID": 1}"#).unwrap_err();
    assert_eq!(
        problems(&report),
        ["1:2: ACCOUNTID: expected the key `accountId`, found `ACCOUNTID` (strict) [unknown_field]"]
    );
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(ignore_case, deny_unknown_fields)]
struct Closed {
    id: u8,
    #[connect(range(max = 5), default = 3)]
    size: u8,
}

#[test]
fn unknown_keys_missing_ones_and_rules_are_as_ever() {
    check::<Closed>(&[
        (r#"{"ID": 1, "Size": 2}"#, r#"Closed { id: 1, size: 2 } ~ respelled at ID: "ID" ~ respelled at Size: "Size""#),
        (r#"{"ID": 1, "Sizes": 2}"#, "! unknown_field"),
        (r#"{"SIZE": 2}"#, "! missing_field"),
    ]);
    let report = refuse::<Closed>(r#"{"ID": 1, "SIZE": 7}"#);
    assert_eq!(report.issues()[0].column(), Some(19));
    assert_eq!(codes(&report), "! range");
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, ConnectModel)]
#[connect(ignore_case, rename_all = "snake_case")]
enum Status {
    Active,
    #[connect(alias = "OFF")]
    InActive,
    #[connect(rename = 3)]
    Three,
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(ignore_case)]
enum Open {
    Known,
    #[connect(other)]
    Other(String),
}

#[test]
fn names_of_variants() {
    check::<Status>(&[
        (r#""active""#, "Active"),
        (r#""ACTIVE""#, r#"Active ~ respelled at $: "ACTIVE""#),
        (r#""OFF""#, "InActive"),
        (r#""off""#, r#"InActive ~ respelled at $: "off""#),
        (r#""In_Active""#, r#"InActive ~ respelled at $: "In_Active""#),
        (r#""\u0041ctive""#, r#"Active ~ respelled at $: "\u0041ctive""#),
        (r#""inactive""#, "! unknown_variant"),
        (r#""3""#, r#"Three ~ coerced at $: "3""#),
        ("3", "Three"),
    ]);
    check::<Open>(&[
        (r#""KNOWN""#, r#"Known ~ respelled at $: "KNOWN""#),
        (r#""Unknown""#, r#"Other("Unknown") ~ unknown_variant at $: "Unknown""#),
    ]);
    let strict = Decoder::new().strict(true);
    check_with::<Status>(&strict, &[(r#""active""#, "Active"), (r#""ACTIVE""#, "! unknown_variant")]);
    let report = strict.decode::<Status>(r#""ACTIVE""#).unwrap_err();
    assert_eq!(report.issues()[0].message(), r#"expected `active`, found the string `"ACTIVE"` (strict)"#);
    let found: BTreeMap<Status, u8> = accept(r#"{"ACTIVE": 1}"#);
    assert_eq!(found, BTreeMap::from([(Status::Active, 1)]));
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(ignore_case, tag = "type")]
enum Event {
    Click { x: u8 },
    Move(Moved),
    Leave,
}

/// The case of its own keys matters.
#[derive(Debug, PartialEq, ConnectModel)]
struct Moved {
    by: u8,
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(ignore_case, tag = "kind", content = "data")]
enum Message {
    Text(String),
    Empty,
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(ignore_case)]
enum Shape {
    Circle(u8),
    Point,
}

#[test]
fn tags_and_the_keys_of_variants() {
    check::<Event>(&[
        (r#"{"type": "Click", "x": 1}"#, "Click { x: 1 }"),
        (
            r#"{"TYPE": "click", "X": 1}"#,
            r#"Click { x: 1 } ~ respelled at TYPE: "TYPE" ~ respelled at TYPE: "click" ~ respelled at X: "X""#,
        ),
        (r#"{"by": 2, "Type": "Move"}"#, r#"Move(Moved { by: 2 }) ~ respelled at Type: "Type""#),
        (r#"{"By": 2, "type": "Move"}"#, "! missing_field"),
        (r#"{"TYPE": "Leave"}"#, r#"Leave ~ respelled at TYPE: "TYPE""#),
        (r#"{"TYPE": "Leave", "type": "Leave"}"#, "! duplicate_field"),
        (r#"{"typ": "Leave"}"#, "! missing_field"),
    ]);
    check::<Message>(&[
        (r#"{"kind": "Text", "data": "a"}"#, r#"Text("a")"#),
        (r#"{"Kind": "Text", "Data": "a"}"#, r#"Text("a") ~ respelled at Kind: "Kind" ~ respelled at Data: "Data""#),
        (r#"{"Data": "a", "Kind": "Text"}"#, r#"Text("a") ~ respelled at Data: "Data" ~ respelled at Kind: "Kind""#),
        (r#"{"KIND": "Empty"}"#, r#"Empty ~ respelled at KIND: "KIND""#),
        (r#"{"kind": "Empty", "KIND": "Empty"}"#, "! duplicate_field"),
    ]);
    check::<Shape>(&[
        (r#"{"CIRCLE": 1}"#, r#"Circle(1) ~ respelled at CIRCLE: "CIRCLE""#),
        (r#""point""#, r#"Point ~ respelled at $: "point""#),
    ]);
    let strict = Decoder::new().strict(true);
    check_with::<Event>(&strict, &[(r#"{"TYPE": "Leave"}"#, "! unknown_field")]);
    check_with::<Message>(&strict, &[(r#"{"kind": "Text", "DATA": "a"}"#, "! unknown_field")]);
    check_with::<Shape>(&strict, &[(r#"{"CIRCLE": 1}"#, "! unknown_variant")]);
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Page {
    number: u8,
    #[connect(flatten)]
    account: Account,
    #[connect(flatten)]
    event: Event,
}

#[test]
fn flattened_models_follow_their_own_case() {
    check::<Page>(&[
        (
            r#"{"number": 1, "ACCOUNTID": 2, "type": "Leave"}"#,
            r#"Page { number: 1, account: Account { account_id: 2, label: None }, event: Leave } ~ respelled at ACCOUNTID: "ACCOUNTID""#,
        ),
        (
            r#"{"TYPE": "Click", "X": 1, "number": 1, "accountId": 2}"#,
            r#"Page { number: 1, account: Account { account_id: 2, label: None }, event: Click { x: 1 } } ~ respelled at TYPE: "TYPE" ~ respelled at X: "X""#,
        ),
        (r#"{"NUMBER": 1, "accountId": 2, "type": "Leave"}"#, "! missing_field"),
    ]);
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(ignore_case)]
struct Outer {
    id: u8,
    #[connect(strict)]
    inner: Inner,
}

#[derive(Debug, PartialEq, ConnectModel)]
#[connect(ignore_case)]
struct Inner {
    id: u8,
}

#[test]
fn strict_on_a_field_is_about_what_is_inside() {
    check::<Outer>(&[
        (
            r#"{"ID": 1, "INNER": {"id": 1}}"#,
            r#"Outer { id: 1, inner: Inner { id: 1 } } ~ respelled at ID: "ID" ~ respelled at INNER: "INNER""#,
        ),
        (r#"{"id": 1, "inner": {"ID": 1}}"#, "! unknown_field"),
    ]);
}
