use connect_runtime::ConnectModel;

const PATTERN: &str = "^a$";

#[derive(ConnectModel)]
struct Account {
    #[connect(pattern = PATTERN)]
    value: String,
}

fn main() {}
