use connect_runtime::ConnectModel;

fn check_it(_: &str) -> Result<(), &'static str> {
    Ok(())
}

#[derive(ConnectModel)]
struct Account {
    #[connect(custom = check_it, custom(check_it, message = "is wrong"))]
    value: String,
}

fn main() {}
