use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(flatten, each(trim))]
    a: std::collections::HashMap<String, String>,
}

fn main() {}
