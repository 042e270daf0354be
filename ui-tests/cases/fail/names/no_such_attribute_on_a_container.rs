use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(frobnicate)]
struct Account {
    id: String,
}

fn main() {}
