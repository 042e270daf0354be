use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Answer {
    #[connect(whole)]
    title: String,
}

fn main() {}
