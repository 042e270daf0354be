use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(flatten, json_string)]
    a: std::collections::HashMap<String, u8>,
}

fn main() {}
