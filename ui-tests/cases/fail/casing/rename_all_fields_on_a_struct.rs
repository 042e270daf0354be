use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(rename_all_fields = "camelCase")]
struct Account {
    user_id: u8,
}

fn main() {}
