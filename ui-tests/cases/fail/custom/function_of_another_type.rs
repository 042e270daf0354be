use connect_runtime::ConnectModel;

fn check_it(_: &u8) -> Result<(), &'static str> {
    Ok(())
}

#[derive(ConnectModel)]
struct Account {
    #[connect(custom = check_it)]
    value: String,
}

fn main() {}
