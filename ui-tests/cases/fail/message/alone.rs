use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(message = "too short")]
    value: String,
}

fn main() {}
