use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(ip(6))]
    value: String,
}

fn main() {}
