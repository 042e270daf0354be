use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(frobnicate)]
    id: String,
}

fn main() {}
