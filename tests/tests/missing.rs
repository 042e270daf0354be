//! Missing fields: the message names the key that may be meant, or what the object has instead.

use connect_runtime::ConnectModel;
use connect_tests::refuse;

#[derive(ConnectModel, Debug)]
struct User {
    user_id: u32,
    #[connect(alias = "mail")]
    email: String,
    id: Option<u8>,
    ip: u8,
}

fn messages(text: &str) -> Vec<String> {
    refuse::<User>(text).issues().iter().map(|issue| issue.message().to_owned()).collect()
}

#[test]
fn a_key_that_is_nearly_the_field_is_named() {
    let wanted = [
        "required field `user_id` is missing; the object has `UserID`",
        "required field `email` is missing; the object has `e-mail`",
        "required field `ip` is missing",
    ];
    assert_eq!(messages(r#"{"UserID": 1, "e-mail": "x", "is": 3}"#), wanted);
    assert_eq!(
        messages(r#"{"user_id": 1, "Mails": "x", "ip": 3}"#),
        ["required field `email` is missing; the object has `Mails`"]
    );
}

#[test]
fn an_object_of_something_else_says_what_it_has() {
    let wanted = [
        "required field `user_id` is missing; the object has `data` and `next`",
        "required field `email` is missing",
        "required field `ip` is missing",
    ];
    assert_eq!(messages(r#"{"data": [], "next": null}"#), wanted);
    assert_eq!(messages("{}")[0], "required field `user_id` is missing");
    assert_eq!(messages(r#"{"id": 1, "next": null}"#)[0], "required field `user_id` is missing");
    let many = r#"{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1}"#;
    assert_eq!(
        messages(many)[0],
        "required field `user_id` is missing; the object has `a`, `b`, `c`, `d`, `e` and 2 more"
    );
}

#[derive(ConnectModel, Debug)]
#[connect(rename_all = "camelCase", alias_all = "snake_case", deny_unknown_fields)]
struct Strict {
    owner_name: Option<String>,
    id: Option<u8>,
}

#[test]
fn a_suggestion_is_the_canonical_name_and_never_silly() {
    let report = refuse::<Strict>(r#"{"owner_nam": 1, "ip": 1}"#);
    assert_eq!(report.issues()[0].message(), "unknown field `owner_nam`, did you mean `ownerName`?");
    assert_eq!(report.issues()[1].message(), "unknown field `ip`, `Strict` has no such field");
}

#[derive(ConnectModel, Debug)]
struct Outer {
    name: String,
    #[connect(flatten)]
    inner: Inner,
}

#[derive(ConnectModel, Debug)]
struct Inner {
    #[connect(sensitive)]
    login: Login,
    level: u8,
}

#[derive(ConnectModel, Debug)]
struct Login {
    password: String,
}

#[test]
fn keys_of_a_sensitive_object_are_not_shown() {
    let report = refuse::<Outer>(r#"{"name": "x", "login": {"hunter2": 1}, "Level": 3}"#);
    assert_eq!(
        report.to_string(),
        "1:1: level: required field `level` is missing; the object has `Level` [missing_field]\n\
         1:24: login.password: required field `password` is missing [missing_field]"
    );
}
