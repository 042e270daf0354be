use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(each(length(min = 1), length(max = 5)))]
    value: Vec<String>,
}

fn main() {}
