use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(length(max = 5))]
    value: Option<Box<f64>>,
}

fn main() {}
