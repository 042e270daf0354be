use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(ignore_case)]
struct Account {
    id: u8,
    #[connect(rename = "ID")]
    other: u8,
}

fn main() {}
