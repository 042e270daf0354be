use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial(name = "my draft"))]
struct Answer {
    title: String,
}

fn main() {}
