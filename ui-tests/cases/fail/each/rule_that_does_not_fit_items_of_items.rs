use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each(each(length(min = 1))))]
    value: Vec<Option<Vec<u8>>>,
}

fn main() {}
