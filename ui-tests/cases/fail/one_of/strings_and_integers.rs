use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(one_of("a", 1))]
    value: String,
}

fn main() {}
