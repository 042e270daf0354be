use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(email("is no address"))]
    value: String,
}

fn main() {}
