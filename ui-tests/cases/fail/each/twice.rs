use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each(length(min = 1)), each(length(max = 2)))]
    value: Vec<String>,
}

fn main() {}
