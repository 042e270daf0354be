use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(pattern = "a{3,1}")]
    value: String,
}

fn main() {}
