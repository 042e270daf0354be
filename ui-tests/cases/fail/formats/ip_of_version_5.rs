use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(ip(v5))]
    value: String,
}

fn main() {}
