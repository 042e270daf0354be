use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(skip_deserializing)]
    #[connect(alias = "accountId")]
    id: String,
}

fn main() {}
