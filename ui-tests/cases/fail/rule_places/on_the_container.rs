use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(length(min = 1))]
struct Account {
    value: String,
}

fn main() {}
