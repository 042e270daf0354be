use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(each(trim))]
    a: String,
}

fn main() {}
