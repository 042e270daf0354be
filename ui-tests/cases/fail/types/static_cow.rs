use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    labels: Option<Vec<std::borrow::Cow<'static, str>>>,
}

fn main() {}
