use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[serde(skip)]
    #[connect(length(min = 1))]
    value: String,
}

fn main() {}
