use connect_runtime::{ConnectModel, from_str};

#[derive(ConnectModel)]
enum Status {
    #[connect(alais = "active")]
    Active,
}

#[derive(ConnectModel)]
struct Account {
    #[connect(strict)]
    status: Option<Status>,
}

fn main() {
    let _ = from_str::<Account>("{}");
}
