use connect_runtime::{ConnectModel, partial};

#[derive(ConnectModel)]
struct Answer {
    title: String,
}

fn main() {
    partial::<Answer>("{");
}
