use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(skip, sensitive)]
    value: String,
}

fn main() {}
