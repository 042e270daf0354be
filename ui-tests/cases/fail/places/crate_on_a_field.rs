use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(crate = "runtime")]
    id: String,
}

fn main() {}
