use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(each(trim, trim))]
    a: Vec<String>,
}

fn main() {}
