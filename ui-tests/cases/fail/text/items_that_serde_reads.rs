use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(serde, each(trim))]
    a: Vec<String>,
}

fn main() {}
