use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(one_of(true, false))]
    value: String,
}

fn main() {}
