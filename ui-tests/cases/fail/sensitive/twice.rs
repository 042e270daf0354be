use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(sensitive, sensitive)]
    value: String,
}

fn main() {}
