use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(skip, length(min = 1), range(max = 9))]
    value: u8,
}

fn main() {}
