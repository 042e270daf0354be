use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial = "Draft")]
struct Answer {
    title: String,
}

fn main() {}
