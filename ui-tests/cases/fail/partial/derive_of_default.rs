use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial(derive(Debug, Default)))]
struct Answer {
    title: String,
}

fn main() {}
