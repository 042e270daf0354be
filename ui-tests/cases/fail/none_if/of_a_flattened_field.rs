use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(flatten, none_if("-"))]
    a: Option<std::collections::HashMap<String, u8>>,
}

fn main() {}
