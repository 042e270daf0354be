use connect_runtime::{ConnectModel, from_str};

#[derive(ConnectModel)]
struct Account {
    #[connect(renmae = "accountId")]
    id: String,
}

#[derive(ConnectModel)]
struct Page {
    accounts: Vec<Account>,
}

fn main() {
    let page = from_str::<Page>("{}").unwrap();
    page.validate().unwrap();
    let _ = from_str::<Account>("{}");
    let _ = serde_json::from_str::<Account>("{}");
}
