use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(unique)]
    value: String,
}

fn main() {}
