use connect_runtime::{ConnectModel, from_str};

fn main() {
    #[derive(ConnectModel)]
    struct Account {
        id: Id,
        status: Status,
    }

    #[derive(ConnectModel)]
    struct Id {
        value: u32,
    }

    #[derive(ConnectModel, Debug, PartialEq)]
    enum Status {
        Active,
    }

    let account: Account = from_str(r#"{"id": {"value": 7}, "status": "Active"}"#).unwrap();
    assert_eq!((account.id.value, account.status), (7, Status::Active));
}
