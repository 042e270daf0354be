use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each(length(min = 1)))]
    value: String,
}

fn main() {}
