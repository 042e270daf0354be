use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(none_if(None))]
    a: Option<u8>,
}

fn main() {}
