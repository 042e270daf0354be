use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(skip, json_string, trim)]
    a: String,
}

fn main() {}
