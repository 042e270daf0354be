use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(skip, default = 3)]
    id: String,
}

fn main() {}
