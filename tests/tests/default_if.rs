//! `default_if`: JSON values that stand for the default.

use std::collections::BTreeMap;

use connect_runtime::{ConnectModel, Decoder, DriftKind, Tally};
use connect_tests::{check, check_with, problems};

#[derive(ConnectModel, Debug, Default)]
struct Limits {
    #[connect(default)]
    seats: u32,
}

#[derive(ConnectModel, Debug)]
struct Account {
    #[connect(default_if([]))]
    extra: BTreeMap<String, u8>,
    #[connect(default_if([], false))]
    limits: Limits,
    #[connect(default_if("N/A", -1), default = 25, range(min = 2))]
    size: u32,
    #[connect(default_if("", null), default = Some(3))]
    level: Option<u8>,
}

#[test]
fn each_sentinel_is_the_default_and_drift() {
    check::<Account>(&[
        (
            r#"{"extra": [], "limits": [ ], "size": "N/A", "level": ""}"#,
            concat!(
                "Account { extra: {}, limits: Limits { seats: 0 }, size: 25, level: Some(3) } ~ defaulted at extra: [] ~ ",
                r#"defaulted at limits: [ ] ~ defaulted at size: "N/A" ~ defaulted at level: """#
            ),
        ),
        (
            r#"{"extra": {"a": 1}, "limits": false, "size": -1.0, "level": null}"#,
            concat!(
                r#"Account { extra: {"a": 1}, limits: Limits { seats: 0 }, size: 25, level: Some(3) } ~ "#,
                "defaulted at limits: false ~ defaulted at size: -1.0 ~ null_defaulted at level: null"
            ),
        ),
    ]);
    assert_eq!(DriftKind::Defaulted.as_str(), "defaulted");
}

#[test]
fn anything_else_is_read_as_usual() {
    check::<Account>(&[
        (r#"{"extra": [1], "limits": null}"#, "! wrong_type ! wrong_type"),
        (r#"{"extra": {}, "limits": [], "size": 1}"#, "! range"),
        (r#"{"extra": {}, "limits": {}, "size": "n/a"}"#, "! invalid_number"),
        ("{}", "! missing_field ! missing_field"),
    ]);
}

#[test]
fn a_strict_decoder_refuses_it_at_its_place() {
    let text = "{\"extra\": [],\n \"limits\": false, \"size\": \"N/A\", \"level\": null}";
    let report = Decoder::new().strict(true).from_str::<Account>(text).unwrap_err();
    assert_eq!(
        problems(&report),
        [
            "1:11: extra: expected a value, found an array (strict) [invalid_value]",
            "2:12: limits: expected a value, found `false` (strict) [invalid_value]",
            "2:27: size: expected a value, found the string `\"N/A\"` (strict) [invalid_value]",
            "2:43: level: expected a value, found `null` (strict) [wrong_type]"
        ]
    );
}

#[derive(ConnectModel, Debug)]
#[connect(default, default_if(null, "-"))]
struct Settings {
    name: String,
    size: u32,
    #[connect(default = 5)]
    depth: u32,
    #[connect(default_if(0))]
    rank: u8,
    level: Option<u8>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { name: "main".to_owned(), size: 7, depth: 1, rank: 4, level: Some(2) }
    }
}

#[derive(ConnectModel, Debug)]
#[connect(default_if(null))]
struct Page {
    #[connect(default)]
    items: Vec<u8>,
    #[connect(default = Some(3), none_if("-"))]
    size: Option<u8>,
    name: String,
}

#[derive(ConnectModel, Debug)]
#[connect(default_if(null))]
struct Size(#[connect(default = 6)] u8);

#[test]
fn on_a_container_it_is_for_every_field_with_a_default() {
    check::<Settings>(&[
        (
            r#"{"name": null, "size": "-", "depth": null, "rank": 0, "level": null}"#,
            concat!(
                r#"Settings { name: "main", size: 7, depth: 5, rank: 4, level: Some(2) } ~ null_defaulted at name: null ~ "#,
                r#"defaulted at size: "-" ~ null_defaulted at depth: null ~ defaulted at rank: 0 ~ "#,
                "null_defaulted at level: null"
            ),
        ),
        (r#"{"rank": null}"#, "! wrong_type"),
    ]);
    check::<Page>(&[
        (
            r#"{"items": null, "size": null, "name": ""}"#,
            r#"Page { items: [], size: Some(3), name: "" } ~ null_defaulted at items: null ~ null_defaulted at size: null"#,
        ),
        (r#"{"size": "-", "name": ""}"#, r#"Page { items: [], size: None, name: "" }"#),
        (r#"{"name": null}"#, "! wrong_type"),
    ]);
    check::<Vec<Size>>(&[("[null, 1]", "[Size(6), Size(1)] ~ null_defaulted at [0]: null")]);
}

#[derive(ConnectModel, Debug)]
#[expect(dead_code, reason = "read through Debug")]
struct Combined {
    #[connect(default_if("-"), fallback, range(max = 3))]
    fallback: u8,
    #[connect(default_if(""), one_or_many, skip_invalid)]
    items: Vec<u8>,
    #[connect(default_if("secret"), sensitive)]
    sensitive: u8,
    #[connect(default_if(0), none_if(1), default = Some(8))]
    both: Option<u8>,
    #[connect(default_if(0), null_as_default, from_str)]
    from_str: u8,
    #[connect(default_if(0), strict)]
    strict: u8,
}

#[test]
fn it_combines_with_every_way_to_read_a_value() {
    check::<Combined>(&[(
        r#"{"fallback": "-", "items": "", "sensitive": "secret", "both": 0, "from_str": null, "strict": 0}"#,
        concat!(
            "Combined { fallback: 0, items: [], sensitive: 0, both: Some(8), from_str: 0, strict: 0 } ~ ",
            r#"defaulted at fallback: "-" ~ defaulted at items: "" ~ defaulted at sensitive:  ~ "#,
            "defaulted at both: 0 ~ null_defaulted at from_str: null ~ defaulted at strict: 0"
        ),
    )]);
    check_with::<Combined>(
        &Decoder::new(),
        &[(
            r#"{"fallback": 4, "items": ["x", 1], "sensitive": 1, "both": 1, "from_str": "2", "strict": 3}"#,
            concat!(
                "Combined { fallback: 0, items: [1], sensitive: 1, both: None, from_str: 2, strict: 3 } ~ ",
                r#"replaced at fallback: 4 ~ skipped at items[0]: "x""#
            ),
        )],
    );
}

#[test]
fn a_tally_counts_it() {
    let mut tally = Tally::new();
    tally.add_valid(&Decoder::new().decode::<Settings>(r#"{"rank": 0, "size": "-"}"#).unwrap().drift);
    let rows: Vec<String> = tally.drift().iter().map(|row| format!("{} {}", row.kind(), row.path())).collect();
    assert_eq!(rows, ["defaulted rank", "defaulted size"]);
}
