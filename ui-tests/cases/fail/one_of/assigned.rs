use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(one_of = "a")]
    value: String,
}

fn main() {}
