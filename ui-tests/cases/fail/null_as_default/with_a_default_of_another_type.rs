use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(null_as_default, default = "a")]
    count: u8,
}

fn main() {}
