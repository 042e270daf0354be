use connect_runtime::ConnectModel;

struct Wrong;

fn check_it(_: &str) -> Result<(), Wrong> {
    Ok(())
}

#[derive(ConnectModel)]
struct Account {
    #[connect(custom = check_it)]
    value: String,
}

fn main() {}
