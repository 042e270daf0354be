use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(empty_as_none)]
    name: String,
}

fn main() {}
