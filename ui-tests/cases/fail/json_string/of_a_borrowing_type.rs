use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Model<'a> {
    #[connect(json_string)]
    a: Option<std::borrow::Cow<'a, str>>,
}

fn main() {}
