use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(strict)]
    value: Vec<char>,
}

fn main() {}
