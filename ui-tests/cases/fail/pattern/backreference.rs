use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(pattern = r"(a)\1")]
    value: String,
}

fn main() {}
