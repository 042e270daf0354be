use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(one_of(1, 2))]
    value: String,
}

fn main() {}
