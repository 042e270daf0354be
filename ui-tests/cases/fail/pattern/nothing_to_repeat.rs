use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(pattern = "*")]
    value: String,
}

fn main() {}
