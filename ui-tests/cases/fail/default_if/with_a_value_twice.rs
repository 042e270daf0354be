use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(default_if("-", "-"))]
    a: u8,
}

fn main() {}
