use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Owner {
    id: String,
}

#[derive(ConnectModel)]
struct Account {
    #[connect(length(min = 1))]
    value: Owner,
}

fn main() {}
