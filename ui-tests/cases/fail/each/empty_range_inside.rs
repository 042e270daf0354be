use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each(range(exclusive_min = 1, exclusive_max = 2)))]
    value: Vec<u8>,
}

fn main() {}
