use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(strict, skip)]
    id: String,
}

fn main() {}
