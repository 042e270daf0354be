use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(with = connect_runtime::with::csv, with = connect_runtime::with::unix_seconds)]
    ids: Vec<u32>,
}

fn main() {}
