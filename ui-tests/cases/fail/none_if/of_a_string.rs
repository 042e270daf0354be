use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(none_if("-"))]
    a: String,
}

fn main() {}
