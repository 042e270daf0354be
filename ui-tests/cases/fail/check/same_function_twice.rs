use connect_runtime::ConnectModel;

fn check_it(_: &Account) -> Result<(), &'static str> {
    Ok(())
}

#[derive(ConnectModel)]
#[connect(check = check_it, check = check_it)]
struct Account {
    value: String,
}

fn main() {}
