use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(ip(version = 4))]
    value: String,
}

fn main() {}
