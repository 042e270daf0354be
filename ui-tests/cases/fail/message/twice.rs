use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(min = 1, message = "short", message = "too short"))]
    value: String,
}

fn main() {}
