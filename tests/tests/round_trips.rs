//! `assert_round_trips`: a model reads what its `Serialize` writes.

use std::panic::catch_unwind;

use connect_runtime::{ConnectModel, DecodeOwned, assert_round_trips};
use serde::{Serialize, Serializer};

#[derive(ConnectModel, Debug, PartialEq, Serialize)]
#[connect(rename_all = "camelCase")]
struct Renamed {
    #[connect(default)]
    account_id: u8,
    display_name: Option<String>,
}

#[derive(ConnectModel, Debug, PartialEq, Serialize)]
struct Unwritable {
    #[serde(serialize_with = "fail")]
    id: u8,
}

fn fail<S: Serializer>(_: &u8, _: S) -> Result<S::Ok, S::Error> {
    Err(serde::ser::Error::custom("no"))
}

#[derive(ConnectModel, Debug, PartialEq, Serialize)]
struct Limited {
    #[connect(range(max = 3))]
    id: u8,
}

fn message<T: DecodeOwned + Serialize + PartialEq + std::fmt::Debug + std::panic::RefUnwindSafe>(value: &T) -> String {
    *catch_unwind(|| assert_round_trips(value)).unwrap_err().downcast().unwrap()
}

#[test]
fn a_value_that_is_read_back_passes() {
    assert_round_trips(&Limited { id: 3 });
    assert_round_trips(&Renamed { account_id: 0, display_name: None });
}

#[test]
fn the_message_names_what_is_written_and_not_read() {
    assert_eq!(
        message(&Renamed { account_id: 7, display_name: Some("a".to_owned()) }),
        "what `Serialize` writes is read as another value\n  \
           written: Renamed { account_id: 7, display_name: Some(\"a\") }\n     \
              read: Renamed { account_id: 0, display_name: None }\n     \
              json: {\"account_id\":7,\"display_name\":\"a\"}\n  \
         the model reads no `account_id`, `display_name`: give fields the same names for both, in `#[serde(..)]`"
    );
}

#[test]
fn a_value_that_is_refused_or_not_written_is_described() {
    assert_eq!(
        message(&Limited { id: 4 }),
        "what `Serialize` writes can't be read\n1:7: id: must be at most 3, is 4 [range]\n  \
           written: Limited { id: 4 }\n     json: {\"id\":4}"
    );
    assert_eq!(message(&Unwritable { id: 4 }), "`Serialize` writes no JSON: no\n    value: Unwritable { id: 4 }");
}
