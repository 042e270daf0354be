//! `email`: the mailbox of RFC 5321 with the international letters of RFC 6531.

use connect_runtime::{ConnectModel, from_str};
use connect_tests::{accept, problems, refuse};

#[derive(Debug, ConnectModel)]
struct Person {
    #[connect(email)]
    email: Option<String>,
    #[connect(each(email(message = "is not an address to write to")))]
    others: Option<Vec<String>>,
}

fn is_accepted(email: &str) -> bool {
    from_str::<Person>(&serde_json::json!({ "email": email }).to_string()).is_ok()
}

/// The results match the cases of `format: email` in the JSON Schema test suite.
#[test]
fn only_a_bare_mailbox_is_accepted() {
    for email in [
        "joe.bloggs@example.com",
        "te~st@example.com",
        "~test@example.com",
        "te.s.t@example.com",
        "\"joe bloggs\"@example.com",
        "\"joe..bloggs\"@example.com",
        "joe.bloggs@[127.0.0.1]",
        "joe.bloggs@[IPv6:::1]",
        "o'neil+tag@sub.example.co",
        "用户@例子.example",
    ] {
        assert!(is_accepted(email), "{email}");
    }
    for email in [
        "2962",
        "",
        "@example.com",
        "joe@",
        ".test@example.com",
        "test.@example.com",
        "te..st@example.com",
        "joe.bloggs@invalid=domain.com",
        "joe.bloggs@[127.0.0.300]",
        "Joe <joe@example.com>",
        "joe@example.com, jim@example.com",
        " joe@example.com",
        "joe@example.com\n",
        "joe@exam ple.com",
    ] {
        assert!(!is_accepted(email), "{email:?}");
    }
}

#[test]
fn a_problem_is_reported_at_the_value_without_its_text() {
    accept::<Person>(r#"{"email":null}"#);
    assert_eq!(
        problems(&refuse::<Person>(r#"{"email":"me","others":["a@b.c","you"]}"#)),
        ["1:10: email: must be an e-mail address [email]", "1:33: others[1]: is not an address to write to [email]",]
    );
}
