use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial(derives(Clone)))]
struct Answer {
    title: String,
}

fn main() {}
