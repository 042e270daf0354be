use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(none_if([1]))]
    a: Option<u8>,
}

fn main() {}
