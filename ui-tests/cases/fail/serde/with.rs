use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(with = "hex")]
    id: String,
}

fn main() {}
