use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(one_of(message = "is none of them"))]
    value: String,
}

fn main() {}
