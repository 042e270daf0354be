use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(partial)]
struct Answer {
    authors: Option<Vec<Author>>,
}

#[derive(Debug, ConnectModel)]
struct Author {
    name: String,
}

fn main() {}
