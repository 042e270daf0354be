//! Formats that do not describe themselves: without the model's own code they are bytes without a meaning.

use connect_runtime::ConnectModel;
use serde::Serialize;

#[derive(Debug, Serialize, ConnectModel)]
struct Account {
    id: String,
    seats: u8,
    label: Option<String>,
}

#[derive(Debug, Serialize, ConnectModel)]
enum Plan {
    Free,
    Pro { until: u16 },
}

#[derive(Debug, Serialize, ConnectModel)]
struct Name(String);

fn account() -> Account {
    Account { id: "a".to_owned(), seats: 3, label: None }
}

#[track_caller]
fn check_bincode<T: Serialize + serde::de::DeserializeOwned + std::fmt::Debug>(name: &str, value: &T) {
    let config = bincode::config::standard();
    let bytes = bincode::serde::encode_to_vec(value, config).unwrap();
    let error = bincode::serde::decode_from_slice::<T, _>(&bytes, config).unwrap_err().to_string();
    let wanted = format!(
        "`{name}` can't be read from this format: a model is read only from formats that say what each value is, as \
         JSON, MessagePack and CBOR do"
    );
    assert!(error.contains(&wanted), "{error}");
}

#[test]
fn bincode_is_refused_with_the_reason_and_the_models_name() {
    check_bincode("Account", &account());
    check_bincode("Plan", &Plan::Free);
    check_bincode("Plan", &Plan::Pro { until: 2030 });
    check_bincode("Name", &Name("a".to_owned()));
}

/// Its error type keeps no message of ours, so its own is left as it is.
#[test]
fn postcard_is_refused_with_its_own_error() {
    let bytes = postcard::to_stdvec(&account()).unwrap();
    assert_eq!(postcard::from_bytes::<Account>(&bytes).unwrap_err(), postcard::Error::WontImplement);
    let bytes = postcard::to_stdvec(&Plan::Free).unwrap();
    assert_eq!(postcard::from_bytes::<Plan>(&bytes).unwrap_err(), postcard::Error::WontImplement);
}
