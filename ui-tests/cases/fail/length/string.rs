use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(max = "many"))]
    value: String,
}

fn main() {}
