use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    id: u8,
    #[connect(flatten)]
    rest: Rest,
}

#[derive(ConnectModel)]
#[connect(ignore_case)]
struct Rest {
    #[connect(rename = "ID")]
    other: u8,
}

fn main() {}
