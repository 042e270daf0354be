use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(crate = runtime)]
struct Account {
    id: String,
}

fn main() {}
