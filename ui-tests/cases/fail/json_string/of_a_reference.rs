use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model<'a> {
    #[connect(json_string)]
    a: &'a str,
}

fn main() {}
