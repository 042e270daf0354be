use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial)]
struct Answer {
    #[connect(skip, whole)]
    title: String,
}

fn main() {}
