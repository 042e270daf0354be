use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    id: &'static str,
}

fn main() {}
