use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(pattern("^a", "b$"))]
    value: String,
}

fn main() {}
