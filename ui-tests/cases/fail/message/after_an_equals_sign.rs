use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(multiple_of = 5, message = "not in fives")]
    value: u8,
}

fn main() {}
