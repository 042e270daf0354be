use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(email())]
    value: String,
}

fn main() {}
