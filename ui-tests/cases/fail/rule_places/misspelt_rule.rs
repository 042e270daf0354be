use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(lenght(min = 1))]
    value: String,
}

fn main() {}
