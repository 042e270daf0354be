use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(crate = "my runtime")]
struct Account {
    id: String,
}

fn main() {}
