use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(one_of(["a", "b"]))]
    value: String,
}

fn main() {}
