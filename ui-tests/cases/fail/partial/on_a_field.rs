use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Answer {
    #[connect(partial)]
    title: String,
}

fn main() {}
