use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[serde(rename_all_fields = "camelCase")]
struct Account {
    account_id: u8,
}

fn main() {}
