use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model {
    #[connect(each(lowercase, uppercase))]
    a: Vec<String>,
}

fn main() {}
