use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(default)]
struct Account {
    id: String,
}

fn main() {}
