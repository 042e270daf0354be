use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(default = 0.5, range(exclusive_min = 0.5))]
    value: f64,
}

fn main() {}
