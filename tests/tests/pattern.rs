//! `pattern`: a regular expression that must match somewhere in the string.

use std::borrow::Cow;

use connect_runtime::{ConnectModel, from_str};
use connect_tests::{accept, problems, refuse};

#[derive(Debug, ConnectModel)]
struct Code<'a> {
    #[connect(pattern = "^[a-z]+-[0-9]{2,}$")]
    whole: Option<String>,
    #[connect(pattern = "b+")]
    part: Option<&'a str>,
    #[connect(pattern(r"^\p{Lu}\w*$", message = "starts with a capital"))]
    unicode: Option<Cow<'a, str>>,
    #[connect(pattern = "(?x) ^ [0-9]+ # digits
        $")]
    spaced: Option<Box<str>>,
    #[connect(pattern = "^\"é\\\\$")]
    escaped: Option<String>,
    #[connect(each(pattern = "^a"))]
    items: Option<Vec<String>>,
}

/// Matches `pattern` of JSON Schema 2020-12 (validation, section 6.3.3), which is not anchored.
#[test]
fn a_pattern_matches_anywhere_unless_it_is_anchored() {
    accept::<Code<'_>>(r#"{"whole":"abc-42","part":"abba"}"#);
    accept::<Code<'_>>("{}");
    accept::<Code<'_>>(r#"{"whole":null,"items":[]}"#);
    for text in [r#"{"whole":"abc-4"}"#, r#"{"whole":"xabc-42 "}"#, r#"{"part":"aca"}"#, r#"{"part":""}"#] {
        refuse::<Code<'_>>(text);
    }
}

#[test]
fn character_classes_are_those_of_unicode() {
    for name in ["Ärger", "Ωμέγα", "A"] {
        let text = format!("{{\"unicode\":\"{name}\"}}");
        assert!(from_str::<Code<'_>>(&text).is_ok(), "{name}");
    }
    assert_eq!(
        problems(&refuse::<Code<'_>>(r#"{"unicode":"ärger"}"#)),
        ["1:12: unicode: starts with a capital [pattern]"]
    );
}

#[test]
fn escapes_and_comments_in_a_pattern_keep_their_meaning() {
    accept::<Code<'_>>(r#"{"spaced":"42","escaped":"\"é\\"}"#);
    refuse::<Code<'_>>(r#"{"spaced":"4 2"}"#);
    refuse::<Code<'_>>(r#"{"escaped":"é"}"#);
}

#[test]
fn the_message_shows_the_pattern_and_not_the_value() {
    assert_eq!(
        problems(&refuse::<Code<'_>>(r#"{"whole":"my secret","items":["a","b"]}"#)),
        [
            "1:10: whole: must match the pattern `^[a-z]+-[0-9]{2,}$` [pattern]",
            "1:35: items[1]: must match the pattern `^a` [pattern]",
        ]
    );
}

#[test]
fn a_pattern_is_shared_by_all_threads() {
    let read = || (0..100).all(|number| from_str::<Code<'_>>(&format!("{{\"whole\":\"a-{number:02}\"}}")).is_ok());
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(read)).collect();
        assert!(threads.into_iter().all(|thread| thread.join().expect("no panic")));
    });
}

#[test]
fn an_adversarial_string_is_matched_in_linear_time() {
    #[derive(Debug, ConnectModel)]
    struct Slow {
        #[connect(pattern = "^(a+)+$")]
        value: String,
    }
    let value = format!("{}b", "a".repeat(1 << 20));
    assert!((Slow { value }).validate().is_err());
}
