use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial)]
struct Answer {
    title: String,
    author: Author,
}

#[derive(Debug, ConnectModel)]
struct Author {
    name: String,
}

fn main() {}
