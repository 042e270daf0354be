use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(pattern = "^[a-z(]+(x$")]
    value: String,
}

fn main() {}
