use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(default = "A1".to_string(), pattern = "^[a-z]+$")]
    value: String,
}

fn main() {}
