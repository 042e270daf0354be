use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(null_as_default)]
    name: Option<String>,
}

fn main() {}
