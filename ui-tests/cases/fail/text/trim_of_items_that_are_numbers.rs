use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(each(trim))]
    a: Vec<u8>,
}

fn main() {}
