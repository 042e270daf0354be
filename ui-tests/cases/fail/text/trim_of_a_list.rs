use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(trim)]
    a: Vec<String>,
}

fn main() {}
