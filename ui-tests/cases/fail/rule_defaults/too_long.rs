use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(default = String::from("abc"), length(max = 2))]
    value: String,
}

fn main() {}
