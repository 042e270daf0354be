use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(range(min = 0.5, max = 0.25))]
    value: f64,
}

fn main() {}
