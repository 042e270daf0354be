use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial(derive = "Clone"))]
struct Answer {
    title: String,
}

fn main() {}
