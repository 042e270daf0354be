use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(multiple_of = 0.0)]
    value: f64,
}

fn main() {}
