use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(fallback, default = "a")]
    count: u8,
}

fn main() {}
