use connect_runtime::ConnectModel;

const LIMIT: i64 = 5;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(max = LIMIT))]
    value: String,
}

fn main() {}
