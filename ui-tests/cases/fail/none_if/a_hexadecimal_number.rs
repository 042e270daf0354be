use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(none_if(0xff))]
    a: Option<u8>,
}

fn main() {}
