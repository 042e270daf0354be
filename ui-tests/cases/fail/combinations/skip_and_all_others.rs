use connect_runtime::ConnectModel;

#[derive(ConnectModel)]
struct Account {
    #[connect(skip, null_as_default, empty_as_none, one_or_many, skip_invalid, fallback, with = colors, serde, from_str, flatten)]
    color: Option<u8>,
}

fn main() {}
