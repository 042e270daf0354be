use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(default = 0.35, multiple_of = 0.1)]
    value: f64,
}

fn main() {}
