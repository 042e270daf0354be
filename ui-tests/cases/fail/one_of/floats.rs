use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(one_of(0.5, 1.5))]
    value: f64,
}

fn main() {}
