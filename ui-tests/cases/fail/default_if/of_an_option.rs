use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(default_if("-"))]
    a: Option<u8>,
}

fn main() {}
