use connect_runtime::ConnectModel;

const FIRST: u8 = 1;

#[derive(ConnectModel)]
struct Account {
    #[connect(one_of(FIRST))]
    value: String,
}

fn main() {}
