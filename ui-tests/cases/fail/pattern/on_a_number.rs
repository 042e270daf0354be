use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(pattern = "^[0-9]+$")]
    value: u32,
}

fn main() {}
