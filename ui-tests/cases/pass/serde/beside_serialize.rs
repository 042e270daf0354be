use connect_runtime::{ConnectModel, from_str};
use serde::Serialize;

#[derive(ConnectModel, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[connect(alias_all = "snake_case")]
struct Account {
    account_id: String,
    #[serde(rename = "state")]
    status: Status,
    #[serde(rename(serialize = "written", deserialize = "read"), skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    #[serde(alias = "pages", default)]
    page_count: u32,
    #[serde(rename = "count")]
    #[connect(rename = "total")]
    sum: u32,
    #[serde(skip)]
    cache: u32,
    #[serde(skip_deserializing, rename = "computed")]
    made: u32,
}

#[derive(ConnectModel, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Status {
    InUse,
    #[connect(other)]
    #[serde(untagged)]
    Other(String),
}

fn main() {
    let account: Account =
        from_str(r#"{"account_id": 7, "state": "GONE", "read": "l", "pages": 2, "total": 3}"#).unwrap();
    let text = serde_json::to_string(&account).unwrap();
    assert_eq!(
        text,
        r#"{"accountId":"7","state":"GONE","written":"l","pageCount":2,"count":3,"computed":0}"#
    );
    assert!(matches!(from_str::<Status>("\"IN_USE\""), Ok(Status::InUse)));
    assert!(from_str::<Account>(r#"{"accountId": 7, "state": "", "count": 3, "total": 3}"#).is_err());
    assert_eq!(account.cache, 0);
}
