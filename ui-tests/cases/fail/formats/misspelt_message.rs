use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(ip(v4, mesage = "no address"))]
    value: String,
}

fn main() {}
