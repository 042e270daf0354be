use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(rename_all = "camelcase", deny_unknown_field)]
struct Account {
    #[connect(renmae = "accountId", required)]
    id: String,
    #[connect(rename_all = "camelCase", alias = "size", default = )]
    size: u32,
    #[connect(skip, strict)]
    label: Option<String>,
}

fn main() {}
