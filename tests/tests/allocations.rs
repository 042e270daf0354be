//! What decoding allocates: the strings and vectors of the value, and nothing else.

use allocation_counter::measure;
use connect_runtime::{Categories, ConnectModel, ConnectSession, from_slice, from_str};
use serde_json::{Value, json};

/// How many allocations `work` makes on this thread; a buffer that grows counts again each time.
fn count<T>(work: impl FnOnce() -> T) -> (u64, T) {
    let mut result = None;
    let info = measure(|| result = Some(work()));
    (info.count_total, result.expect("a result"))
}

/// A session with the given fields in addition to the required ones.
fn session(more: &Value, ids: &Value) -> String {
    let mut value = json!({
        "createdAt": "2024-11-23T08:30:00.123+01:00",
        "id": ids,
        "organizationId": ids,
        "originOwnerId": "customer-123",
        "originOwnerName": "Fake customer",
        "projectId": "dev-project-68574",
    });
    value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    value.to_string()
}

/// What each of these sessions needs: its strings, and one vector.
fn sessions() -> Vec<(u64, String)> {
    let all = json!({"accountId": "a", "label": "l", "originUsername": "u", "provider": "p", "categories": ["ats", "hris", "crm", "stackone"]});
    vec![
        (5, session(&json!({}), &json!("x-1"))),
        (5, session(&json!({}), &json!(3119.45))),
        (5, session(&json!({"accountId": null, "label": null, "provider": null, "categories": null}), &json!(5))),
        (5, session(&json!({"new": {"a": [1, "b", {"c": null}]}, "newer": "x".repeat(100)}), &json!(5))),
        (5, session(&json!({"categories": []}), &json!("x"))),
        (6, session(&json!({"categories": ["ats", "hris"]}), &json!("x"))),
        (7, session(&json!({"categories": ["ticketing"]}), &json!("x"))),
        (10, session(&all, &json!("x"))),
    ]
}

#[test]
fn a_session_allocates_once_per_string_and_once_for_its_vector() {
    for (wanted, text) in sessions() {
        let (found, read) = count(|| from_str::<ConnectSession>(&text));
        assert!(read.is_ok(), "{text}");
        assert_eq!(found, wanted, "{text}");
        let (found, _) = count(|| from_slice::<ConnectSession>(text.as_bytes()));
        assert_eq!(found, wanted, "as bytes: {text}");
        let value: Value = serde_json::from_str(&text).unwrap();
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        assert_eq!(count(|| from_str::<ConnectSession>(&pretty)).0, wanted, "pretty: {text}");
        let snake = text.replace("organizationId", "organization_id").replace("projectId", "project_id");
        assert_eq!(count(|| from_str::<ConnectSession>(&snake)).0, wanted, "snake_case: {text}");
    }
}

#[test]
fn a_vector_of_more_than_four_items_grows_as_any_vec_does() {
    let names = ["ats", "hris", "crm", "iam", "lms", "marketing", "hrisLegacy", "stackOne"];
    let text = session(&json!({"categories": names}), &json!("x"));
    let grown = count(|| {
        let mut items: Vec<Categories> = Vec::new();
        for name in names {
            items.push(name.parse().unwrap());
        }
        items
    });
    assert_eq!(count(|| from_str::<ConnectSession>(&text)).0, 5 + grown.0);
}

#[test]
fn validating_allocates_nothing() {
    for (_, text) in sessions() {
        let session: ConnectSession = from_str(&text).unwrap();
        assert_eq!(count(|| session.validate()), (0, Ok(())));
    }
}

#[derive(Debug, ConnectModel)]
struct Borrowed<'a> {
    id: &'a str,
    name: std::borrow::Cow<'a, str>,
    seats: Option<u64>,
    rate: f64,
    kind: Kind,
    at: jiff::Timestamp,
    inner: Option<Inner<'a>>,
    pair: (u8, bool),
    initial: char,
    address: std::net::IpAddr,
    raw: &'a serde_json::value::RawValue,
}

#[derive(Debug, ConnectModel)]
struct Inner<'a> {
    label: &'a str,
}

#[derive(Debug, ConnectModel)]
enum Kind {
    Small,
    Large,
}

#[test]
fn a_borrowing_model_allocates_nothing() {
    let text = r#"{
        "id": 3119.45, "name": "n", "seats": "5", "rate": "1.5", "kind": "Large", "at": "2024-11-23T08:30:00Z",
        "inner": {"label": "l", "more": [1, {"a": "b"}]}, "pair": [1, "true"], "initial": "a", "address": "::1",
        "raw": 1.10, "unknown": {"x": ["\u0041", 1e400]}
    }"#;
    let (found, read) = count(|| from_str::<Borrowed<'_>>(text).is_ok());
    assert!(read, "{:?}", from_str::<Borrowed<'_>>(text));
    assert_eq!(found, 0);
}

#[test]
fn an_integer_allocates_nothing_however_it_is_written() {
    for text in ["5", "5.0", "5e2", "1.25e2", "\"5\"", "\"5.0\""] {
        assert_eq!(count(|| from_str::<u64>(text).is_ok()), (0, true), "{text}");
    }
}

#[test]
fn a_string_with_escapes_allocates_only_to_grow() {
    assert_eq!(count(|| from_str::<String>(r#""plain""#)).0, 1);
    assert_eq!(count(|| from_str::<String>(r#""""#)).0, 0);
    let escaped = r#""line\nline\tline""#;
    let (found, read) = count(|| from_str::<String>(escaped));
    assert_eq!(read.as_deref(), Ok("line\nline\tline"));
    assert!(found <= 2, "{found}");
}

#[test]
fn a_late_failure_allocates_in_proportion_to_what_it_reports() {
    let text = format!("[{}]", vec!["true"; 10_000].join(","));
    let (found, read) = count(|| from_str::<Vec<u8>>(&text).is_err());
    assert!(read);
    assert!(found < 2_000, "{found} allocations for 100 reported problems");
}
