//! An assertion for tests: what a model's `Serialize` writes is what the model reads.

use std::fmt::Debug;

use serde::Serialize;

use crate::{
    decode::DecodeOwned,
    decoder::Decoder,
    drift::{Drift, DriftKind},
};

/// Asserts that `value` is read back as an equal value from the JSON that its `Serialize` writes.
///
/// serde's derive knows nothing of `#[connect(..)]`: with `#[connect(rename_all = "camelCase")]` beside
/// `#[derive(Serialize)]`, a model reads `accountId` and writes `account_id`. Names that both should have belong in
/// `#[serde(..)]`. A test with this assertion finds such a difference, if no field of `value` has the value that it has
/// when it is absent.
///
/// ```
/// use connect_runtime::{ConnectModel, assert_round_trips};
/// use serde::Serialize;
///
/// #[derive(Debug, PartialEq, Serialize, ConnectModel)]
/// #[serde(rename_all = "camelCase")]
/// struct Account { account_id: u32, display_name: Option<String> }
///
/// assert_round_trips(&Account { account_id: 7, display_name: Some("Ada".to_owned()) });
///
/// #[derive(Debug, PartialEq, Serialize, ConnectModel)]
/// #[connect(rename_all = "camelCase")]
/// struct Renamed { account_id: u32 }
///
/// let outcome = std::panic::catch_unwind(|| assert_round_trips(&Renamed { account_id: 7 }));
/// let message = *outcome.unwrap_err().downcast::<String>().unwrap();
/// assert!(message.contains("required field `accountId` is missing"), "{message}");
/// assert!(message.contains(r#"{"account_id":7}"#), "{message}");
/// ```
///
/// # Panics
/// If the value can't be written, if what is written can't be read, or if a different value is read.
#[track_caller]
pub fn assert_round_trips<T: DecodeOwned + Serialize + PartialEq + Debug>(value: &T) {
    let text = match serde_json::to_string(value) {
        Ok(text) => text,
        Err(error) => panic!("`Serialize` writes no JSON: {error}\n    value: {value:?}"),
    };
    match Decoder::new().decode::<T>(&text) {
        Ok(decoded) if decoded.value == *value => {}
        Ok(decoded) => panic!(
            "what `Serialize` writes is read as another value\n  written: {value:?}\n     read: {:?}\n     json: {text}{}",
            decoded.value,
            describe_unknown(&decoded.drift)
        ),
        Err(report) => {
            panic!("what `Serialize` writes can't be read\n{report}\n  written: {value:?}\n     json: {text}")
        }
    }
}

/// Says which names are written and not read: the likely reason for a different value.
fn describe_unknown(drift: &Drift) -> String {
    let unknown = drift.changes().iter().filter(|change| change.kind() == DriftKind::UnknownField);
    let names: Vec<_> = unknown.map(|change| format!("`{}`", change.path())).collect();
    if names.is_empty() {
        return String::new();
    }
    let names = names.join(", ");
    format!("\n  the model reads no {names}: give fields the same names for both, in `#[serde(..)]`")
}
