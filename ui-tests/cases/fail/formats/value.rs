use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(email = true)]
    value: String,
}

fn main() {}
