use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial(name = "Draft", name = "Sketch"))]
struct Answer {
    title: String,
}

fn main() {}
