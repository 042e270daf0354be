use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(regex = "^a$")]
    value: String,
}

fn main() {}
