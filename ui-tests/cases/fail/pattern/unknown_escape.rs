use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(pattern = r"\y")]
    value: String,
}

fn main() {}
