use connect_runtime::{ConnectModel, from_str};
use serde::Deserialize;

#[derive(ConnectModel, Deserialize)]
#[connect(no_deserialize)]
#[serde(expecting = "an account")]
struct Account {
    id: u32,
}

fn main() {
    assert_eq!(from_str::<Account>(r#"{"id": "7"}"#).unwrap().id, 7);
    // serde's own implementation does not coerce.
    assert!(serde_json::from_str::<Account>(r#"{"id": "7"}"#).is_err());
}
