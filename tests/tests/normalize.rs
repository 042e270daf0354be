//! `trim`, `lowercase` and `uppercase`: text is changed before the rules are checked.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    sync::Arc,
};

use connect_runtime::{ConnectModel, Decoder, DriftKind, from_str};
use connect_tests::{check, problems, refuse};

#[derive(ConnectModel, Debug)]
struct Account {
    #[connect(trim, length(min = 2))]
    name: String,
    #[connect(trim, lowercase, one_of("pro", "free"))]
    plan: Option<String>,
    #[connect(uppercase, default = String::new())]
    country: String,
}

#[test]
fn text_is_changed_before_the_rules_and_this_is_drift() {
    check::<Account>(&[
        (
            r#"{"name": "\u3000 Ada\n", "plan": " PRO", "country": "é"}"#,
            concat!(
                r#"Account { name: "Ada", plan: Some("pro"), country: "É" } ~ normalized at name: "\u3000 Ada\n" ~ "#,
                r#"normalized at plan: " PRO" ~ normalized at country: "é""#
            ),
        ),
        (r#"{"name": "A b", "plan": null, "country": "DE"}"#, r#"Account { name: "A b", plan: None, country: "DE" }"#),
        (
            r#"{"name": "Ada", "plan": "Pro "}"#,
            r#"Account { name: "Ada", plan: Some("pro"), country: "" } ~ normalized at plan: "Pro ""#,
        ),
        (r#"{"name": 12}"#, r#"Account { name: "12", plan: None, country: "" } ~ coerced at name: 12"#),
        (r#"{"name": " a "}"#, "! length"),
        (r#"{"name": "ab", "plan": " x"}"#, "! one_of"),
        (r#"{"name": true}"#, "! wrong_type"),
    ]);
    assert_eq!(DriftKind::Normalized.as_str(), "normalized");
}

#[test]
fn a_strict_decoder_refuses_a_change_at_its_place() {
    let text = "{\"name\": \" Ada\",\n \"plan\": \"pro\", \"country\": \"de\"}";
    let report = Decoder::new().strict(true).from_str::<Account>(text).unwrap_err();
    assert_eq!(
        problems(&report),
        [
            "1:10: name: expected text without white space around it and in the right case, found the string `\" Ada\"` (strict) [invalid_value]",
            "2:28: country: expected text without white space around it and in the right case, found the string `\"de\"` (strict) [invalid_value]"
        ]
    );
}

#[test]
fn validate_checks_a_model_as_it_is() {
    let account = Account { name: " a".to_owned(), plan: Some("PRO".to_owned()), country: "de".to_owned() };
    let report = account.validate().unwrap_err();
    assert_eq!(connect_tests::codes(&report), "! one_of");
}

#[derive(ConnectModel, Debug)]
struct Borrowed<'a> {
    #[connect(trim)]
    name: &'a str,
    #[connect(trim)]
    note: Cow<'a, str>,
    #[connect(lowercase)]
    plan: Cow<'a, str>,
}

#[test]
fn what_is_trimmed_still_borrows_from_the_input() {
    let text = r#"{"name": " Ada ", "note": "\ta ", "plan": "pro"}"#;
    let read = from_str::<Borrowed<'_>>(&text.replace("\\t", " ")).map(|read| (read.name.len(), read.note.len()));
    assert_eq!(read, Ok((3, 1)));
    let plain = r#"{"name": " Ada ", "note": "  a ", "plan": "pro"}"#;
    let read = from_str::<Borrowed<'_>>(plain).unwrap();
    assert!(matches!((&read.note, &read.plan), (Cow::Borrowed("a"), Cow::Borrowed("pro"))));
    assert_eq!(read.name, "Ada");
    let escaped = from_str::<Borrowed<'_>>(text).unwrap();
    assert_eq!(escaped.note, "a");
}

#[derive(ConnectModel, Debug)]
struct Pointers {
    #[connect(trim, lowercase)]
    boxed: Box<str>,
    #[connect(trim, lowercase)]
    rc: Rc<str>,
    #[connect(trim, lowercase)]
    arc: Option<Arc<String>>,
    #[connect(trim, uppercase)]
    optional: Option<Box<Option<String>>>,
}

#[derive(ConnectModel, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Email(#[connect(trim, lowercase, length(min = 3))] String);

#[test]
fn every_kind_of_text_is_changed() {
    check::<Pointers>(&[(
        r#"{"boxed": " A", "rc": "B ", "arc": "C", "optional": " d "}"#,
        concat!(
            r#"Pointers { boxed: "a", rc: "b", arc: Some("c"), optional: Some(Some("D")) } ~ normalized at boxed: " A" ~ "#,
            r#"normalized at rc: "B " ~ normalized at arc: "C" ~ normalized at optional: " d ""#
        ),
    )]);
    check::<BTreeMap<Email, Email>>(&[
        (r#"{"abc": "ABC "}"#, r#"{Email("abc"): Email("abc")} ~ normalized at abc: "ABC ""#),
        (r#"{"abc": " ab "}"#, "! length"),
    ]);
}

#[derive(ConnectModel, Debug)]
#[expect(dead_code, reason = "compared as `Debug` shows them")]
struct Lists {
    #[connect(each(trim, length(min = 1)))]
    tags: Vec<String>,
    #[connect(default, each(trim, lowercase), length(max = 1))]
    set: BTreeSet<String>,
    #[connect(default, each(each(uppercase)))]
    nested: BTreeMap<String, Vec<String>>,
    #[connect(default, each(trim, length(min = 1)), one_or_many, skip_invalid)]
    lenient: Option<Vec<String>>,
}

#[test]
fn items_are_changed_one_by_one() {
    check::<Lists>(&[
        (
            r#"{"tags": ["a", " b"], "set": ["X", "x "], "nested": {"k": ["A", "b"]}, "lenient": ["", " ", " c"]}"#,
            concat!(
                r#"Lists { tags: ["a", "b"], set: {"x"}, nested: {"k": ["A", "B"]}, lenient: Some(["c"]) } ~ "#,
                r#"normalized at tags[1]: " b" ~ normalized at set[0]: "X" ~ normalized at set[1]: "x " ~ "#,
                r#"normalized at nested.k[1]: "b" ~ skipped at lenient[0]: "" ~ skipped at lenient[1]: " " ~ "#,
                r#"normalized at lenient[2]: " c""#
            ),
        ),
        (
            r#"{"tags": [], "lenient": " c"}"#,
            r#"Lists { tags: [], set: {}, nested: {}, lenient: Some(["c"]) } ~ normalized at lenient: " c""#,
        ),
    ]);
    let report = refuse::<Lists>("{\"tags\": [\"a\",\n \"  \"]}");
    assert_eq!(problems(&report), ["2:2: tags[1]: must be at least 1 character long, is 0 [length]"]);
}

mod quoted {
    pub(super) fn decode(json: &str) -> Result<String, &'static str> {
        Ok(json.to_owned())
    }
}

#[derive(ConnectModel, Debug)]
#[expect(dead_code, reason = "read through Debug")]
struct Combined {
    #[connect(trim, none_if(" "))]
    none_if: Option<String>,
    #[connect(trim, default_if("-"), default = "x".to_owned())]
    default_if: String,
    #[connect(trim, length(min = 2), fallback, default = "none".to_owned())]
    fallback: String,
    #[connect(uppercase, with = quoted)]
    with: String,
    #[connect(trim, serde)]
    serde: String,
    #[connect(lowercase, from_str)]
    from_str: String,
    #[connect(trim, sensitive, strict)]
    sensitive: String,
}

#[test]
fn it_combines_with_every_way_to_read_a_value() {
    check::<Combined>(&[(
        concat!(
            r#"{"none_if": " ", "default_if": " -", "fallback": " a ", "with": "a", "serde": " s", "#,
            r#""from_str": "F", "sensitive": " secret"}"#
        ),
        concat!(
            r#"Combined { none_if: None, default_if: "-", fallback: "none", with: "\"A\"", serde: "s", "#,
            r#"from_str: "f", sensitive: "secret" } ~ normalized at default_if: " -" ~ replaced at fallback: " a " ~ "#,
            r#"normalized at with: "a" ~ normalized at serde: " s" ~ normalized at from_str: "F" ~ "#,
            "normalized at sensitive: "
        ),
    )]);
}
