//! A hundred records of each shape, the same in every run.

/// Generates a hundred records with `one`, which gets the number of the record.
pub(crate) fn generate(one: impl Fn(usize) -> String) -> Vec<String> {
    (0..100).map(one).collect()
}

/// The name of an event's variant, and its fields without the tag and the braces.
pub(crate) fn event(number: usize) -> (&'static str, String) {
    let id = format!(r#""id":"evt_{:06}""#, number * 7919);
    match number % 6 {
        0 => (
            "account_created",
            format!(r#"{id},"organization":"org_{number:04}","created_at":"2024-11-23T08:30:00Z","active":true"#),
        ),
        1 => ("account_renamed", format!(r#"{id},"before":"Acme Incorporated","after":"Acme Holding""#)),
        2 => ("member_added", format!(r#"{id},"member":{},"role":"admin""#, member(number))),
        3 => ("member_removed", format!(r#"{id},"reason":"left the company","by":{}"#, member(number))),
        4 => ("sync_finished", format!(r#"{id},"records":{},"failed":{},"seconds":12.75"#, number * 311, number % 5)),
        _ => ("ping", String::new()),
    }
}

fn member(number: usize) -> String {
    format!(r#"{{"id":"mem_{number:05}","name":"Member Number {number}","email":"member{number}@example.org"}}"#)
}

pub(crate) fn tag_first(number: usize) -> String {
    let (tag, fields) = event(number);
    let comma = if fields.is_empty() { "" } else { "," };
    format!(r#"{{"type":"{tag}"{comma}{fields}}}"#)
}

pub(crate) fn tag_last(number: usize) -> String {
    let (tag, fields) = event(number);
    let comma = if fields.is_empty() { "" } else { "," };
    format!(r#"{{{fields}{comma}"type":"{tag}"}}"#)
}

pub(crate) fn content_last(number: usize) -> String {
    let (tag, fields) = event(number);
    if fields.is_empty() {
        format!(r#"{{"type":"{tag}"}}"#)
    } else {
        format!(r#"{{"type":"{tag}","data":{{{fields}}}}}"#)
    }
}

pub(crate) fn content_first(number: usize) -> String {
    let (tag, fields) = event(number);
    if fields.is_empty() {
        format!(r#"{{"type":"{tag}"}}"#)
    } else {
        format!(r#"{{"data":{{{fields}}},"type":"{tag}"}}"#)
    }
}

pub(crate) fn field(number: usize) -> String {
    let value = match number % 4 {
        0 => format!("{}", number * 1013),
        1 => "true".to_owned(),
        2 => format!(r#""some text of number {number}""#),
        _ => member(number),
    };
    format!(r#"{{"name":"custom_field_{number}","value":{value}}}"#)
}

pub(crate) fn with_struct(number: usize) -> String {
    format!(
        r#"{{"id":"acc_{number:06}","organization":"org_{number:04}","created_at":"2024-11-23T08:30:00Z","created_by":"mem_{number:05}","updated_at":"2025-01-02T03:04:05Z","version":{number},"records":{}}}"#,
        number * 311
    )
}

pub(crate) fn with_map(number: usize) -> String {
    format!(
        r#"{{"id":"acc_{number:06}","organization":"org_{number:04}","records":{},"region":"eu-central-1","plan":"enterprise","owner":"mem_{number:05}","source":"import"}}"#,
        number * 311
    )
}
