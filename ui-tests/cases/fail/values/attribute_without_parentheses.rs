use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect]
    id: String,
}

fn main() {}
