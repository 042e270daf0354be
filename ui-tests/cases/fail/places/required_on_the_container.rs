use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(required)]
struct Account {
    label: Option<String>,
}

fn main() {}
