use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(rename_all = "title case with spaces")]
struct Account {
    id: String,
}

fn main() {}
