use connect_runtime::{ConnectModel, Report};

#[derive(ConnectModel)]
struct Account<'a> {
    name: &'a str,
}

fn read(file: std::fs::File) -> Result<usize, Report> {
    let account: Account<'_> = connect_runtime::from_reader(file)?;
    Ok(account.name.len())
}

fn main() {}
