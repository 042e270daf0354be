use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(strict,, default)]
    id: String,
}

fn main() {}
