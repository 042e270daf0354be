use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(renmae = "accountId")]
    id: String,
    #[connect(rename = "id")]
    number: u32,
}

fn main() {}
