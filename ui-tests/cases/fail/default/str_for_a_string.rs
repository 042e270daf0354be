use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(default = "none")]
    id: String,
}

fn main() {}
