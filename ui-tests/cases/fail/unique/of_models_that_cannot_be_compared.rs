use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Owner {
    id: String,
}

#[derive(ConnectModel)]
struct Account {
    #[connect(unique)]
    value: Vec<Owner>,
}

fn main() {}
