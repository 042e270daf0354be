use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial())]
struct Answer {
    title: String,
}

fn main() {}
