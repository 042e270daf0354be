use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(one_or_many)]
    name: String,
}

fn main() {}
