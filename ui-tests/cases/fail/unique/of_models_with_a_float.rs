use connect_runtime::ConnectModel;

#[derive(PartialEq, ConnectModel)]
struct Owner {
    share: f64,
}

#[derive(ConnectModel)]
struct Account {
    #[connect(unique)]
    value: Vec<Owner>,
}

fn main() {}
