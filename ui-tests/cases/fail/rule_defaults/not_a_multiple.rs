use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(default = 25, multiple_of = 10)]
    value: u32,
}

fn main() {}
