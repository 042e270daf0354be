use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(ip(v4), ip(v6))]
    value: String,
}

fn main() {}
