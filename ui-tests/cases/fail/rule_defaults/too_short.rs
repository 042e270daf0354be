use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(default = "a".to_owned(), length(min = 2))]
    value: String,
}

fn main() {}
