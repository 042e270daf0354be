//! Unit-only enums: their names and aliases, and what becomes of an unknown name.

use std::collections::{BTreeMap, HashMap};

use connect_runtime::{ConnectModel, Decoder};
use connect_tests::{accept, check, check_with, codes, refuse};

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, ConnectModel)]
#[connect(rename_all = "snake_case")]
enum Status {
    Active,
    #[connect(alias = "off", alias = "disabled")]
    InActive,
    #[connect(rename = "ON HOLD")]
    OnHold,
    #[connect(skip)]
    Internal,
}

#[test]
fn only_exact_names_and_aliases_are_accepted() {
    check::<Status>(&[
        (r#""active""#, "Active"),
        (r#""in_active""#, "InActive"),
        (r#""off""#, "InActive"),
        (r#""disabled""#, "InActive"),
        (r#""ON HOLD""#, "OnHold"),
        (r#""\u0061ctive""#, "Active"),
        (r#""Active""#, "! unknown_variant"),
        (r#""on_hold""#, "! unknown_variant"),
        (r#""internal""#, "! unknown_variant"),
        (r#""Internal""#, "! unknown_variant"),
        (r#""""#, "! unknown_variant"),
        (r#"" active""#, "! unknown_variant"),
        ("null", "! wrong_type"),
        ("true", "! wrong_type"),
        ("0", "! wrong_type"),
        ("[]", "! wrong_type"),
        (r#"["active"]"#, "! wrong_type"),
        ("{}", "! wrong_type"),
    ]);
    assert_eq!(Status::Internal.clone(), Status::Internal);
}

/// Declares an enum for each casing, and compares its names with serde's.
macro_rules! check_casings {
    ($($model:ident $casing:literal: $short:literal $long:literal;)*) => {$({
        #[derive(Debug, PartialEq, serde::Serialize, ConnectModel)]
        #[serde(rename_all = $casing)]
        enum $model {
            Crm,
            HrisLegacy,
        }
        assert_eq!(accept::<$model>(concat!("\"", $short, "\"")), $model::Crm);
        assert_eq!(accept::<$model>(concat!("\"", $long, "\"")), $model::HrisLegacy);
        assert_eq!(serde_json::to_value($model::Crm).unwrap(), $short);
        assert_eq!(serde_json::to_value($model::HrisLegacy).unwrap(), $long);
    })*};
}

#[test]
fn every_casing_matches_serde() {
    check_casings! {
        Lower "lowercase": "crm" "hrislegacy";
        Upper "UPPERCASE": "CRM" "HRISLEGACY";
        Pascal "PascalCase": "Crm" "HrisLegacy";
        Camel "camelCase": "crm" "hrisLegacy";
        Snake "snake_case": "crm" "hris_legacy";
        Screaming "SCREAMING_SNAKE_CASE": "CRM" "HRIS_LEGACY";
        Kebab "kebab-case": "crm" "hris-legacy";
        ScreamingKebab "SCREAMING-KEBAB-CASE": "CRM" "HRIS-LEGACY";
    }
}

#[derive(Debug, PartialEq, Eq, Hash, PartialOrd, Ord, ConnectModel)]
#[connect(rename_all = "camelCase", alias_all = "snake_case")]
enum Kind {
    HumanResources,
    Crm,
    #[connect(other)]
    Other(String),
}

#[derive(Debug, PartialEq, ConnectModel)]
enum Level {
    Low,
    High,
    #[serde(other)]
    Unknown,
}

#[test]
fn an_unknown_name_is_kept_by_other_and_is_drift() {
    check::<Kind>(&[
        (r#""humanResources""#, "HumanResources"),
        (r#""human_resources""#, "HumanResources"),
        (r#""ticketing""#, r#"Other("ticketing") ~ unknown_variant at $: "ticketing""#),
        (r#""Crm""#, r#"Other("Crm") ~ unknown_variant at $: "Crm""#),
        (r#""Other""#, r#"Other("Other") ~ unknown_variant at $: "Other""#),
        (r#""other""#, r#"Other("other") ~ unknown_variant at $: "other""#),
        (r#""""#, r#"Other("") ~ unknown_variant at $: """#),
        (r#""a\nb""#, r#"Other("a\nb") ~ unknown_variant at $: "a\nb""#),
        ("5", "! wrong_type"),
        ("null", "! wrong_type"),
        ("{}", "! wrong_type"),
    ]);
    check::<Level>(&[
        (r#""Low""#, "Low"),
        (r#""High""#, "High"),
        (r#""Medium""#, r#"Unknown ~ unknown_variant at $: "Medium""#),
        (r#""Unknown""#, r#"Unknown ~ unknown_variant at $: "Unknown""#),
        ("true", "! wrong_type"),
    ]);
}

#[test]
fn a_strict_decoder_refuses_what_other_would_keep() {
    let strict = Decoder::new().strict(true);
    check_with::<Kind>(&strict, &[(r#""crm""#, "Crm"), (r#""ticketing""#, "! unknown_variant")]);
    check_with::<Level>(&strict, &[(r#""Low""#, "Low"), (r#""Medium""#, "! unknown_variant")]);
}

#[test]
fn the_message_suggests_a_similar_name_or_lists_them_all() {
    let texts = [
        r#""activ""#,
        r#""ACTIVE""#,
        r#""in-active""#,
        r#""on hold""#,
        r#""disable""#,
        r#""zzz""#,
        r#""""#,
        "\"\u{1f600}\"",
        "1",
        "null",
        "{}",
    ];
    let messages: Vec<String> = texts.iter().map(|text| format!("{text} -> {}", refuse::<Status>(text))).collect();
    insta::assert_snapshot!(messages.join("\n"));
    let long = format!("\"{}\"", "x".repeat(10_000));
    assert!(refuse::<Status>(&long).to_string().len() < 300, "the whole value is shown");
}

#[test]
fn a_skipped_variants_name_is_not_suggested() {
    assert!(!refuse::<Status>(r#""internal""#).to_string().contains("`internal`?"));
    assert!(!refuse::<Status>(r#""zzzzzzzzzzz""#).to_string().contains("internal"));
}

#[test]
fn unit_only_enums_can_be_map_keys() {
    let read = accept::<BTreeMap<Status, u8>>(r#"{"off":1,"active":2}"#);
    assert_eq!(read, BTreeMap::from([(Status::Active, 2), (Status::InActive, 1)]));
    assert_eq!(codes(&refuse::<HashMap<Status, u8>>(r#"{"off":1,"disabled":2}"#)), "! duplicate_field");
    assert_eq!(codes(&refuse::<HashMap<Status, u8>>(r#"{"x":1}"#)), "! unknown_variant");
    let decoded = Decoder::new().decode::<BTreeMap<Kind, u8>>(r#"{"crm":1,"new":2}"#).unwrap();
    assert_eq!(decoded.value, BTreeMap::from([(Kind::Crm, 1), (Kind::Other("new".to_owned()), 2)]));
    assert_eq!(decoded.drift.changes().len(), 1);
}

#[derive(Debug, ConnectModel)]
struct Account {
    status: Status,
    kinds: Option<Vec<Kind>>,
}

#[test]
fn problems_of_enums_in_models_have_their_path() {
    let report = refuse::<Account>(r#"{"status":"gone","kinds":["crm",5,"new"]}"#);
    let paths: Vec<String> = report.issues().iter().map(|issue| format!("{} {}", issue.path(), issue.code())).collect();
    assert_eq!(paths, ["status unknown_variant", "kinds[1] wrong_type"]);
    check::<Account>(&[(
        r#"{"status":"off","kinds":["new"]}"#,
        r#"Account { status: InActive, kinds: Some([Other("new")]) } ~ unknown_variant at kinds[0]: "new""#,
    )]);
}

#[derive(Debug, PartialEq, ConnectModel)]
enum Raw {
    r#Type,
    #[connect(rename = "\u{e9}t\u{e9}")]
    Summer,
    #[connect(rename = "")]
    Nothing,
}

#[test]
fn names_may_be_any_string() {
    check::<Raw>(&[
        (r#""Type""#, "Type"),
        ("\"\u{e9}t\u{e9}\"", "Summer"),
        (r#""\u00e9t\u00e9""#, "Summer"),
        (r#""""#, "Nothing"),
    ]);
}
