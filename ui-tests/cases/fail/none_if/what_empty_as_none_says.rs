use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(none_if("-", ""), empty_as_none)]
    a: Option<u8>,
}

fn main() {}
