use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(pattern = "a", pattern = "b")]
    value: String,
}

fn main() {}
