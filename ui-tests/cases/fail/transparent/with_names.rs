use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
#[connect(transparent, rename_all = "camelCase", deny_unknown_fields)]
struct Id {
    #[connect(rename = "no", default)]
    number: u8,
}

fn main() {}
