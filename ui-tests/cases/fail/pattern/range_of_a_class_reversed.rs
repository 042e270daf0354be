use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(pattern = "^[z-a]$")]
    value: String,
}

fn main() {}
