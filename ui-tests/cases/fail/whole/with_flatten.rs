use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial)]
struct Answer {
    #[connect(flatten, whole)]
    author: Author,
}

#[derive(Debug, ConnectModel)]
#[connect(partial)]
struct Author {
    name: String,
}

fn main() {}
