use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(pattern = "^[a-z+$")]
    value: String,
}

fn main() {}
