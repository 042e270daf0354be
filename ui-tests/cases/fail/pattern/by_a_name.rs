use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(pattern(regex = "^a$"))]
    value: String,
}

fn main() {}
