use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(ip(v4, v6))]
    value: String,
}

fn main() {}
