use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each(range(min = 1)))]
    value: u8,
}

fn main() {}
