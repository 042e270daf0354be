use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model<'a> {
    #[connect(lowercase)]
    a: &'a str,
}

fn main() {}
