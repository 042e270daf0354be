use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(required)]
    id: String,
}

fn main() {}
