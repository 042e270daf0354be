use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(other)]
    id: String,
}

fn main() {}
