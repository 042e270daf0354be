use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(one_of("a"), one_of("b"))]
    value: String,
}

fn main() {}
