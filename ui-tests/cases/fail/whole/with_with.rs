use connect_runtime::{ConnectModel, with};

#[derive(ConnectModel)]
#[connect(partial)]
struct Answer {
    #[connect(with = with::csv, whole)]
    tags: Vec<String>,
}

fn main() {}
