//! `ConnectSession` and `Categories`: both documented versions, both spellings, and serialization.

use connect_runtime::{
    Categories, ConnectModel, ConnectSession, Decoder, DriftKind, from_reader, from_slice, from_str, from_value,
};
use connect_tests::{accept, check, codes, refuse};
use serde_json::{Value, json};

const OLDER: &str = r#"{
    "organizationId": "5542",
    "projectId": "dev-project-68574",
    "categories": ["ats", "hris", "crm", "iam", "marketing"],
    "provider": "ashby",
    "originOwnerId": "customer-123",
    "originOwnerName": "Fake customer",
    "originUsername": "ada@example.com",
    "id": "a5dafeea-4dbc-4a6c-9f1e-000000000001",
    "createdAt": "2021-01-01T00:00:00.000Z"
}"#;

const NEWER: &str = r#"{
    "organizationId": 5542.42,
    "projectId": "dev-project-68574",
    "categories": ["hrisLegacy", "lms", "stackOne", "ticketing"],
    "originOwnerId": "customer-123",
    "originOwnerName": "Fake customer",
    "label": "First",
    "accountId": "45355976281015164504",
    "id": 3119.45,
    "createdAt": "2024-11-23T09:30:00.5+01:00"
}"#;

/// The same JSON with the API's own spelling of the keys.
fn snake_case(text: &str) -> String {
    let pairs = [
        ("organizationId", "organization_id"),
        ("projectId", "project_id"),
        ("originOwnerId", "origin_owner_id"),
        ("originOwnerName", "origin_owner_name"),
        ("originUsername", "origin_username"),
        ("accountId", "account_id"),
        ("createdAt", "created_at"),
    ];
    pairs.iter().fold(text.to_owned(), |text, (camel, snake)| text.replace(camel, snake))
}

#[test]
fn the_older_version_is_read_without_drift() {
    use Categories::{Ats, Crm, Hris, Iam, Marketing};
    let decoded = Decoder::new().decode::<ConnectSession>(OLDER).unwrap();
    assert!(decoded.drift.is_empty(), "{:?}", decoded.drift);
    let session = decoded.value;
    assert_eq!(session.organization_id, "5542");
    assert_eq!(session.provider.as_deref(), Some("ashby"));
    assert_eq!(session.origin_username.as_deref(), Some("ada@example.com"));
    assert_eq!(session.created_at, "2021-01-01T00:00:00Z".parse().unwrap());
    assert_eq!((session.account_id, session.label), (None, None));
    assert_eq!(session.categories, Some(vec![Ats, Hris, Crm, Iam, Marketing]));
}

#[test]
fn the_newer_version_keeps_its_numbers_digit_for_digit() {
    use Categories::{HrisLegacy, Lms, Other, StackOne};
    let decoded = Decoder::new().decode::<ConnectSession>(NEWER).unwrap();
    let session = decoded.value;
    assert_eq!((session.id.as_str(), session.organization_id.as_str()), ("3119.45", "5542.42"));
    assert_eq!(session.created_at, "2024-11-23T08:30:00.5Z".parse().unwrap());
    assert_eq!((session.provider, session.origin_username), (None, None));
    assert_eq!(session.label.as_deref(), Some("First"));
    assert_eq!(session.categories, Some(vec![HrisLegacy, Lms, StackOne, Other("ticketing".to_owned())]));
    let changes: Vec<(DriftKind, String, &str)> = decoded
        .drift
        .changes()
        .iter()
        .map(|change| (change.kind(), change.path().to_string(), change.found()))
        .collect();
    assert_eq!(
        changes,
        [
            (DriftKind::Coerced, "organizationId".to_owned(), "5542.42"),
            (DriftKind::UnknownVariant, "categories[3]".to_owned(), "\"ticketing\""),
            (DriftKind::Coerced, "id".to_owned(), "3119.45"),
        ]
    );
}

#[test]
fn both_spellings_are_read_alike_from_every_source() {
    for text in [OLDER, NEWER] {
        let wanted: ConnectSession = accept(text);
        let snake = snake_case(text);
        assert_eq!(accept::<ConnectSession>(&snake), wanted);
        assert_eq!(from_slice::<ConnectSession>(snake.as_bytes()).as_ref(), Ok(&wanted));
        assert_eq!(from_reader::<ConnectSession>(snake.as_bytes()).as_ref(), Ok(&wanted));
        assert_eq!(from_value::<ConnectSession>(serde_json::from_str(&snake).unwrap()).as_ref(), Ok(&wanted));
        assert_eq!(serde_json::from_str::<ConnectSession>(&snake).unwrap(), wanted);
        assert_eq!(wanted.validate(), Ok(()));
    }
    let (older, newer) = (snake_case(OLDER), NEWER);
    assert_eq!(accept::<Vec<ConnectSession>>(&format!("[{older},{newer},{older}]")).len(), 3);
}

#[test]
fn the_two_spellings_of_one_field_are_duplicates() {
    let text = OLDER.replacen('{', "{\"organization_id\": 1,", 1);
    let report = refuse::<ConnectSession>(&text);
    assert_eq!(codes(&report), "! duplicate_field");
    assert_eq!(report.issues()[0].path().to_string(), "organizationId");
}

#[test]
fn the_required_fields_are_those_that_both_versions_have() {
    let report = refuse::<ConnectSession>("{}");
    let missing: Vec<String> = report.issues().iter().map(|issue| issue.path().to_string()).collect();
    assert_eq!(missing, ["createdAt", "id", "organizationId", "originOwnerId", "originOwnerName", "projectId"]);
    let keys = ["accountId", "categories", "label", "originUsername", "provider"];
    for key in keys {
        let mut value: Value = serde_json::from_str(OLDER).unwrap();
        value[key] = Value::Null;
        assert!(from_value::<ConnectSession>(value.clone()).is_ok(), "null as {key}");
        value.as_object_mut().unwrap().remove(key);
        assert!(from_value::<ConnectSession>(value).is_ok(), "without {key}");
    }
    for key in ["createdAt", "id", "organizationId", "originOwnerId", "originOwnerName", "projectId"] {
        let mut value: Value = serde_json::from_str(OLDER).unwrap();
        value[key] = Value::Null;
        assert_eq!(codes(&from_value::<ConnectSession>(value).unwrap_err()), "! wrong_type", "null as {key}");
    }
}

#[test]
fn every_problem_of_a_broken_session_is_reported_at_once() {
    let text = r#"{
  "id": true,
  "organization_id": ["5542"],
  "createdAt": "yesterday",
  "categories": ["ats", 5, null],
  "originOwnerId": {},
  "origin_owner_name": "Acme",
  "origin_owner_name": "Hooli",
  "plan": "pro"
}"#;
    insta::assert_snapshot!(refuse::<ConnectSession>(text).to_string());
}

#[test]
fn serialize_writes_the_documented_names_and_round_trips() {
    for text in [OLDER.to_owned(), NEWER.to_owned(), snake_case(NEWER)] {
        let session: ConnectSession = accept(&text);
        let written = serde_json::to_string(&session).unwrap();
        assert_eq!(from_str::<ConnectSession>(&written).as_ref(), Ok(&session));
        assert!(!written.contains('_'), "{written}");
    }
    let mut written = serde_json::to_value(accept::<ConnectSession>(NEWER)).unwrap();
    let mut wanted: Value = serde_json::from_str(NEWER).unwrap();
    // What cannot stay the same: numbers are strings now, and the instant is in UTC.
    wanted["id"] = json!("3119.45");
    wanted["organizationId"] = json!("5542.42");
    wanted["createdAt"] = json!("2024-11-23T08:30:00.5Z");
    assert_eq!(written, wanted);
    written["provider"] = json!("ashby");
    assert_eq!(from_value::<ConnectSession>(written).unwrap().provider.as_deref(), Some("ashby"));
}

#[test]
fn a_session_at_either_end_of_time_round_trips_or_is_refused() {
    let created = |at: &str| from_str::<ConnectSession>(&OLDER.replace("2021-01-01T00:00:00.000Z", at));
    for at in ["0000-01-01T00:00:00Z", "0000-01-01T00:00:00-23:59", "9999-12-30T21:59:59.999999999Z"] {
        let session = created(at).unwrap();
        assert_eq!(from_str::<ConnectSession>(&serde_json::to_string(&session).unwrap()), Ok(session), "{at}");
    }
    for at in ["0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59Z"] {
        assert_eq!(codes(&created(at).unwrap_err()), "! invalid_value", "{at}");
    }
}

#[test]
fn sessions_can_be_compared_hashed_and_cloned() {
    let session: ConnectSession = accept(OLDER);
    let set: std::collections::HashSet<ConnectSession> = [session.clone(), session.clone(), accept(NEWER)].into();
    assert_eq!(set.len(), 2);
    assert!(set.contains(&session));
}

/// Every documented category with its name and its aliases.
const CATEGORIES: [(Categories, &str, &str); 8] = [
    (Categories::Ats, "ats", "ats"),
    (Categories::Hris, "hris", "hris"),
    (Categories::HrisLegacy, "hrisLegacy", "hris-legacy"),
    (Categories::Crm, "crm", "crm"),
    (Categories::Iam, "iam", "iam"),
    (Categories::Marketing, "marketing", "marketing"),
    (Categories::Lms, "lms", "lms"),
    (Categories::StackOne, "stackOne", "stackone"),
];

#[test]
fn a_category_has_one_name_everywhere() {
    for (category, name, alias) in CATEGORIES {
        assert_eq!((category.as_str(), category.to_string().as_str()), (name, name));
        assert_eq!((name.parse().as_ref(), alias.parse().as_ref()), (Ok(&category), Ok(&category)));
        assert_eq!(serde_json::to_value(&category).unwrap(), name);
        for text in [format!("\"{name}\""), format!("\"{alias}\"")] {
            let decoded = Decoder::new().decode::<Categories>(&text).unwrap();
            assert_eq!((decoded.value, decoded.drift.is_empty()), (category.clone(), true));
            assert_eq!(serde_json::from_str::<Categories>(&text).unwrap(), category);
        }
    }
}

#[test]
fn parsing_and_decoding_give_the_same_category() {
    for name in [
        "ats",
        "Ats",
        "ATS",
        "hris_legacy",
        "hrisLegacy",
        "HrisLegacy",
        "stack_one",
        "Stackone",
        "other",
        "Other",
        "",
        " ats",
        "\u{e9}",
    ] {
        let parsed: Categories = name.parse().unwrap();
        assert_eq!(accept::<Categories>(&serde_json::to_string(name).unwrap()), parsed, "{name:?}");
        assert_eq!(parsed.as_str().parse(), Ok(parsed.clone()));
    }
}

#[test]
fn an_unknown_category_keeps_its_name_and_is_drift() {
    check::<Categories>(&[
        (r#""ticketing""#, r#"Other("ticketing") ~ unknown_variant at $: "ticketing""#),
        ("5", "! wrong_type"),
        ("null", "! wrong_type"),
        (r#"{"other":"x"}"#, "! wrong_type"),
    ]);
    let other: Categories = accept(r#""ticketing""#);
    assert_eq!(serde_json::to_string(&other).unwrap(), r#""ticketing""#);
    assert_eq!((other.as_str(), other.to_string().as_str()), ("ticketing", "ticketing"));
    assert_eq!(format!("{:>6}|{:<6}|", Categories::Ats, Categories::Crm), "   ats|crm   |");
    let report = Decoder::new().strict(true).from_str::<Categories>(r#""ticketing""#).unwrap_err();
    assert_eq!(codes(&report), "! unknown_variant");
}
